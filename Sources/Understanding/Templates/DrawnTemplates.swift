import Learning
import Playbooks
import Vocabulary

/// All templates and counter-examples of a playbook as one automaton. It accepts the number of each, counted through all
/// intents, in an intent the templates before the counter-examples.
struct DrawnTemplates {
  let automaton: Automaton
  /// Those with more shapes than are kept.
  let tooWide: [Int32]

  /// So many are drawn together, with the texts that they have in common cut into words once.
  private static let intentsAtOnce = 400
  /// So many such groups are drawn at once and then put together, so that not all graphs wait in memory.
  private static let jobsAtOnce = 6

  init(_ playbook: Playbook, _ lexicon: Lexicon, _ crew: Schooling.Crew) {
    let slots = Dictionary(
      playbook.slots.enumerated().map { ($1.id, Int32(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    let (intents, firsts) = (playbook.intents, DrawnTemplates.firstNumbers(playbook.intents))
    var (parts, tooWide) = (AutomatonParts(), [Int32]())
    var begin = 0
    while begin < intents.count {
      let left = (intents.count - begin + DrawnTemplates.intentsAtOnce - 1) / DrawnTemplates.intentsAtOnce
      let start = begin
      let drawn = Schooling.made(min(left, DrawnTemplates.jobsAtOnce), by: crew) { job in
        let first = start + job * DrawnTemplates.intentsAtOnce
        let last = min(first + DrawnTemplates.intentsAtOnce, intents.count)
        return DrawnTemplates.drawn(intents[first..<last], from: firsts[first], lexicon, slots)
      }
      for (part, wide) in drawn {
        parts.add(part)
        tooWide += wide
      }
      begin += DrawnTemplates.intentsAtOnce * DrawnTemplates.jobsAtOnce
    }
    self.tooWide = tooWide
    automaton = parts.automaton()
  }

  private static func drawn(
    _ intents: ArraySlice<Intent>, from first: Int32, _ lexicon: Lexicon, _ slots: [SlotID: Int32]
  ) -> (AutomatonBuilder.Part, tooWide: [Int32]) {
    var builder = AutomatonBuilder(lexicon: lexicon) { slots[$0] }
    var (number, tooWide) = (first, [Int32]())
    for intent in intents {
      for template in [intent.templates, intent.counterExamples].joined() {
        if !builder.add(template.root, accept: number) { tooWide.append(number) }
        number += 1
      }
    }
    return (builder.part, tooWide)
  }

  /// The number of each intent's first template, and behind the last intent that of one more.
  private static func firstNumbers(_ intents: [Intent]) -> [Int32] {
    var firsts: [Int32] = [0]
    for intent in intents {
      firsts.append(firsts[firsts.count - 1] + Int32(clamping: intent.templates.count + intent.counterExamples.count))
    }
    return firsts
  }
}

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

  init(_ playbook: Playbook, _ lexicon: Lexicon, _ crew: Schooling.Crew) {
    let slots = Dictionary(
      playbook.slots.enumerated().map { ($1.id, Int32(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    let (intents, firsts) = (playbook.intents, DrawnTemplates.firstNumbers(playbook.intents))
    let jobs = max((intents.count + DrawnTemplates.intentsAtOnce - 1) / DrawnTemplates.intentsAtOnce, 1)
    let parts = Schooling.made(jobs, by: crew) { job in
      let first = job * DrawnTemplates.intentsAtOnce
      let range = first..<min(first + DrawnTemplates.intentsAtOnce, intents.count)
      var builder = AutomatonBuilder(lexicon: lexicon) { slots[$0] }
      var (number, tooWide) = (firsts[first], [Int32]())
      for intent in intents[range] {
        for template in [intent.templates, intent.counterExamples].joined() {
          if !builder.add(template.root, accept: number) { tooWide.append(number) }
          number += 1
        }
      }
      return (drawn: builder.part, tooWide: tooWide)
    }
    automaton = AutomatonBuilder.automaton(of: parts.map(\.drawn))
    tooWide = parts.flatMap(\.tooWide)
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

import Chances
import Playbooks
import Understanding
import Vocabulary

@testable import Dialogue

/// A conversation by chance: lines of the playbook's own making, moves, noise, agents, and the clock.
struct Walk {
  private var chance: SplitMix
  private(set) var talk: Talk
  private(set) var lines: [String] = []
  /// What was not as it must be, with the lines that led there.
  private(set) var faults: [String] = []
  private let phrases: [String]

  init(_ engine: Engine, phrases: [String], seed: UInt64) {
    chance = SplitMix(seed: seed)
    talk = Talk(engine)
    self.phrases = phrases
  }

  mutating func run(steps: Int, checksPerson: Bool = true) {
    for _ in 0..<steps where faults.isEmpty { step(checksPerson: checksPerson) }
  }

  private mutating func step(checksPerson: Bool) {
    let before = talk
    let event = nextEvent()
    do {
      try talk.take(event)
    } catch let refusal as Refusal {
      if case .customerSaid = event, refusal != .emptyText { fault("refused: \(refusal)") }
      return
    } catch {
      return fault("threw \(error)")
    }
    for problem in Invariants.broken(after: event, from: before, to: talk) { fault(problem) }
    if checksPerson { checkPerson() }
  }

  private mutating func checkPerson() {
    var fork = talk
    do {
      try fork.say("I want a human")
      if fork.floor == .bot { fault("a person was asked for in vain") }
    } catch {
      fault("asking for a person was refused: \(error)")
    }
  }

  private mutating func fault(_ problem: String) {
    faults.append("\(problem), after: \(lines.suffix(8).joined(separator: " / "))")
  }

  // MARK: what happens

  private mutating func nextEvent() -> Event {
    if talk.snapshot.openCase != nil, Int.random(in: 0..<3, using: &chance) == 0 { return agentEvent() }
    switch Int.random(in: 0..<40, using: &chance) {
    case 0:
      lines.append("(button)")
      return .customerAskedForPerson(via: talk.address, key: nil)
    case 1: talk.wait(hours: Int64.random(in: 1...30, using: &chance))
    default: break
    }
    return say(line())
  }

  private mutating func say(_ text: String) -> Event {
    lines.append(text)
    return .customerSaid(Utterance(text, via: talk.address))
  }

  private mutating func agentEvent() -> Event {
    let agent: AgentID = Bool.random(using: &chance) ? "mia" : "leo"
    let moves: [AgentMove] = [
      .claim, .claim, .claim, .say("Which day was it?"), .note("odd"), .release, .resolve("Done."), .resolve(nil),
      .transfer(to: .agent("leo"), note: nil), .snooze(until: talk.now.adding(milliseconds: Talk.hour)),
    ]
    let move = moves.randomElement(using: &chance) ?? .claim
    lines.append("(\(agent) \(move))")
    return .agentDid(agent, move)
  }

  private mutating func line() -> String {
    var words = Bool.random(using: &chance) ? answer() : nil
    words = words ?? phrases.randomElement(using: &chance)
    let line = words ?? "hello"
    switch Int.random(in: 0..<8, using: &chance) {
    case 0: return line + ". " + (phrases.randomElement(using: &chance) ?? "")
    case 1: return line.uppercased() + "!"
    case 2: return (["no, ", "yes, ", "hi, ", "sorry, ", "not "].randomElement(using: &chance) ?? "") + line
    default: return line
    }
  }

  /// Something that the open question may be after.
  private mutating func answer() -> String? {
    switch talk.expectation {
    case .nothing: return nil
    case .slot(let id):
      return talk.engine.playbook.slot(id).flatMap { Phrases.values(of: $0).randomElement(using: &chance) }
    case .confirmSlot, .confirmIntent, .settled:
      return ["yes", "no", "no thanks", "sure"].randomElement(using: &chance)
    case .chooseIntent, .chooseSlot:
      return ["1", "the second", "none of these", "both"].randomElement(using: &chance)
    }
  }
}

/// Lines made from a playbook alone.
enum Phrases {
  static func all(of playbook: Playbook) -> [String] {
    let own = playbook.intents.flatMap { intent in
      intent.templates.prefix(4).map { filled($0.root, playbook) } + [intent.title]
    }
    return own + playbook.slots.flatMap(values) + acts
  }

  static let acts = [
    "yes", "no", "ok", "never mind", "start over", "say that again", "what can you do", "are you a bot", "thanks",
    "bye",
    "hello", "I don't have it", "why do you ask", "what did I say so far", "none of these", "I already told you",
    "that did not help", "it still does not work", "???", "###", "purple monkeys", "asdf qwer",
    "WHY DOES THIS TAKE SO LONG",
    "4111 1111 1111 1111", "tomorrow or on Friday", "12345 and 54321", "\u{1F600}", "no no no", "shit", "2", "in",
    "not",
  ]

  static func values(of slot: Slot) -> [String] {
    switch slot.kind {
    case .text: ["the blue one by the door", "no"]
    case .name: ["Ana Novak"]
    case .number, .integer: ["3", "ten"]
    case .digits: [String("4417950263817264".prefix(slot.bounds.length?.lowerBound ?? 4)), "12"]
    case .money: ["120 euros", "1,5"]
    case .date: ["yesterday", "tomorrow", "27 November"]
    case .time: ["10:30", "at noon"]
    case .datetime: ["tomorrow at 10:30"]
    case .duration: ["2 years"]
    case .email: ["ana@example.com"]
    case .phone: ["+386 40 123 456"]
    case .url: ["https://example.com/a"]
    case .iban: ["SI56 1910 0000 0123 438"]
    case .card: ["4111 1111 1111 1111"]
    case .yesNo: ["yes", "no"]
    case .choice: slot.options.compactMap(\.says.first)
    case .regex: ["INV-204518", "key-204"]
    }
  }

  private static func filled(_ part: TemplatePart, _ playbook: Playbook) -> String {
    switch part {
    case .text(let text): text
    case .slot(let id): playbook.slot(id).flatMap { values(of: $0).first } ?? ""
    case .optional: ""
    case .alternatives(let arms): arms.first.map { filled($0, playbook) } ?? ""
    case .sequence(let parts): parts.map { filled($0, playbook) }.joined()
    }
  }
}

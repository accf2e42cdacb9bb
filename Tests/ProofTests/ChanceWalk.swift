import Chances
import Playbooks
import TranscriptTesting
import Understanding
import Vocabulary

@testable import Dialogue
@testable import IntentLanguage

/// A conversation by chance, followed through the model.
struct ChanceWalk {
  private var chance: SplitMix
  private var thread: EngineThread
  private var told: [String] = []
  private(set) var follower: Follower
  private(set) var fault: String?
  private let lines: ChanceLines

  static let friday = Timestamp(milliseconds: 1_795_168_800_000)

  init(engine: Engine, proof: Proof, lines: ChanceLines, seed: UInt64) {
    chance = SplitMix(seed: seed)
    thread = EngineThread(engine: engine, at: ChanceWalk.friday)
    follower = Follower(proof)
    self.lines = lines
    _ = try? thread.take(.customerCame(via: thread.address))
  }

  mutating func run(steps: Int) {
    for _ in 0..<steps where fault == nil { step() }
  }

  private mutating func step() {
    if chance.below(25) == 0 { try? thread.wait(milliseconds: Int64(chance.below(30)) * 3_600_000) }
    let event = nextEvent()
    let before = thread
    guard let decision = try? thread.take(event) else { return }
    guard let wrong = follower.follow(event, from: before, to: thread, decision) else { return }
    fault = "\(wrong), after: \(told.suffix(6).joined(separator: " / "))"
  }

  private mutating func nextEvent() -> Event {
    if thread.snapshot.openCase != nil, chance.below(3) == 0 {
      let moves: [AgentMove] = [.claim, .say("Which day was it?"), .release, .resolve("Done."), .resolve(nil), .claim]
      let move = moves[chance.below(moves.count)]
      told.append("(\(move))")
      return .agentDid("mia", move)
    }
    if chance.below(50) == 0 {
      told.append("(button)")
      return .customerAskedForPerson(via: thread.address, key: nil)
    }
    let line = nextLine()
    told.append(line)
    return .customerSaid(Utterance(line, via: thread.address))
  }

  private mutating func nextLine() -> String {
    let answers = lines.answers(to: thread.snapshot.talk.expectation)
    let isAnswer = !answers.isEmpty && chance.below(2) == 0
    let pool = isAnswer ? answers : chance.below(2) == 0 ? lines.intents : lines.others
    let line = pool[chance.below(pool.count)]
    switch chance.below(12) {
    case 0: return line + ". " + lines.others[chance.below(lines.others.count)]
    case 1: return "no, " + line
    case 2: return "yes, " + line
    default: return line
    }
  }
}

/// Lines made from a playbook.
struct ChanceLines {
  let intents: [String]
  let others: [String]
  private let values: [SlotID: [String]]

  init(_ playbook: Playbook) {
    intents = playbook.intents.flatMap { intent in
      intent.templates.prefix(3).compactMap { ExamplePhrases.plain($0) }.filter { !$0.isEmpty } + [intent.title]
    }
    values = Dictionary(
      uniqueKeysWithValues: playbook.slots.map { slot in
        let own = slot.options.prefix(3).compactMap(\.says.first)
        return (slot.id, [ExamplePhrases.value(of: slot), "tomorrow", "the 3rd of May 2031"] + own)
      })
    others =
      ChanceLines.talk + playbook.slots.map { ExamplePhrases.value(of: $0) }
      + playbook.slots.compactMap { slot in slot.cues.first.map { "\($0) \(ExamplePhrases.value(of: slot))" } }
  }

  func answers(to expectation: Understanding.Expectation) -> [String] {
    switch expectation {
    case .nothing: []
    case .slot(let slot): (values[slot] ?? []) + ["I don't have it", "purple monkeys", "why do you ask"]
    case .confirmSlot, .confirmIntent, .settled: ["yes", "no", "no thanks", "sure", "purple monkeys"]
    case .chooseIntent, .chooseSlot: ["1", "the second one", "none of these", "purple monkeys", "no"]
    }
  }

  private static let talk = [
    "yes", "no", "ok", "never mind", "start over", "say that again", "what can you do", "are you a bot", "thanks",
    "bye", "hello", "I don't have it", "why do you ask", "what did I say so far", "none of these",
    "I already told you", "that did not help", "???", "purple monkeys", "asdf qwer", "from tomorrow to Friday",
    "I want a human", "27 November", "12345", "WHY DOES IT TAKE SO LONG",
  ]
}

extension SplitMix {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}

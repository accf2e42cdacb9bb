import Dialogue
import Playbooks
import Vocabulary

/// Conversations that nobody wrote, made from the playbook alone, and what must be true of every one of them: no question
/// whose answer was given, nothing given is forgotten, an end, and a person one line away after every line.
package struct GeneratedTests: Sendable {
  /// What must never be.
  package enum Kind: String, Sendable, CaseIterable {
    case askedTwice = "asked_twice"
    case noPerson = "no_person"
    case forgotten
    case noEnd = "no_end"
    case refused
  }

  /// A conversation that does not hold, as a transcript that fails for the same reason.
  package struct Failure: Sendable {
    package let kind: Kind
    package let intent: IntentID
    package let text: String
  }

  package struct Outcome: Sendable {
    /// Those that went to their end and those that were cut by asking for a person.
    package var conversations = 0
    package var failures: [Failure] = []
    package var seconds = 0.0

    /// In one line, with a count of everything that must never be.
    package var summary: String {
      let counts = Kind.allCases.map { kind in "\(kind.words) \(failures.count { $0.kind == kind })" }
      return "\(conversations) conversations in \((seconds * 10).rounded() / 10) s: " + counts.joined(separator: ", ")
    }
  }

  private let engine: Engine
  private let start: Timestamp
  private let fault: EngineFault?

  package init(engine: Engine, at start: Timestamp, fault: EngineFault? = nil) {
    self.engine = engine
    self.start = start
    self.fault = fault
  }

  /// As many phrasings of each intent as a run of the usual length has time for.
  package static let usualPhrasings = 8

  /// Plays all of them on all cores.
  ///
  /// - Parameter phrasings: of each intent, at most.
  package func run(phrasings: Int = GeneratedTests.usualPhrasings) async -> Outcome {
    let began = ContinuousClock.now
    let samples = Samples(engine: engine, at: start)
    let outcome = await withTaskGroup(of: Outcome.self) { group in
      for intent in engine.playbook.intents {
        for line in Phrasings.of(intent, in: engine.playbook, samples: samples, most: phrasings) {
          group.addTask {
            var walk = GeneratedWalk(
              plan: GeneratedPlan(intent: intent, opening: line, playbook: engine.playbook, samples: samples),
              from: EngineThread(engine: engine, at: start, fault: fault))
            return walk.run()
          }
        }
      }
      var whole = Outcome()
      for await part in group {
        whole.conversations += part.conversations
        whole.failures += part.failures
      }
      return whole
    }
    return Outcome(
      conversations: outcome.conversations, failures: outcome.failures,
      seconds: (ContinuousClock.now - began).inSeconds)
  }
}

extension GeneratedTests.Kind {
  package var words: String {
    switch self {
    case .askedTwice: "asked twice"
    case .noPerson: "no person"
    case .forgotten: "forgotten"
    case .noEnd: "no end"
    case .refused: "refused"
    }
  }
}

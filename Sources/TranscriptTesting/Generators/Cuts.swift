import Dialogue
import Vocabulary

/// Cuts a transcript after every line and asks for a person there.
package enum Cuts {
  /// A state from which a person was asked for in vain.
  package struct DeadEnd: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// The section after which it was cut.
    package let line: Int
    package let why: String
    package var description: String { "\(file):\(line): \(why)" }
  }

  /// Every state of the transcript from which the words do not lead to a person on the next turn.
  package static func deadEnds(
    of transcript: Transcript, from start: EngineThread, asking words: String = "I want a human"
  ) async throws -> [DeadEnd] {
    var ends: [DeadEnd] = []
    try await ThreadWalk.walk(transcript, from: start) { thread, line in
      var fork = thread
      do {
        try fork.say(words)
      } catch {
        ends.append(DeadEnd(file: transcript.file, line: line, why: "refused: \(error)"))
        return
      }
      if fork.state.floor == .bot {
        ends.append(DeadEnd(file: transcript.file, line: line, why: "the floor stays with the bot"))
      }
    }
    return ends
  }

  /// Questions of the transcript for what was known or declined before they were put.
  package static func repeatedQuestions(of transcript: Transcript, from start: EngineThread) async throws -> [DeadEnd] {
    var found: [DeadEnd] = []
    var settled: Set<SlotID> = []
    var seen = 0
    try await ThreadWalk.walk(transcript, from: start) { thread, line in
      for entry in thread.entries.dropFirst(seen) {
        guard let slot = entry.asks, settled.contains(slot) else { continue }
        found.append(
          DeadEnd(file: transcript.file, line: line, why: "\(slot) is asked in entry \(entry.seq) though settled"))
      }
      seen = thread.entries.count
      let matter = thread.state.matter
      settled = Set(matter.facts.keys).union(matter.declined.keys)
    }
    return found
  }
}

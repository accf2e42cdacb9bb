import Vocabulary

/// A conversation that shows a finding, as a transcript that `baton test` plays.
package struct Conversation: Sendable {
  struct Turn: Sendable {
    let said: String
    /// What the bot says to it word for word, then asserters.
    var answers: [String] = []
  }

  let name: String
  /// Where the usual moment does not show it.
  var now: CivilDateTime?
  /// What other programs say, as JSON.
  var lookups: [(name: String, answer: String)] = []
  var turns: [Turn]

  /// As it stands in a `.convo.txt` file.
  package var text: String {
    let head = [name] + (now.map { ["NOW \($0)"] } ?? [])
    let others = lookups.map { "#lookup \($0.name)\n\($0.answer)" }
    let blocks = turns.flatMap { turn -> [String] in
      let me = "#me\n\(turn.said)"
      return turn.answers.isEmpty ? [me] : [me, (["#bot"] + turn.answers).joined(separator: "\n")]
    }
    return ([head.joined(separator: "\n")] + others + blocks).joined(separator: "\n\n") + "\n"
  }
}

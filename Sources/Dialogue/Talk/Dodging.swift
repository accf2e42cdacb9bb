import Playbooks
import Understanding
import Vocabulary

extension Turn {
  /// Records every sign that the customer wants past the bot, with the entry as its evidence.
  mutating func noteSignals(_ heard: Heard) {
    var signals = heard.interpretation.signals.map(\.signal)
    if isSameLineAgain(heard) { signals.append(.sameLine) }
    var seen: Set<Signal> = []
    for signal in signals where seen.insert(signal).inserted {
      guard matter.signals.count < Limits.matterRecords else { return }
      matter.signals.append(SignalRecord(signal: signal, seq: heard.seq))
      talk.dodge = min(talk.dodge + playbook.settings.dodge.weight(of: signal), 1_000)
      because("signal \(signal.rawValue)")
    }
    mayEase = seen.isEmpty
    if !heard.filled.changed.isEmpty || heard.interpretation.mentions.contains(where: { $0.intent != nil }) { ease() }
  }

  /// Progress lowers the score by one, once a line, and not where the line itself is a sign.
  mutating func ease() {
    guard mayEase else { return }
    mayEase = false
    talk.dodge = max(0, talk.dodge - 1)
  }

  /// The same words twice in a row, where they are more than an answer.
  private func isSameLineAgain(_ heard: Heard) -> Bool {
    guard let last = talk.lastLine, !last.isEmpty, last == heard.compared else { return false }
    let isAnswer = heard.isOnly(.yes) || heard.isOnly(.no) || heard.isPleasantry || !heard.filled.changed.isEmpty
    return !isAnswer
  }
}

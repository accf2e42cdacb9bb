import Playbooks
import Vocabulary

/// A generated conversation that does not hold, written so that `baton test` fails on it for the same reason.
enum GeneratedTranscript {
  static func text(
    _ kind: GeneratedTests.Kind, of intent: IntentID, _ slot: SlotID?, value: String?, lines: [String],
    at start: CivilDateTime
  ) -> String {
    let subject = slot.map { " \($0)" } ?? ""
    let head = ["Generated for \(intent): \(kind.words)\(subject)", "NOW \(start)"]
    let said = lines.flatMap { ["", "#me", TranscriptParser.escaped($0)] }
    return (head + said + ["", "#bot", asserter(kind, slot, value), ""]).joined(separator: "\n")
  }

  private static func asserter(_ kind: GeneratedTests.Kind, _ slot: SlotID?, _ value: String?) -> String {
    switch kind {
    case .askedTwice: slot.map { Asserter.notAsked([$0]).notation } ?? "SILENT"
    case .forgotten: slot.map { Asserter.slot($0, value ?? "").notation } ?? "SILENT"
    // Whatever else there may be, it is not the bot who goes on.
    case .noPerson, .noEnd, .refused: "!" + Asserter.floor("bot", nil).notation
    }
  }
}

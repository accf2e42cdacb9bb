import Vocabulary

@testable import Understanding

/// What the calendar reads in a line on Friday, 20 November 2026 at 15:30.
enum CalendarReading {
  static let now = CivilDateTime(
    CivilDate(daysSince1970: 20_777), TimeOfDay(secondsOfDay: 15 * 3600 + 30 * 60))

  static func read(_ text: String, country: String? = nil) -> [Entity] {
    CalendarReader().read(Line(text), in: ReadingContext(now: now, country: country))
  }

  /// `value <- words` of every reading of that kind that counts without a question.
  static func clear(_ kind: EntityKind, in text: String, country: String? = nil) -> [String] {
    shown(kind, in: text, latent: false, country: country)
  }

  static func latent(_ kind: EntityKind, in text: String) -> [String] {
    shown(kind, in: text, latent: true, country: nil)
  }

  private static func shown(_ kind: EntityKind, in text: String, latent: Bool, country: String?) -> [String] {
    let line = Line(text)
    return read(text, country: country).filter { $0.kind == kind && $0.latent == latent }
      .map { "\($0.value.plain) <- \(line.typed($0.span))" }
  }
}

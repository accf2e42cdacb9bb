import Playbooks
import Vocabulary

@testable import Understanding

/// What is read in a German line on Friday, 20 November 2026 at 15:30.
enum GermanReading {
  static let suite = EntitySuite(playbook: Playbook(), calendar: CalendarReader(), lexicon: .german)

  /// `value <- words` of every reading of that kind that counts without a question, or of those that need one.
  static func read(_ kind: EntityKind, in text: String, latent: Bool = false) -> [String] {
    let line = Line(text, in: .german)
    let context = ReadingContext(now: CalendarReading.now, language: .german, country: "AT", currency: "EUR")
    return suite.read(line, in: context).filter { $0.kind == kind && $0.latent == latent }
      .map { "\($0.value.plain) <- \(line.typed($0.span))" }
  }

  /// The values alone, of readings with and without a question.
  static func values(_ kind: EntityKind, in text: String) -> [String] {
    (read(kind, in: text) + read(kind, in: text, latent: true)).compactMap {
      $0.components(before: " <- ")
    }
  }

  static func acts(_ text: String) -> [Act] {
    let terms = Terms(text, in: .german)
    return ActReader(settings: Settings(), lexicon: .german).read(terms)
  }
}

extension String {
  fileprivate func components(before mark: String) -> String? {
    var head = Substring(self)
    while !head.isEmpty {
      if head.hasSuffix(mark) { return String(head.dropLast(mark.count)) }
      head = head.dropLast()
    }
    return nil
  }
}

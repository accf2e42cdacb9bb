import Testing
import Vocabulary

@testable import Understanding

/// One sentence of a corpus and the values that must be read from it, as `Value.plain`.
struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  let values: [String]
  init(_ text: String, _ values: String...) {
    self.text = text
    self.values = values
  }
  var testDescription: String { text }
}

enum Samples {
  static let now: CivilDateTime = CivilDateTime(secondsSince1970: 1_795_168_800)

  static func context(country: String? = nil, currency: String? = nil) -> ReadingContext {
    ReadingContext(now: now, country: country, currency: currency)
  }
}

/// The values of that kind that count without a question, or with `latent` those that need one.
func values(
  _ reader: some EntityReader, _ text: String, _ kind: EntityKind, latent: Bool = false,
  in context: ReadingContext = Samples.context()
) -> [String] {
  reader.read(Line(text), in: context).filter { $0.kind == kind && $0.latent == latent }
    .sorted { $0.span.from < $1.span.from }.map(\.value.plain)
}

import Vocabulary

/// Finds values of one kind, or of one family of kinds, in a line.
///
/// A reader never looks at a clock: "yesterday" is relative to `context.now`. It reports every reading that a person
/// would understand without more context, and those that need an open question as `latent`.
package protocol EntityReader: Sendable {
  func read(_ line: Line, in context: ReadingContext) -> [Entity]

  /// The same where the words that are `taken` are part of surer values.
  func read(_ line: Line, in context: ReadingContext, taken: TokenMask) -> [Entity]
}

extension EntityReader {
  package func read(_ line: Line, in context: ReadingContext, taken: TokenMask) -> [Entity] { read(line, in: context) }
}

import Vocabulary

/// Finds values of one kind, or of one family of kinds, in a line.
///
/// A reader never looks at a clock: "yesterday" is relative to `context.now`. It reports every reading that a person
/// would understand without more context, and those that need an open question as `latent`.
package protocol EntityReader: Sendable {
  func read(_ line: Line, in context: ReadingContext) -> [Entity]
}

/// Where a pattern matched, in Unicode scalars of the text.
package struct PatternMatch: Hashable, Sendable {
  package let span: Range<Int>
  /// The named groups that took part.
  package let groups: [String: Range<Int>]
}

/// What became of a search.
package enum PatternOutcome: Hashable, Sendable {
  case match(PatternMatch)
  case noMatch
  /// The search went over its limits and was given up: to be read as no match, and to be counted.
  case exhausted
}

/// Why a pattern is refused, and where in it, in Unicode scalars.
package struct PatternError: Error, Hashable, Sendable {
  package let message: String
  package let offset: Int
}

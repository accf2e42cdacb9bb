import CPCRE2

/// A compiled PCRE2 pattern that never matches for long: what exceeds its limits is no match, and said so.
///
/// Compiled code and match contexts are only read while matching, so that any number of tasks may share a pattern.
package final class Pattern: Sendable {
  package let source: String
  /// In the order of their numbers.
  package let groupNames: [String]
  private let groupNumbers: [Int]
  nonisolated(unsafe) private let code: OpaquePointer

  /// Refuses what does not compile, what PCRE2 cannot translate to machine code, and what would change the engine's limits.
  package init(_ source: String, caseless: Bool = true) throws(PatternError) {
    try Pattern.refuseVerbs(source)
    code = try Pattern.compile(source, caseless: caseless)
    guard pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 else {
      pcre2_code_free_8(code)
      throw PatternError(message: "this pattern is too large or of a kind that cannot be run quickly", offset: 0)
    }
    let groups = Pattern.names(of: code)
    self.source = source
    groupNames = groups.map(\.name)
    groupNumbers = groups.map(\.number)
  }

  deinit { pcre2_code_free_8(code) }

  /// The first match; an exhausted one counts as none.
  package func firstMatch(in text: String) -> PatternMatch? {
    guard case .match(let match) = outcome(in: text) else { return nil }
    return match
  }

  /// What became of one search from the start of the text.
  package func outcome(in text: String) -> PatternOutcome {
    search(text, limit: 1).outcome
  }

  /// Matches from left to right that do not overlap, at most `limit` of them.
  package func matches(in text: String, limit: Int) -> [PatternMatch] {
    search(text, limit: limit).matches
  }

  private struct Search {
    var matches: [PatternMatch] = []
    var exhausted = false
    var outcome: PatternOutcome {
      if let match = matches.first { return .match(match) }
      return exhausted ? .exhausted : .noMatch
    }
  }

  private func search(_ text: String, limit: Int) -> Search {
    guard limit > 0, let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return Search() }
    defer { pcre2_match_data_free_8(data) }
    var text = text
    return text.withUTF8 { bytes in search(bytes, limit: limit, data: data) }
  }

  private func search(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, data: OpaquePointer) -> Search {
    var empty: UInt8 = 0
    return withUnsafePointer(to: &empty) { placeholder in
      var search = Search()
      let subject = bytes.baseAddress ?? placeholder
      let length = MatchLimits.cut(bytes)
      let context = MatchLimits.context(forBytes: length)
      var ruler = ScalarRuler(bytes: bytes)
      var start = 0
      while search.matches.count < limit, start <= length {
        let count = Pattern.run(code, subject, length, start, data, context)
        guard count > 0 else {
          search.exhausted = count != PCRE2_ERROR_NOMATCH
          break
        }
        let ends = Offsets(data: data)
        guard let span = ends.span(of: 0) else { break }
        search.matches.append(match(span: span, ends: ends, ruler: &ruler))
        start = max(span.upperBound, start)
        if span.isEmpty || start == span.lowerBound { start = MatchLimits.next(after: start, in: bytes) }
      }
      return search
    }
  }

  /// A deep pattern may need more than the small stack of the machine code; the interpreter has a heap limit instead.
  private static func run(
    _ code: OpaquePointer, _ subject: UnsafePointer<UInt8>, _ length: Int, _ start: Int, _ data: OpaquePointer,
    _ context: OpaquePointer?
  ) -> Int32 {
    let checked = UInt32(PCRE2_NO_UTF_CHECK)
    let count = pcre2_match_8(code, subject, length, start, checked, data, context)
    guard count == PCRE2_ERROR_JIT_STACKLIMIT else { return count }
    return pcre2_match_8(code, subject, length, start, checked | UInt32(PCRE2_NO_JIT), data, context)
  }

  private func match(span: Range<Int>, ends: Offsets, ruler: inout ScalarRuler) -> PatternMatch {
    var groups: [String: Range<Int>] = [:]
    for (name, number) in zip(groupNames, groupNumbers) {
      if let bytes = ends.span(of: number) { groups[name] = ruler.scalars(bytes) }
    }
    return PatternMatch(span: ruler.scalars(span), groups: groups)
  }
}

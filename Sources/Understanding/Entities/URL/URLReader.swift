import Vocabulary

/// Finds addresses of web pages: with a scheme, with `www.`, or bare with a common ending.
package struct URLReader: EntityReader {
  package init() {}

  private static let scalarsMax = 2_000
  private static let schemes: Set<String> = ["http", "https", "ftp"]

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    var found: [Entity] = []
    var at = 0
    while at < line.tokens.count {
      let token = line.tokens[at]
      guard token.shape == .mark, token.folded == "." || token.folded == ":", line.isGlued(at), line.isGlued(at + 1),
        let range = range(line, at)
      else {
        at += 1
        continue
      }
      let span = line.span(range.tokens)
      if span.count <= URLReader.scalarsMax {
        found.append(Entity(kind: .url, value: .url(line.typed(span)), span: span, rule: range.rule))
      }
      at = range.tokens.upperBound + 1
    }
    return found
  }

  private func range(_ line: Line, _ at: Int) -> (tokens: ClosedRange<Int>, rule: String)? {
    if line.isMark(at, ":") {
      guard line.isMark(at + 1, "/"), line.isMark(at + 2, "/"), line.isGlued(at + 2), line.isGlued(at + 3),
        let scheme = line.word(at - 1), URLReader.schemes.contains(scheme), line.token(at + 3)?.shape != .mark
      else { return nil }
      return ((at - 1)...pathEnd(line, at + 3), "url: scheme")
    }
    var first = at - 1
    while first > 0, line.isGlued(first), let token = line.token(first - 1), token.shape != .mark || token.folded == "-"
    {
      first -= 1
    }
    guard let start = line.token(first), start.shape != .mark || first < at - 1 else { return nil }
    if line.isGlued(first), line.isMark(first - 1, "@") || line.isMark(first - 1, "/") { return nil }
    guard let host = hostEnd(line, at) else { return nil }
    if line.isMark(host + 1, "@"), line.isGlued(host + 1) { return nil }
    let isWorldWide = start.folded == "www"
    let isKnown = line.word(host).map(TopLevelDomains.isBare) == true
    guard isWorldWide || isKnown else { return nil }
    let isPath = line.isGlued(host + 1) && "/?#:".utf8.contains(line.markByte(host + 1)) && line.isGlued(host + 2)
    return (first...(isPath ? pathEnd(line, host) : host), isWorldWide ? "url: www" : "url: bare domain")
  }

  /// The last label after points that touch both sides.
  private func hostEnd(_ line: Line, _ point: Int) -> Int? {
    var end: Int?
    var at = point
    while line.isMark(at, "."), line.isGlued(at), line.isGlued(at + 1), let label = line.token(at + 1),
      label.shape != .mark
    {
      at += 2
      while line.isGlued(at), let more = line.token(at),
        more.shape != .mark || (more.folded == "-" && line.isGlued(at + 1) && line.token(at + 1)?.shape != .mark)
      { at += 1 }
      end = at - 1
    }
    return end
  }

  /// The last token before a blank, without closing punctuation.
  private func pathEnd(_ line: Line, _ start: Int) -> Int {
    var last = start
    while line.isGlued(last + 1) { last += 1 }
    while last > start, ".,;:!?)'\"]>".utf8.contains(line.markByte(last)) { last -= 1 }
    return last
  }
}

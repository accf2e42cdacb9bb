import Vocabulary

/// Finds addresses of web pages: with a scheme, with `www.`, bare with a common ending, or of a machine with its port.
package struct URLReader: EntityReader {
  package init() {}

  static let localHost = "localhost"
  private static let scalarsMax = 2_000
  private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "sftp", "ws", "wss"]

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    var found: [Entity] = []
    var at = 0
    while at < line.tokens.count {
      guard let range = range(line, at) else {
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

  private typealias Found = (tokens: ClosedRange<Int>, rule: String)

  private func range(_ line: Line, _ at: Int) -> Found? {
    let token = line.tokens[at]
    if token.shape == .word {
      return token.folded.utf8.count == 9 && token.folded == URLReader.localHost ? local(line, at) : nil
    }
    guard token.shape == .mark, line.isGlued(at), line.isGlued(at + 1) else { return nil }
    if token.folded == ":" { return schemed(line, at) }
    return token.folded == "." ? bare(line, at) : nil
  }

  private func schemed(_ line: Line, _ at: Int) -> Found? {
    guard line.isMark(at + 1, "/"), line.isMark(at + 2, "/"), line.isGlued(at + 2), line.isGlued(at + 3),
      let scheme = line.word(at - 1), URLReader.schemes.contains(scheme), let host = line.token(at + 3),
      host.shape != .mark, host.shape == .word || line.isGlued(at + 4)
    else { return nil }
    return ((at - 1)...pathEnd(line, at + 3), "url: scheme")
  }

  /// "localhost:8080/status".
  private func local(_ line: Line, _ at: Int) -> Found? {
    if line.isGlued(at), "@./-".utf8.contains(line.markByte(at - 1)) { return nil }
    return (at...(hasPath(line, at) ? pathEnd(line, at) : at), "url: this machine")
  }

  private func bare(_ line: Line, _ at: Int) -> Found? {
    var first = at - 1
    while first > 0, line.isGlued(first), let token = line.token(first - 1), token.shape != .mark || token.folded == "-"
    {
      first -= 1
    }
    guard let start = line.token(first), start.shape != .mark || first < at - 1 else { return nil }
    if line.isGlued(first), line.isMark(first - 1, "@") || line.isMark(first - 1, "/") { return nil }
    guard let host = hostEnd(line, at) else { return nil }
    if line.isMark(host + 1, "@"), line.isGlued(host + 1) { return nil }
    let hasPath = hasPath(line, host)
    guard let rule = rule(line, first...host, hasPath: hasPath) else { return nil }
    return (first...(hasPath ? pathEnd(line, host) : host), rule)
  }

  private func rule(_ line: Line, _ host: ClosedRange<Int>, hasPath: Bool) -> String? {
    if line.tokens[host.lowerBound].folded == "www" { return "url: www" }
    guard let end = line.word(host.upperBound), line.isMark(host.upperBound - 1, ".") else {
      return hasPath && isMachine(line, host) ? "url: number of a machine" : nil
    }
    if TopLevelDomains.isBare(end) { return "url: bare domain" }
    return hasPath && line.isMark(host.upperBound + 1, "/") && TopLevelDomains.isHost(end) ? "url: bare domain" : nil
  }

  /// `192.168.1.20`.
  private func isMachine(_ line: Line, _ host: ClosedRange<Int>) -> Bool {
    guard host.count == 7 else { return false }
    return stride(from: host.lowerBound, through: host.upperBound, by: 2).allSatisfy { at in
      line.isDigits(at) && Int(line.tokens[at].folded).map { $0 < 256 } == true
    }
  }

  /// A port, a path, a query or a fragment touches the host.
  private func hasPath(_ line: Line, _ host: Int) -> Bool {
    guard line.isGlued(host + 1), line.isGlued(host + 2) else { return false }
    let mark = line.markByte(host + 1)
    return mark == UInt8(ascii: ":") ? line.isDigits(host + 2) : "/?#".utf8.contains(mark)
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

  /// The last token before a blank, without closing punctuation; a bracket that was opened inside stays.
  private func pathEnd(_ line: Line, _ start: Int) -> Int {
    var last = start
    var open = 0
    while line.isGlued(last + 1) {
      last += 1
      if line.isMark(last, "(") { open += 1 }
      if line.isMark(last, ")") { open -= 1 }
    }
    while last > start, ".,;:!?)'\"]>".utf8.contains(line.markByte(last)) {
      if line.isMark(last, ")") {
        guard open < 0 else { break }
        open += 1
      }
      last -= 1
    }
    return last
  }
}

import Vocabulary

/// Finds e-mail addresses; those that are spelled out ("ana at example dot com") mostly count only where asked.
package struct EmailReader: EntityReader {
  package init() {}

  /// RFC 5321.
  private static let scalarsMax = 254
  private static let localMarks = Set(".+-_%'&!#~=".unicodeScalars.map(String.init))
  private static let spokenMarks = ["dot": ".", "underscore": "_", "dash": "-", "hyphen": "-", "plus": "+"]

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    var found: [Entity] = []
    for (at, token) in line.tokens.enumerated() {
      if token.shape == .mark, token.folded == "@" {
        if let entity = written(line, at) { found.append(entity) }
      } else if token.shape == .word, token.folded == "at", let entity = spelled(line, at) {
        found.append(entity)
      }
    }
    return found
  }

  private func written(_ line: Line, _ at: Int) -> Entity? {
    var first = at
    while first > 0, line.isGlued(first), let token = line.token(first - 1), isLocal(token) {
      if token.folded == ".", line.isMark(first, "."), line.isGlued(first) {
        // "well...ana@example.com" begins behind the points; of two points one is a slip, and nobody knows which.
        guard line.isMark(first - 2, "."), line.isGlued(first - 1) else { return nil }
        break
      }
      first -= 1
    }
    while first < at, line.tokens[first].shape == .mark { first += 1 }
    guard first < at, !isInAddress(line, first), let last = domainEnd(line, at + 1) else { return nil }
    let span = line.span(first...last)
    guard span.count <= EmailReader.scalarsMax else { return nil }
    let local = visible(line, line.span(first...(at - 1)))
    let domain = visible(line, line.span((at + 1)...last)).lowercased()
    return Entity(kind: .email, value: .email(local + "@" + domain), span: span, rule: "email: written")
  }

  /// The name and password of `https://ana:secret@example.com`.
  private func isInAddress(_ line: Line, _ first: Int) -> Bool {
    var at = first
    while at > 1, line.isGlued(at) {
      if line.isMark(at - 1, "/"), line.isMark(at - 2, "/") { return true }
      at -= 1
    }
    return false
  }

  private func isLocal(_ token: Token) -> Bool {
    token.shape != .mark || EmailReader.localMarks.contains(token.folded)
  }

  /// The last token of a domain with at least one point and a top level of letters.
  private func domainEnd(_ line: Line, _ start: Int) -> Int? {
    var at = start
    var end: Int?
    var points = 0
    while let token = line.token(at), line.isGlued(at) {
      if token.shape == .mark {
        guard token.folded == "." || token.folded == "-", at > start else { break }
        points += token.folded == "." ? 1 : 0
      } else if token.shape == .word, points > 0, line.isMark(at - 1, "."), token.folded.utf8.count >= 2 {
        end = at
      } else if token.shape == .digits {
        end = nil
      }
      at += 1
    }
    return end
  }

  private func visible(_ line: Line, _ span: ScalarSpan) -> String {
    String(
      String.UnicodeScalarView(line.scalars[span.from..<span.to].filter { !$0.properties.isDefaultIgnorableCodePoint }))
  }

  /// "name at example dot com": parts joined by "dot", "dash", "underscore" or by the marks themselves.
  private func spelled(_ line: Line, _ at: Int) -> Entity? {
    guard at > 0, line.token(at)?.followsBlank == true, let domain = spelledDomain(line, at + 1) else { return nil }
    var first = at - 1
    guard let start = line.token(first), start.shape != .mark else { return nil }
    var local = line.typed(start.span)
    // "Ana.novak at example.com" can be nothing else; "look at example.com" can.
    var isSure = false
    while first > 0 {
      if line.isGlued(first), let token = line.token(first - 1), isLocal(token) {
        first -= 1
        local = line.typed(token.span) + local
        isSure = isSure || "._+".utf8.contains(line.markByte(first))
      } else if let word = line.word(first - 1), let mark = EmailReader.spokenMarks[word],
        let part = line.token(first - 2),
        part.shape != .mark
      {
        first -= 2
        local = line.typed(part.span) + mark + local
      } else {
        break
      }
    }
    let span = line.span(first...domain.last)
    guard span.count <= EmailReader.scalarsMax else { return nil }
    return Entity(
      kind: .email, value: .email(local + "@" + domain.text), span: span, latent: !isSure || !domain.isWritten,
      rule: "email: spelled out")
  }

  private func spelledDomain(_ line: Line, _ start: Int) -> (text: String, last: Int, isWritten: Bool)? {
    guard let first = line.token(start), first.shape != .mark else { return nil }
    var text = first.folded
    var at = start
    var isWritten = true
    var best: (String, Int, Bool)?
    while text.utf8.count < 100 {
      let glued = line.isGlued(at + 1) && line.isGlued(at + 2) && (line.isMark(at + 1, ".") || line.isMark(at + 1, "-"))
      let mark = glued ? line.tokens[at + 1].folded : line.word(at + 1).flatMap { EmailReader.spokenMarks[$0] }
      guard let mark, mark == "." || mark == "-", let part = line.token(at + 2), part.shape != .mark else { break }
      text += mark + part.folded
      isWritten = isWritten && glued
      at += 2
      if mark == ".", TopLevelDomains.isKnown(part.folded) { best = (text, at, isWritten) }
    }
    return best
  }
}

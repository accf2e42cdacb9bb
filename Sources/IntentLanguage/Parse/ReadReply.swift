import Playbooks
import Vocabulary

extension DeclarationReader {
  /// A text, or a text for each language.
  mutating func reply(_ entry: LocatedMap.Entry) -> DeclaredReply? {
    let subject = "\"\(entry.key.text)\""
    guard case .map(let map) = entry.value else {
      guard let text = text(entry.value, subject, "what Baton says") else { return nil }
      return DeclaredReply(place: text.place, bodies: [body(text, nil)])
    }
    var bodies: [DeclaredReply.Body] = []
    for entry in map.entries {
      if let language = language(entry.key.name), let text = text(entry.value, subject, "what Baton says") {
        bodies.append(body(text, language))
      }
    }
    guard !bodies.isEmpty else {
      if map.entries.isEmpty { report(ShapeProblem.empty(subject, "what Baton says"), at: map.place) }
      return nil
    }
    return DeclaredReply(place: map.place, bodies: bodies)
  }

  private mutating func body(_ text: LocatedText, _ language: LocatedName?) -> DeclaredReply.Body {
    // Most replies name nothing.
    if let last = text.text.utf8.last, last > 0x20, last < 0x80,
      !text.text.utf8.contains(UInt8(ascii: "{"))
    {
      return DeclaredReply.Body(language: language, place: text.place, parts: [.text(text.text)])
    }
    var scalars = Array(text.text.unicodeScalars)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    // Places count from 0:0 within the text first; then every one is looked up in the file.
    let origin = SourcePlace(file: text.place.file, line: 0, column: 0)
    let (parts, problems) = ReplySyntax.parse(String(String.UnicodeScalarView(scalars)), at: origin)
    for problem in problems { report(ReplyProblem.syntax(problem.kind), at: text.place(at: problem.offset)) }
    let locator = Locator(text: text, scalars: scalars)
    return DeclaredReply.Body(language: language, place: text.place, parts: parts.map(locator.located))
  }

  private struct Locator {
    let text: LocatedText
    let starts: [Int]

    init(text: LocatedText, scalars: [Unicode.Scalar]) {
      self.text = text
      starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    func located(_ part: ReplyPart) -> ReplyPart {
      switch part {
      case .text: part
      case .value(let name): .value(located(name))
      case .section(let name, let inverted, let parts): .section(located(name), inverted: inverted, parts.map(located))
      }
    }

    private func located(_ name: ReplyName) -> ReplyName {
      let offset = (starts.element(at: name.place.line) ?? 0) + name.place.column
      return ReplyName(name.path, at: text.place(at: offset))
    }
  }

  /// A language tag such as `en` or `pt-br`.
  mutating func language(_ name: LocatedName) -> LocatedName? {
    let parts = name.text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    let legal =
      (parts.first.map { (2...3).contains($0.count) } ?? false)
      && parts.allSatisfy {
        (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    guard legal else {
      report(ValueProblem.bad("language", name.text, expected: "a language such as en, sl or de-at"), at: name.place)
      return nil
    }
    return LocatedName(text: name.text.lowercased(), place: name.place)
  }
}

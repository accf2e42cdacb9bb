import Vocabulary

/// The shapes that values have: a text, a list, a map with known keys, a flag, a number.
extension DeclarationReader {
  /// The map, or a finding that says what was expected.
  mutating func map(_ node: LocatedNode, _ subject: @autoclosure () -> String, _ expected: String) -> LocatedMap? {
    switch node {
    case .map(let map): return map
    case .text(let text) where text.isMissing:
      report(ShapeProblem.empty(subject(), expected), at: text.place)
    case .text, .list: report(ShapeProblem.wrong(subject(), expected: expected), at: node.place)
    }
    return nil
  }

  /// The entries whose keys are known, in order; the other keys are reported.
  mutating func entries<Key: RawRepresentable & CaseIterable>(
    _ map: LocatedMap, _ keys: Key.Type, of owner: String
  ) -> [(key: Key, entry: LocatedMap.Entry)] where Key.RawValue == String {
    var known: [(key: Key, entry: LocatedMap.Entry)] = []
    for entry in map.entries {
      if let key = Key(rawValue: entry.key.text) {
        known.append((key, entry))
      } else {
        let names = Key.allCases.map(\.rawValue)
        report(ShapeProblem.unknownKey(entry.key.text, of: owner, known: names), at: entry.key.place)
      }
    }
    return known
  }

  /// A text that says something.
  mutating func text(_ entry: LocatedMap.Entry, _ expected: @autoclosure () -> String = "a text") -> LocatedText? {
    text(entry.value, "\"\(entry.key.text)\"", expected())
  }

  mutating func text(
    _ node: LocatedNode, _ subject: @autoclosure () -> String, _ expected: @autoclosure () -> String = "a text"
  ) -> LocatedText? {
    switch node {
    case .text(let text) where text.isBlank: report(ShapeProblem.empty(subject(), expected()), at: text.place)
    case .text(let text): return text
    case .list, .map: report(ShapeProblem.wrong(subject(), expected: expected()), at: node.place)
    }
    return nil
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func texts(_ entry: LocatedMap.Entry, _ item: String = "a text") -> [LocatedText] {
    texts(entry.value, "\"\(entry.key.text)\"", item)
  }

  mutating func texts(_ node: LocatedNode, _ subject: String, _ item: String) -> [LocatedText] {
    switch node {
    case .list(let list):
      return list.items.compactMap { text($0, "An item of \(subject)", item) }
    case .text: return text(node, subject, "\(item) or a list").map { [$0] } ?? []
    case .map:
      report(ShapeProblem.wrong(subject, expected: "\(item) or a list"), at: node.place)
      return []
    }
  }

  mutating func names(_ entry: LocatedMap.Entry, _ item: String) -> [LocatedName] {
    var seen: Set<String> = []
    return texts(entry, item).map(\.name).filter { name in
      let isNew = seen.insert(name.text).inserted
      if !isNew { report(NameProblem.namedTwice(name.text, in: entry.key.text), at: name.place) }
      return isNew
    }
  }

  /// `yes` and `no`, `true` and `false`.
  mutating func flag(_ entry: LocatedMap.Entry) -> Bool? {
    guard let text = text(entry, "yes or no") else { return nil }
    if let flag = Flag.read(text.text) { return flag }
    report(ValueProblem.bad(entry.key.text, text.text, expected: "yes or no"), at: text.place)
    return nil
  }

  mutating func whole(_ entry: LocatedMap.Entry, in range: ClosedRange<Int>) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(entry, expected) else { return nil }
    if let number = Int(text.text), range.contains(number) { return number }
    report(ValueProblem.bad(entry.key.text, text.text, expected: expected), at: text.place)
    return nil
  }

  mutating func duration(_ entry: LocatedMap.Entry, example: String) -> Int64? {
    guard let text = text(entry, "a length of time such as \(example)") else { return nil }
    if let duration = DurationSyntax.milliseconds(text.text), duration > 0 { return duration }
    let expected = "a length of time such as \(example)"
    report(ValueProblem.bad(entry.key.text, text.text, expected: expected), at: text.place)
    return nil
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ entry: LocatedMap.Entry, _ words: Word.Type
  ) -> Word? where Word.RawValue == String {
    let names = Word.allCases.map(\.rawValue)
    guard let text = text(entry, "one of: \(Phrase.list(names))") else { return nil }
    if let word = Word(rawValue: text.text) { return word }
    report(ValueProblem.unknownWord(entry.key.text, text.text, known: names), at: text.place)
    return nil
  }
}

enum Flag {
  static func read(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }
}

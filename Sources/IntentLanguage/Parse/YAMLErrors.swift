import Vocabulary
import Yams

/// Says in plain words what the YAML parser found.
enum YAMLErrors {
  static func finding(for error: YamlError, in source: SourceText) -> Finding {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return finding(problem, context, mark, source)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
      return Finding(YAMLProblem.unreadable, at: source.place(1, 1))
    }
  }

  private static func finding(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ source: SourceText
  ) -> Finding {
    let here = source.place(mark.line, mark.column)
    if problem.contains("another document") { return Finding(YAMLProblem.severalDocuments, at: here) }
    if problem.contains("nesting level") { return Finding(YAMLProblem.tooDeep, at: here) }
    if let sentence = unquotedSentence(near: mark, context?.mark, source) { return sentence }
    if problem.contains("end of stream"), let start = context?.mark {
      return Finding(unclosedQuote, at: source.place(start.line, start.column))
    }
    let scalar = source.scalar(mark.line - 1, mark.column - 1)
    if scalar == "\t" || problem.contains("tab character") { return Finding(tab, at: here) }
    let known = translations.first { problem.contains($0.part) || (context?.text.contains($0.part) ?? false) }
    let words = known.map { YAMLProblem.syntax(text: $0.text, help: $0.help) }
    return Finding(words ?? YAMLProblem.syntax(text: "this cannot be read: \(problem)", help: general), at: here)
  }

  /// A sentence such as `- [the] card` or `- {slot} is lost`, which YAML takes for a list or a map.
  private static func unquotedSentence(near mark: Mark, _ other: Mark?, _ source: SourceText) -> Finding? {
    for number in [other?.line, mark.line, mark.line - 1].compactMap({ $0 }) {
      guard let line = source.line(number - 1),
        var column = line.firstIndex(where: { $0 != " " })
      else { continue }
      if line[column] == "-" { column = line[(column + 1)...].firstIndex { $0 != " " } ?? column }
      guard line[column] == "[" || line[column] == "{" else { continue }
      let close = line[column...].lastIndex { $0 == "]" || $0 == "}" } ?? column
      let rest = line[(close + 1)...]
      let continues = rest.contains { $0.properties.isAlphabetic } || isBroken(line[column...close])
      if continues { return Finding(bracketSentence, at: source.place(number, column + 1)) }
    }
    return nil
  }

  private static func isBroken(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    var inside = false
    for (index, scalar) in zip(part.indices, part) {
      if scalar == "]" || scalar == "}" { inside = true }
      if inside, scalar.properties.isAlphabetic, part.indices.contains(index) { return true }
    }
    return false
  }

  private static let general = "Compare the indentation, the colons and the quotes with the lines around it."
  private static let unclosedQuote = YAMLProblem.syntax(
    text: "a quote is opened here and never closed",
    help: "Close it, or put the text between quotes of the other kind. Inside '…' an apostrophe is written twice: ''.")
  private static let tab = YAMLProblem.syntax(
    text: "there is a tab here", help: "YAML indents with blanks only. Replace the tab by two blanks.")
  private static let bracketSentence = YAMLProblem.syntax(
    text: "a sentence that begins with [ or { has to stand in quotes",
    help: "Without them YAML takes it for a list or a map. Write: - '[the] card is lost'")

  /// What the parser says, what it means for an author, and what to do. The first that fits counts.
  private static let translations: [(part: String, text: String, help: String)] = [
    (
      "mapping values are not allowed", "there is a colon here that YAML takes for the end of a key",
      "Put the whole text in quotes: 'one thing: another'. Or look whether this line is indented too far."
    ),
    (
      "unknown escape", "a backslash between double quotes has a meaning of its own",
      "Put the text in single quotes: '\\d{4}'. Between those a backslash is a backslash."
    ),
    (
      "could not find expected ':'", "this line is neither a key with a colon nor part of a list",
      "Write \"key: value\", or begin the line with \"- \", or indent it below the line that it belongs to."
    ),
    (
      "did not find expected '-'", "this line is not part of the list above it",
      "Begin it with \"- \" right below the other dashes, or indent it as far as the key that it belongs to."
    ),
    (
      "block sequence entries are not allowed", "a list cannot begin here",
      "Put the first dash on a line of its own below the key."
    ),
    (
      "did not find expected ',' or ']'", "a list in square brackets is not closed, or a comma is missing",
      "Write: [one, two]. A sentence with brackets in it goes in quotes."
    ),
    (
      "did not find expected ',' or '}'", "a map in braces is not closed, or a comma is missing",
      "Write: { key: value, other: value }. A sentence with braces in it goes in quotes."
    ),
    (
      "alias", "a text that begins with * has to stand in quotes", "Write: '* like this'."
    ),
    (
      "anchor", "a text that begins with & has to stand in quotes", "Write: '& like this'."
    ),
    (
      "tag", "a text that begins with ! has to stand in quotes", "Write: '!like this'."
    ),
    (
      "cannot start any token", "a text that begins with this sign has to stand in quotes",
      "Put the whole text in single quotes: '@ like this'."
    ),
    (
      "did not find expected key", "this line does not fit the lines above it",
      "It is indented by too few or too many blanks, or a quote above it is not closed."
    ),
    (
      "<document start>", "this does not belong to what stands before it",
      "Keys of the same level begin in the same column; look at the indentation."
    ),
  ]
}

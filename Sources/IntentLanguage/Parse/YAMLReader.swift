import Vocabulary
import Yams

/// Reads one file as the part of YAML that authors may use: texts, lists and maps, every scalar as written.
struct YAMLReader {
  private let source: SourceText
  private let text: String
  private(set) var findings: [Finding] = []
  /// Where a key stands a second time, with the key as written.
  private var duplicates: [SourcePlace: String] = [:]
  private var refused: Set<SourcePlace> = []

  /// Nothing where the file is empty or cannot be read; and what is wrong with it.
  typealias Content = (node: LocatedNode?, findings: [Finding])

  static func read(_ file: SourceFile) -> Content {
    var reader = YAMLReader(file)
    let node = reader.run()
    return (node, reader.findings)
  }

  private init(_ file: SourceFile) {
    source = SourceText(file)
    text = file.text
  }

  private mutating func run() -> LocatedNode? {
    guard text.utf8.count <= Limits.intentFileBytes else {
      findings.append(Finding(FileProblem.tooLarge, at: source.place(1, 1)))
      return nil
    }
    if let finding = ForbiddenCharacters.first(in: source) ?? AliasBomb.first(in: source) {
      findings.append(finding)
      return nil
    }
    return compose()
  }

  /// The parser gives up at the first repeated key. Its repetition is made another word, so that everything else in the
  /// file is still read, and is reported where it stands.
  private mutating func compose() -> LocatedNode? {
    // Plain ASCII has no line ends that only YAML knows.
    var text = source.isASCII ? self.text : SourceLines.joined(source.lines)
    var lines: [[Unicode.Scalar]]?
    for _ in 0..<YAMLReader.duplicatesMax {
      do { return try parse(text: text) } catch YamlError.duplicatedKeysInMapping(
        let names, let context)
      {
        var changed = lines ?? source.lines
        let first = DuplicateKey.Spot(line: context.mark.line - 1, column: context.mark.column - 1)
        guard let key = names.first, let second = DuplicateKey.second(of: key, after: first, in: changed) else {
          findings.append(
            Finding(
              YAMLProblem.duplicateKey(names.first ?? "", first: source.place(context.mark.line, context.mark.column)),
              at: source.place(context.mark.line, context.mark.column)))
          return nil
        }
        let place = source.place(second.line + 1, second.column + 1)
        findings.append(
          Finding(
            YAMLProblem.duplicateKey(key, first: source.place(context.mark.line, context.mark.column)), at: place))
        DuplicateKey.disguise(second, in: &changed, number: duplicates.count)
        duplicates[place] = key
        text = SourceLines.joined(changed)
        lines = changed
      } catch let error as YamlError {
        findings.append(YAMLErrors.finding(for: error, in: source))
        return nil
      } catch {
        findings.append(Finding(YAMLProblem.unreadable, at: source.place(1, 1)))
        return nil
      }
    }
    return nil
  }

  private static let duplicatesMax = 200

  private mutating func parse(text: String) throws -> LocatedNode? {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return nil }
    // Anchors are weak references into the parser: it must live until the walk is over.
    return withExtendedLifetime(parser) { located(root, depth: 1) }
  }

  private mutating func located(_ node: Node, depth: Int) -> LocatedNode? {
    let place = place(of: node)
    guard depth <= Limits.intentFileDepth else {
      refuse(YAMLProblem.tooDeep, at: place)
      return nil
    }
    if let anchor = node.anchor {
      refuse(YAMLProblem.anchor(anchor.rawValue), at: place)
      return nil
    }
    if let tag = tag(at: place) {
      refuse(YAMLProblem.tag(tag), at: place)
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return .text(LocatedText(text: scalar.string, style: style(scalar.style), place: place, source: source))
    case .sequence(let sequence):
      return .list(LocatedList(place: place, items: sequence.compactMap { located($0, depth: depth + 1) }))
    case .mapping(let mapping):
      return .map(LocatedMap(place: place, entries: entries(of: mapping, depth: depth)))
    case .alias:
      refuse(YAMLProblem.anchor(""), at: place)
      return nil
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [LocatedMap.Entry] {
    var entries: [LocatedMap.Entry] = []
    for (key, value) in mapping {
      let place = place(of: key)
      if duplicates[place] != nil { continue }
      guard case .text(let name)? = located(key, depth: depth + 1) else {
        if !refused.contains(place) { refuse(YAMLProblem.keyNotText, at: place) }
        continue
      }
      if name.text == "<<" {
        refuse(YAMLProblem.mergeKey, at: place)
      } else if let value = located(value, depth: depth + 1) {
        entries.append(LocatedMap.Entry(key: name, value: value))
      }
    }
    return entries
  }

  /// Says it once for each place: an alias is seen wherever it is used, always at the place of its anchor.
  private mutating func refuse(_ problem: YAMLProblem, at place: SourcePlace) {
    if refused.insert(place).inserted { findings.append(Finding(problem, at: place)) }
  }

  /// The tag that the author wrote there, if any. The parser does not tell `!!str` from none, the file does.
  private func tag(at place: SourcePlace) -> String? {
    guard source.scalar(place.line - 1, place.column - 1) == "!", let line = source.line(place.line - 1)
    else { return nil }
    return String(String.UnicodeScalarView(line[(place.column - 1)...].prefix { $0 != " " }))
  }

  private func place(of node: Node) -> SourcePlace {
    source.place(node.mark?.line ?? 1, node.mark?.column ?? 1)
  }

  private func style(_ style: Node.Scalar.Style) -> LocatedText.Style {
    switch style {
    case .any, .plain: .plain
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal, .folded: .block
    }
  }
}

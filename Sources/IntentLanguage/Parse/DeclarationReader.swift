import Playbooks
import Vocabulary

/// Turns a file's texts, lists and maps into declarations, and says what does not fit. One file of source a topic.
struct DeclarationReader {
  var declared = Declarations()
  var findings: [Finding] = []

  mutating func read(_ file: SourceFile, _ content: YAMLReader.Content) {
    if declared.firstFile.isEmpty { declared.firstFile = file.path }
    findings += content.findings
    guard let node = content.node else { return }
    if case .text(let text) = node, text.isMissing { return }
    guard let map = map(node, "A file", "keys such as intents: and slots:") else { return }
    for (key, entry) in entries(map, FileKey.self, of: "a file") { readSection(key, entry) }
  }

  private mutating func readSection(_ key: FileKey, _ entry: LocatedMap.Entry) {
    if case .text(let text) = entry.value, text.isMissing { return }
    guard let section = map(entry.value, "\"\(key.rawValue)\"", "a name with a colon on each line") else { return }
    switch key {
    case .intents: readNamed(section, "intent") { $0.readIntent($1, $2) }
    case .slots: readNamed(section, "slot") { $0.readSlot($1, $2) }
    case .queues: readNamed(section, "queue") { $0.readQueue($1, $2) }
    case .lookups: readNamed(section, "lookup") { $0.readLookup($1, $2) }
    case .replies: readSentences(section)
    case .settings: readSettings(section, at: entry.key.place)
    }
  }

  private mutating func readNamed(
    _ section: LocatedMap, _ kind: String, _ read: (inout DeclarationReader, LocatedName, LocatedMap) -> Void
  ) {
    for entry in section.entries {
      let id = entry.key.name
      checkName(id, kind)
      if let map = map(entry.value, "The \(kind) \"\(id.text)\"", "its keys, indented below it") {
        read(&self, id, map)
      }
    }
  }

  private mutating func checkName(_ id: LocatedName, _ kind: String) {
    let scalars = id.text.unicodeScalars
    let legal = scalars.allSatisfy { $0.isASCII && ($0 == "_" || Character($0).isLetter || Character($0).isNumber) }
    if !legal || !(scalars.first.map { Character($0).isLetter } ?? false) || scalars.count > Limits.keyScalars {
      report(NameProblem.badName(id.text, kind: kind), at: id.place)
    } else if kind == "slot", DeclarationReader.reservedSlots.contains(id.text) {
      report(NameProblem.reserved(id.text), at: id.place)
    }
  }

  /// Words that mean something else in `when` and in replies.
  private static let reservedSlots: Set<String> = ["channel", "language", "customer", "queue", "lookup", "case"]

  mutating func report(_ problem: any Problem, at place: SourcePlace) {
    findings.append(Finding(problem, at: place))
  }
}

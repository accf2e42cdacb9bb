import Playbooks
import Vocabulary

/// Turns a file's texts, lists and maps into declarations, and says what does not fit. One file of source a topic.
struct DeclarationReader {
  var declared = Declarations()
  var findings: [Finding] = []
  /// Sections of which all files together may have one, or one of a name: they are read when all files are there.
  private var common: [(key: FileKey, entry: LocatedMap.Entry)] = []

  /// All files, in their order. They hardly need each other, and are read by all processors.
  static func read(_ files: [SourceFile]) -> DeclarationReader {
    let readers = AtOnce.map(files) { file in
      var reader = DeclarationReader()
      reader.read(file, YAMLReader.read(file))
      return reader
    }
    var all = DeclarationReader()
    for reader in readers { all.take(reader) }
    all.declared.firstFile = files.first?.path ?? ""
    return all
  }

  private mutating func take(_ other: DeclarationReader) {
    declared.intents += other.declared.intents
    declared.slots += other.declared.slots
    declared.queues += other.declared.queues
    declared.lookups += other.declared.lookups
    findings += other.findings
    for (key, entry) in other.common { readSection(key, entry) }
  }

  private mutating func read(_ file: SourceFile, _ content: YAMLReader.Content) {
    findings += content.findings
    guard let node = content.node else { return }
    if case .text(let text) = node, text.isMissing { return }
    guard let map = map(node, "A file", "keys such as intents: and slots:") else { return }
    for (key, entry) in entries(map, FileKey.self, of: "a file") {
      switch key {
      case .intents, .slots, .queues, .lookups: readSection(key, entry)
      case .replies, .settings: common.append((key, entry))
      }
    }
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
    let legal = scalars.allSatisfy { $0 == "_" || isLetter($0) || ("0"..."9").contains($0) }
    if !legal || !(scalars.first.map { isLetter($0) } ?? false) || scalars.count > Limits.keyScalars {
      report(NameProblem.badName(id.text, kind: kind), at: id.place)
    } else if kind == "slot", DeclarationReader.reservedSlots.contains(id.text) {
      report(NameProblem.reserved(id.text), at: id.place)
    }
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Words that mean something else in `when` and in replies.
  private static let reservedSlots: Set<String> = ["channel", "language", "customer", "queue", "lookup", "case"]

  mutating func report(_ problem: any Problem, at place: SourcePlace) {
    findings.append(Finding(problem, at: place))
  }
}

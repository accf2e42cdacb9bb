import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

struct IntentSchemaTests {
  private static let text = IntentSchema.json
  private static var schema: [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  /// What a validator says of a file: as a YAML reader gives it that keeps all as text, and as one that makes numbers and
  /// switches of what looks like them.
  private func problems(_ yaml: String) throws -> [String] {
    let schema = try #require(Self.schema)
    let (node, _) = YAMLReader.read(SourceFile(path: "a.yml", text: yaml))
    let read = try #require(node)
    return [false, true].flatMap { typed in SmallValidator(schema).problems(read.json(typed: typed)) }
  }

  @Test func `every file of the bank is valid`() throws {
    let files = IntentFolder.read(ProjectFolder.root.appendingPathComponent("Intents").path).files
    #expect(files.count > 20)
    for file in files { #expect(try problems(file.text) == [], "\(file.path)") }
  }

  @Test func `every example of the page about the language is valid`() throws {
    let page = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent("docs/intent-language.md"), encoding: .utf8)
    for example in page.components(separatedBy: "```yaml\n").dropFirst() {
      let text = example.components(separatedBy: "```")[0]
      #expect(try problems(text) == [], "\(text)")
    }
  }

  @Test(arguments: [
    "intent: {}", "intents: [a]", "intents: { 1a: { answer: x } }", "intents: { a: { answer: x, utterence: [b] } }",
    "intents: { a: { title: x } }", "intents: { a: { answer: [x] } }", "intents: { a: { answer: x, confirm: maybe } }",
    "intents: { a: { answer: x, settled: never } }", "intents: { a: { handoff: { queue: q, prio: high } } }",
    "intents: { a: { handoff: { queue: q, priority: highest } } }", "intents: { a: { rules: { when: { b: c } } } }",
    "intents: { a: { rules: [{ when: { b: { above: 3 } }, answer: x }] } }",
    "intents: { a: { rules: [{ when: {} , answer: x }] } }",
    "intents: { a: { rules: [{ when: { b: c } }] } }", "slots: { a: { ask: x } }", "slots: { a: { type: colour } }",
    "slots: { a: { type: choice } }", "slots: { a: { type: regex } }", "slots: { a: { type: money, length: 4 } }",
    "slots: { a: { type: text, past: yes } }", "slots: { a: { type: text, tries: many } }",
    "slots: { a: { type: text, remember: always } }", "queues: { a: { hours: [mon] } }", "queues: { a: { open: yes } }",
    "lookups: { a: { gives: [b] } }", "replies: { hello: x }", "settings: { fallbacks: 0 }", "settings: { humans: x }",
    "settings: { dodge: { weights: { anger: 2 } } }", "settings: { greeting: { english: x } }",
  ])
  func `a file that the parser would refuse for its shape is not valid`(yaml: String) throws {
    #expect(try problems(yaml) != [])
  }

  @Test func `every key of the parser has its shape and its words`() throws {
    let definitions = try #require(Self.schema?["definitions"] as? [String: Any])
    let top = try #require(Self.schema?["properties"] as? [String: Any])
    func check<Key: RawRepresentable & CaseIterable>(_ keys: Key.Type, in owner: Any?) where Key.RawValue == String {
      let properties = (owner as? [String: Any])?["properties"] as? [String: Any] ?? [:]
      #expect(Set(properties.keys) == Set(Key.allCases.map(\.rawValue)), "\(keys)")
      for (key, value) in properties {
        let words = (value as? [String: Any])?["description"] as? String
        #expect(words?.isEmpty == false, "\(keys).\(key)")
      }
    }
    check(FileKey.self, in: Self.schema)
    check(IntentKey.self, in: definitions["intent"])
    check(RuleKey.self, in: definitions["rule"])
    check(SlotKey.self, in: definitions["slot"])
    check(QueueKey.self, in: definitions["queue"])
    check(LookupKey.self, in: definitions["lookup"])
    check(SettingKey.self, in: top["settings"])
    check(Sentence.self, in: top["replies"])
  }

  @Test func `the bank's copy for editors is the schema of this version`() throws {
    let file = ProjectFolder.root.appendingPathComponent("Intents/\(IntentSchema.fileName)")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == IntentSchema.json,
      "baton schema > Intents/\(IntentSchema.fileName)")
    let bank = try String(contentsOf: ProjectFolder.root.appendingPathComponent("Intents/bank.yml"), encoding: .utf8)
    #expect(bank.hasPrefix("# yaml-language-server: $schema=\(IntentSchema.fileName)\n"))
  }

  /// With a validator that others have written, where the machine has one.
  @Test(.enabled(if: PythonValidator.isThere)) func `another validator agrees`() throws {
    let root = ProjectFolder.root.path
    #expect(try PythonValidator.run(on: root + "/Intents", schema: IntentSchema.json) == "")
  }
}

/// Python's jsonschema over PyYAML.
private enum PythonValidator {
  static let isThere = (try? output(["-c", "import jsonschema, yaml"])) == ""

  static func run(on folder: String, schema: String) throws -> String {
    let program = """
      import sys, json, glob, yaml, jsonschema
      schema = json.loads(sys.argv[2])
      jsonschema.Draft7Validator.check_schema(schema)
      validator = jsonschema.Draft7Validator(schema)
      for path in sorted(glob.glob(sys.argv[1] + "/**/*.yml", recursive=True)):
          for loader in (yaml.BaseLoader, yaml.SafeLoader):
              document = json.loads(json.dumps(yaml.load(open(path, encoding="utf-8"), loader), default=str))
              for error in validator.iter_errors(document): print(path, error.message, file=sys.stderr)
      for broken in ({"intent": {}}, {"slots": {"a": {"type": "money", "length": 4}}}, {"intents": {"a": {}}}):
          if validator.is_valid(broken): print("valid though broken", broken, file=sys.stderr)
      """
    return try output(["-c", program, folder, schema])
  }

  private static func output(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self) + (process.terminationStatus == 0 ? "" : "failed")
  }
}

extension LocatedNode {
  /// As JSON would hold it.
  fileprivate func json(typed: Bool) -> Any {
    switch self {
    case .text(let text):
      if text.isMissing { return NSNull() }
      guard typed else { return text.text }
      if text.text == "true" || text.text == "false" { return Truth(text.text == "true") }
      return Int(text.text) ?? text.text as Any
    case .list(let list): return list.items.map { $0.json(typed: typed) }
    case .map(let map):
      return Dictionary(map.entries.map { ($0.key.text, $0.value.json(typed: typed)) }, uniquingKeysWith: { a, _ in a })
    }
  }
}

/// A switch, which Foundation would mix up with a number.
private struct Truth: Equatable {
  let value: Bool
  init(_ value: Bool) { self.value = value }
}

/// As much of draft-07 as the schema uses.
private struct SmallValidator {
  private let root: [String: Any]
  init(_ root: [String: Any]) { self.root = root }

  func problems(_ value: Any) -> [String] { problems(value, root, "") }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.components(separatedBy: "/").last ?? ""
      let target = (root["definitions"] as? [String: Any])?[name] as? [String: Any]
      return target.map { problems(value, $0, path) } ?? ["\(path): \(reference) leads nowhere"]
    }
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }) {
      if !types.contains(where: { isOf($0, value) }) { return ["\(path): is none of \(types)"] }
    }
    if let words = schema["enum"] as? [Any], !words.contains(where: { isEqual($0, value) }) {
      found.append("\(path): is none of the words")
    }
    if let word = schema["const"], !isEqual(word, value) { found.append("\(path): is not \(word)") }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): does not match")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(path): small")
    }
    if let most = schema["maximum"] as? Int, let number = value as? Int, number > most {
      found.append("\(path): large")
    }
    if let all = schema["allOf"] as? [[String: Any]] { found += all.flatMap { problems(value, $0, path) } }
    if let any = schema["anyOf"] as? [[String: Any]], !any.contains(where: { problems(value, $0, path).isEmpty }) {
      found.append("\(path): fits none")
    }
    if let test = schema["if"] as? [String: Any], problems(value, test, path).isEmpty,
      let then = schema["then"] as? [String: Any]
    {
      found += problems(value, then, path)
    }
    if let map = value as? [String: Any] { found += problems(in: map, schema, path) }
    if let list = value as? [Any] {
      if let least = schema["minItems"] as? Int, list.count < least { found.append("\(path): too few") }
      if let item = schema["items"] as? [String: Any] {
        found += list.enumerated().flatMap { problems($1, item, "\(path)/\($0)") }
      }
    }
    return found
  }

  private func problems(in map: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for key in schema["required"] as? [String] ?? [] where map[key] == nil { found.append("\(path): no \(key)") }
    if let least = schema["minProperties"] as? Int, map.count < least { found.append("\(path): empty") }
    for (key, value) in map {
      if let names = schema["propertyNames"] as? [String: Any] { found += problems(key, names, "\(path)/\(key)") }
      if let property = properties[key] as? [String: Any] {
        found += problems(value, property, "\(path)/\(key)")
      } else if let rest = schema["additionalProperties"] as? [String: Any] {
        found += problems(value, rest, "\(path)/\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path)/\(key): is unknown")
      }
    }
    return found
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "number", "integer": value is Int
    case "boolean": value is Truth
    default: value is NSNull
    }
  }

  private func isEqual(_ word: Any, _ value: Any) -> Bool {
    if let text = word as? String { return text == value as? String }
    return (value as? Truth)?.value == word as? Bool && value is Truth
  }
}

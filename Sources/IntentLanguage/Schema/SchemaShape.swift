import Playbooks
import Vocabulary

/// Shapes that values have, as JSON Schema.
enum SchemaShape {
  /// Every scalar is text as it is written, whatever a YAML reader makes of it.
  static let text = SchemaTree.object(["type": .texts(["string", "number", "boolean"])])
  static let flag = SchemaTree.object([
    "enum": .list(
      [.text("yes"), .text("no")] + ["Yes", "No", "YES", "NO"].map { .text($0) } + ["true", "false"].map { .text($0) }
        + [.flag(true), .flag(false)])
  ])
  static let namePattern = "^[A-Za-z][A-Za-z0-9_]{0,\(Limits.keyScalars - 1)}$"
  static let name = SchemaTree.object(["type": .texts(["string", "number", "boolean"])])
  private static let languagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

  static func oneOrMany(_ item: SchemaTree) -> SchemaTree {
    .object(["anyOf": .list([item, .object(["type": .text("array"), "items": item])])])
  }

  static func words(_ words: [String]) -> SchemaTree { .object(["enum": .texts(words)]) }

  /// A whole number, which a YAML reader may see as a text.
  static func whole(_ range: ClosedRange<Int>) -> SchemaTree {
    .object([
      "anyOf": .list([
        .object(["type": .text("integer"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]),
        .object(["type": .text("string"), "pattern": .text("^[0-9]+$")]),
      ])
    ])
  }

  /// A map from names that the author chooses.
  static func named(_ definition: String) -> SchemaTree {
    .object([
      "type": .texts(["object", "null"]), "propertyNames": .object(["pattern": .text(namePattern)]),
      "additionalProperties": .ref(definition),
    ])
  }

  private static func byLanguage(_ value: SchemaTree) -> SchemaTree {
    .object([
      "type": .text("object"), "minProperties": .number(1),
      "propertyNames": .object(["pattern": .text(languagePattern)]), "additionalProperties": value,
    ])
  }

  static let reply = SchemaTree.object(["anyOf": .list([.ref("text"), byLanguage(.ref("text"))])])
  static let templates = SchemaTree.object(["anyOf": .list([.ref("texts"), byLanguage(.ref("texts"))])])

  // MARK: intents

  static var handoff: SchemaTree {
    let map = IntentSchema.closed(HandoffKey.self) { key in
      switch key {
      case .queue: (.ref("name"), "The queue; without one, the default queue.")
      case .priority: (words(Priority.allCases.map(\.rawValue)), "How soon a person is wanted.")
      }
    }
    return .object(["anyOf": .list([.ref("name"), map])])
  }

  /// What a `when` says of one thing.
  static var test: SchemaTree {
    let map = IntentSchema.closed(TestKey.self, also: [(key: "minProperties", value: .number(1))]) { key in
      switch key {
      case .over: (.ref("text"), "More than this.")
      case .under: (.ref("text"), "Less than this.")
      case .from: (.ref("text"), "This or more.")
      case .to: (.ref("text"), "This or less.")
      case .known: (.ref("flag"), "Whether it is known.")
      case .matches: (.ref("text"), "A regular expression that is found in it.")
      case .not: (.ref("test"), "What must not hold.")
      }
    }
    let list = SchemaTree.object(["type": .text("array"), "items": .ref("text"), "minItems": .number(1)])
    return .object(["anyOf": .list([.ref("text"), list, map])])
  }

  static var rule: SchemaTree {
    IntentSchema.closed(RuleKey.self, also: [endings(["answer", "handoff", "start"])]) { key in
      switch key {
      case .when:
        (
          .object([
            "type": .text("object"), "minProperties": .number(1), "additionalProperties": .ref("test"),
          ]), "What must hold, all of it: a slot, customer.…, lookup.NAME.FIELD, channel, language, queue.open."
        )
      case .answer: (.ref("reply"), "What is said.")
      case .handoff: (.ref("handoff"), "Who takes over.")
      case .start: (.ref("name"), "The intent that goes on.")
      }
    }
  }

  /// One of these has to be there, so that every way has an end.
  private static func endings(_ keys: [String]) -> (key: String, value: SchemaTree) {
    (key: "anyOf", value: .list(keys.map { .object(["required": .texts([$0])]) }))
  }

  static var intent: SchemaTree {
    IntentSchema.closed(IntentKey.self, also: [endings(["answer", "handoff", "start", "rules"])]) {
      ($0.schema, $0.words)
    }
  }

  // MARK: the others

  static var slot: SchemaTree {
    let kinds = EntityKind.allCases
    var conditions: [SchemaTree] = [
      (EntityKind.choice, "options"), (.regex, "matches"),
    ].map { kind, key in
      condition(
        .object([
          "properties": .object(["type": .object(["const": .text(kind.rawValue)])]), "required": .texts(["type"]),
        ]),
        .object(["required": .texts([key])]))
    }
    for key in SlotKey.allCases {
      guard let types = SlotTypes.types(of: key), types.count < kinds.count else { continue }
      conditions.append(
        condition(
          .object(["required": .texts([key.rawValue])]),
          .object(["properties": .object(["type": words(types.map(\.rawValue))])])))
    }
    return IntentSchema.closed(
      SlotKey.self, also: [(key: "required", value: .texts(["type"])), (key: "allOf", value: .list(conditions))]
    ) { ($0.schema, $0.words) }
  }

  private static func condition(_ test: SchemaTree, _ then: SchemaTree) -> SchemaTree {
    .object(["if": test, "then": then])
  }

  static var queue: SchemaTree { IntentSchema.closed(QueueKey.self) { ($0.schema, $0.words) } }

  static var lookup: SchemaTree {
    IntentSchema.closed(LookupKey.self, also: [(key: "required", value: .texts(["url"]))]) { ($0.schema, $0.words) }
  }

  static var settings: SchemaTree {
    guard case .map(let entries) = IntentSchema.closed(SettingKey.self, { ($0.schema, $0.words) }) else { return text }
    return .map(entries.map { $0.key == "type" ? (key: "type", value: .texts(["object", "null"])) : $0 })
  }
}

import Playbooks
import Vocabulary

/// The JSON Schema of the author's files, draft-07, which the YAML server of VS Code and other editors take.
///
/// It is made from the parser's own tables of keys, each with its description in a switch without a default, so that a new
/// key cannot be left out. It knows shapes; what names mean is `baton check`'s to say.
package enum IntentSchema {
  /// Where a playbook keeps it, below the folder of intents.
  package static let fileName = "baton.schema.json"

  package static var json: String { tree.json }

  package static var tree: SchemaTree {
    .object([
      "$schema": .text("http://json-schema.org/draft-07/schema#"),
      "title": .text("Intents of Baton"),
      "description": .text("One file of a playbook: intents, and the slots, queues and lookups that they use."),
      "type": .texts(["object", "null"]),
      "additionalProperties": .flag(false),
      "properties": properties(FileKey.self) { ($0.schema, $0.words) },
      "definitions": definitions,
    ])
  }

  private static var definitions: SchemaTree {
    .object([
      "text": SchemaShape.text, "flag": SchemaShape.flag, "texts": SchemaShape.oneOrMany(.ref("text")),
      "name": SchemaShape.name, "names": SchemaShape.oneOrMany(.ref("name")), "duration": SchemaShape.text,
      "reply": SchemaShape.reply, "templates": SchemaShape.templates, "test": SchemaShape.test,
      "handoff": SchemaShape.handoff, "rule": SchemaShape.rule, "intent": SchemaShape.intent, "slot": SchemaShape.slot,
      "queue": SchemaShape.queue, "lookup": SchemaShape.lookup,
    ])
  }

  /// All keys of a table, each with its shape and its words.
  static func properties<Key: RawRepresentable & CaseIterable>(
    _ keys: Key.Type, _ schema: (Key) -> (SchemaTree, String)
  ) -> SchemaTree where Key.RawValue == String {
    .map(
      Key.allCases.map { key in
        let (shape, words) = schema(key)
        return (key: key.rawValue, value: shape.described(words))
      })
  }

  /// A map with these keys and no others.
  static func closed<Key: RawRepresentable & CaseIterable>(
    _ keys: Key.Type, also more: [(key: String, value: SchemaTree)] = [], _ schema: (Key) -> (SchemaTree, String)
  ) -> SchemaTree where Key.RawValue == String {
    .map(
      [
        (key: "type", value: .text("object")), (key: "additionalProperties", value: .flag(false)),
        (key: "properties", value: properties(keys, schema)),
      ] + more)
  }
}

extension FileKey {
  var schema: SchemaTree {
    switch self {
    case .intents: SchemaShape.named("intent")
    case .slots: SchemaShape.named("slot")
    case .queues: SchemaShape.named("queue")
    case .lookups: SchemaShape.named("lookup")
    case .replies:
      .object([
        "type": .texts(["object", "null"]), "additionalProperties": .flag(false),
        "properties": .map(
          Sentence.allCases.map { sentence in
            (
              key: sentence.rawValue,
              value: .ref("reply").described("Instead of: \(Idioms.of(.english).text(of: sentence))")
            )
          }),
      ])
    case .settings: SchemaShape.settings
    }
  }

  var words: String {
    switch self {
    case .intents: "What customers want, by name."
    case .slots: "What is worth knowing, by name. A slot belongs to all intents."
    case .queues: "Who takes over, by name."
    case .lookups: "What other programs know, by name."
    case .replies: "Your own words for what Baton says by itself."
    case .settings: "What holds for the whole playbook; in one file only."
    }
  }
}

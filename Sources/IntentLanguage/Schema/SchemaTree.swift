import Foundation

/// A piece of JSON whose keys keep their order, so that the schema is the same text every time.
package indirect enum SchemaTree: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaTree])
  case map([(key: String, value: SchemaTree)])

  /// Indented by two blanks, with a line break at the end.
  package var json: String {
    var text = ""
    write(into: &text, indent: "")
    return text + "\n"
  }

  private func write(into text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .text(let value): text += SchemaTree.quoted(value)
    case .number(let value): text += String(value)
    case .flag(let value): text += value ? "true" : "false"
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        text += (index > 0 ? ", " : "")
        item.write(into: &text, indent: inner)
      }
      text += "]"
    case .map(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        text += (index > 0 ? "," : "") + "\n" + inner + SchemaTree.quoted(entry.key) + ": "
        entry.value.write(into: &text, indent: inner)
      }
      text += entries.isEmpty ? "}" : "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension SchemaTree {
  static func object(_ entries: KeyValuePairs<String, SchemaTree>) -> SchemaTree {
    .map(entries.map { (key: $0.key, value: $0.value) })
  }

  static func texts(_ values: [String]) -> SchemaTree { .list(values.map { .text($0) }) }
  static func ref(_ name: String) -> SchemaTree { .object(["$ref": .text("#/definitions/\(name)")]) }

  /// With a description first, as editors show it.
  func described(_ words: String) -> SchemaTree {
    guard case .map(let entries) = self else { return self }
    // Beside `$ref` a draft-07 reader looks at nothing else.
    if entries.contains(where: { $0.key == "$ref" }) {
      return .object(["description": .text(words), "allOf": .list([self])])
    }
    return .map([(key: "description", value: .text(words))] + entries)
  }
}

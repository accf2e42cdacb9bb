import ArgumentParser
import Foundation
import Playbooks
import Vocabulary

/// Lines with the intent that each of them means, as JSON: `{"text":"…","intent":"lost_card"}`. `oos`, null or no
/// intent: the line is no matter of the playbook.
struct LabelledFile {
  struct Row {
    let number: Int
    let text: String
    let intent: IntentID?
  }

  let path: String
  let rows: [Row]

  init(_ path: String) throws {
    self.path = path
    guard let data = LabelledFile.read(path) else {
      throw Complaint("\(path) cannot be read.", remedy: "Give a file of JSON lines.", code: .inputOutput).told()
    }
    var rows: [Row] = []
    for (at, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      guard rows.count < Limits.labelledLines, let row = LabelledFile.row(line, number: at + 1) else {
        throw Complaint(
          "\(path):\(at + 1): this is no labelled line, or the \(Limits.labelledLines + 1)th.",
          remedy: #"Write one object a line: {"text":"I lost my card","intent":"lost_card"}"#, code: .badData
        ).told()
      }
      rows.append(row)
    }
    self.rows = rows
    guard !rows.isEmpty else {
      throw Complaint("\(path) has no lines.", remedy: "Write one labelled line or more.", code: .badData).told()
    }
  }

  private static func read(_ path: String) -> Data? {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: Limits.labelledBytes + 1),
      data.count <= Limits.labelledBytes
    else { return nil }
    return data
  }

  private static func row(_ line: Data, number: Int) -> Row? {
    struct Form: Decodable {
      let text: String
      let intent: String?
    }
    guard let form = try? JSONDecoder().decode(Form.self, from: line),
      form.text.unicodeScalars.count <= Limits.utteranceScalars,
      form.intent?.unicodeScalars.count ?? 0 <= Limits.keyScalars
    else { return nil }
    let isOutside = form.intent == nil || form.intent == "oos" || form.intent == ""
    return Row(number: number, text: form.text, intent: isOutside ? nil : form.intent.map { IntentID($0) })
  }
}

extension LabelledFile {
  /// A playbook whose intents are the labels and whose templates are the lines, in the order of the file.
  var playbook: Playbook {
    var order: [IntentID] = []
    var templates: [IntentID: [Template]] = [:]
    for row in rows {
      guard let intent = row.intent else { continue }
      if templates[intent] == nil { order.append(intent) }
      templates[intent, default: []].append(
        Template(
          text: row.text, language: .english, place: SourcePlace(file: path, line: row.number, column: 1),
          root: .text(row.text)))
    }
    let intents = order.map { id in
      let templates = templates[id] ?? []
      return Intent(
        id: id, place: templates.first?.place ?? SourcePlace(file: path, line: 1, column: 1), title: id.rawValue,
        templates: templates)
    }
    return Playbook(intents: intents)
  }

  /// The lines that are no matter of any intent.
  var outside: [String] { rows.filter { $0.intent == nil }.map(\.text) }
}

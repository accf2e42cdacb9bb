import Dialogue
import Vocabulary

/// Writes a thread as a transcript, so that a recorded conversation is a test.
package enum TranscriptWriter {
  /// What everybody said, in sections; agents' notes and releases stand as verbs.
  package static func convo(name: String, entries: [Entry], opened: CivilDateTime?) -> String {
    var blocks: [String] = []
    var section = ""
    var lines: [String] = []
    func close() {
      if !lines.isEmpty { blocks.append(([section] + lines).joined(separator: "\n")) }
      lines = []
    }
    for entry in entries {
      let (next, line) = part(of: entry)
      if next != section || next == "#me" {
        close()
        section = next
      }
      lines.append(line)
    }
    close()
    let head = [name.isEmpty ? "A recorded conversation" : name] + (opened.map { ["NOW \($0)"] } ?? [])
    return head.joined(separator: "\n") + "\n\n" + blocks.joined(separator: "\n\n") + "\n"
  }

  private static func part(of entry: Entry) -> (section: String, line: String) {
    switch entry.from {
    case .customer: ("#me", entry.text)
    case .bot, .system: ("#bot", entry.text)
    case .agent(let agent):
      (
        "#agent\nAS \(agent)",
        "\(entry.audience == .agents ? "note" : "say") \(entry.text.split(separator: "\n").joined(separator: " "))"
      )
    }
  }
}

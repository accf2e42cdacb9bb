/// Which intents the conversations beside the playbook name.
package struct TranscriptIndex: Hashable, Sendable {
  package let intents: Set<String>

  package init(intents: Set<String>) { self.intents = intents }

  /// Reads all `.convo.txt` below the folder; nothing where there is no such folder.
  package static func read(_ directory: String) -> TranscriptIndex? {
    let (files, findings) = IntentFolder.read(directory) { $0.hasSuffix(".convo.txt") }
    let noFolder = findings.contains { ($0.problem as? FileProblem)?.isNoFolder ?? false }
    return noFolder ? nil : TranscriptIndex(of: files)
  }

  /// The names behind `INTENT` at the beginning of a line.
  package init(of files: [SourceFile]) {
    var names: Set<String> = []
    for file in files {
      for line in file.text.split(separator: "\n") where line.hasPrefix("INTENT ") {
        names.formUnion(line.dropFirst("INTENT ".count).split(separator: " ").map(String.init))
      }
    }
    intents = names
  }
}

import Playbooks
import Vocabulary

/// From the author's files to a playbook.
package enum PlaybookLoader {
  /// The playbook, or nothing while there is an error; and all findings at once, in the order of their places.
  ///
  /// Without an index of transcripts nobody asks for conversations.
  package static func load(
    _ files: [SourceFile], transcripts: TranscriptIndex? = nil
  ) -> (playbook: Playbook?, findings: [Finding]) {
    guard !files.isEmpty else {
      return (nil, [Finding(FileProblem.noFiles, at: SourcePlace(file: "", line: 1, column: 1))])
    }
    var reader = DeclarationReader()
    for file in files.sorted(by: { $0.path < $1.path }) { reader.read(file) }
    let catalog = Catalog(reader.declared, transcripts: transcripts)
    let findings = (reader.findings + AllChecks.findings(in: catalog)).inOrder()
    return findings.hasError ? (nil, findings) : (Linker(catalog: catalog).playbook(), findings)
  }
}

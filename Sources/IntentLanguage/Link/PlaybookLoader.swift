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
    let draft = PlaybookDraft(files, transcripts: transcripts)
    let findings = draft.findings()
    return (findings.hasError ? nil : draft.playbook(), findings)
  }
}

/// The author's files, read but not checked yet. The checks take as long as an engine takes to be made, and do not need
/// each other.
package struct PlaybookDraft: Sendable {
  private let catalog: Catalog
  private let unreadable: [Finding]
  private let isEmpty: Bool

  package init(_ files: [SourceFile], transcripts: TranscriptIndex? = nil) {
    let reader = DeclarationReader.read(files.sorted { $0.path < $1.path })
    catalog = Catalog(reader.declared, transcripts: transcripts)
    isEmpty = files.isEmpty
    unreadable = reader.findings
  }

  /// All findings in the order of their places.
  package func findings() -> [Finding] { report().findings }

  /// All findings in the order of their places, and how much the proof among them has looked through.
  package func report() -> (findings: [Finding], proof: ProofSize?) {
    guard !isEmpty else { return ([Finding(FileProblem.noFiles, at: SourcePlace(file: "", line: 1, column: 1))], nil) }
    let catalog = catalog.withForms()
    let proof = Proof(catalog)
    let checked = AllChecks.findings(in: catalog).map { proof.showing($0) }
    return ((unreadable + checked + proof.findings).inOrder(), proof.size)
  }

  /// What the files say, for tests that change it.
  var declarations: Declarations { catalog.declared }

  /// The same files with other contents.
  func with(_ declared: Declarations) -> PlaybookDraft { PlaybookDraft(self, declared) }

  private init(_ other: PlaybookDraft, _ declared: Declarations) {
    catalog = Catalog(declared, transcripts: other.catalog.transcripts)
    (unreadable, isEmpty) = (other.unreadable, other.isEmpty)
  }

  /// The proof alone.
  func proof() -> Proof { Proof(catalog) }

  /// What the files say, if they can be read. It may be used when there is no error among the findings, not before.
  package func playbook() -> Playbook? {
    isEmpty || unreadable.hasError ? nil : Linker(catalog: catalog).playbook()
  }
}

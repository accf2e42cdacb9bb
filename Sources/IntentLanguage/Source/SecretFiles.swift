import Playbooks

/// The key of every lookup that has one can be read. Other than the checks of what is written it looks at the disk, so it
/// is no part of loading.
package enum SecretFiles {
  /// - Parameter isUsable: whether there is a key in that file.
  package static func findings(in playbook: Playbook, isUsable: (String) -> Bool) -> [Finding] {
    playbook.lookups.compactMap { lookup in
      guard let file = lookup.secretFile, !isUsable(file) else { return nil }
      return Finding(FileProblem.secretFileMissing(file), at: lookup.place)
    }
  }
}

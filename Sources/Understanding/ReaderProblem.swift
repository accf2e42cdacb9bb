import Playbooks
import Vocabulary

/// Something in a playbook that cannot be read as written. The rest of the playbook is read all the same.
package struct ReaderProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case badRegex(String, offset: Int)
    /// The template has more shapes than are kept.
    case tooWide
  }
  package let place: SourcePlace
  package let kind: Kind
}

import Dialogue
import Vocabulary

/// The only thing that a customer's gateway may say.
package struct Inbound: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case came
    case said(String)
    case askedForPerson
    case rated(Int, text: String?)
  }

  package let address: Address
  /// Absent where the channel cannot re-send.
  package let key: ReceiptKey?
  package let what: What

  package init(_ what: What, from address: Address, key: ReceiptKey? = nil) {
    self.what = what
    self.address = address
    self.key = key
  }
}

/// What became of it, after the commit.
package enum Received: Hashable, Sendable {
  /// On disk, with everything it caused and the case as it is now. The first entry is the customer's own where there is one.
  case done(thread: ThreadID, entries: [Entry], theCase: Case? = nil)
  /// The same key with the same text was received before, as this entry.
  case duplicate(thread: ThreadID, Entry)
  /// The same key came with another text.
  case keyConflict
  case refused(Refusal)
}

/// Somebody whom the site knows, as it says by its signature.
package struct ProvenCustomer: Hashable, Sendable {
  /// What the site calls them by: the same for ever, and nobody else's.
  package let subject: String
  package let name: String?
  package init(subject: String, name: String? = nil) {
    self.subject = subject
    self.name = name
  }

  /// Where they write from, on whatever device.
  package var address: Address { Address(.site, subject) }
}

extension Channel {
  /// Customers who signed in at the site that the chat is part of.
  package static let site: Channel = "site"
}

import Vocabulary

/// The person who is helped, and what they let us remember of them.
package struct Customer: Hashable, Codable, Sendable {
  package let id: CustomerID
  package var name: String?
  package var verified: Bool
  package let since: Timestamp
  package var addresses: [KnownAddress]
  /// Facts of slots with `remember: customer`.
  package var memory: [SlotID: Fact]

  package struct KnownAddress: Hashable, Codable, Sendable {
    package let address: Address
    package var verified: Bool
    package init(_ address: Address, verified: Bool = false) {
      self.address = address
      self.verified = verified
    }
  }

  package init(
    id: CustomerID, name: String? = nil, verified: Bool = false, since: Timestamp, addresses: [KnownAddress] = [],
    memory: [SlotID: Fact] = [:]
  ) {
    self.id = id
    self.name = name
    self.verified = verified
    self.since = since
    self.addresses = addresses
    self.memory = memory
  }
}

import Vocabulary

/// Reads what a site has signed about one of its customers.
package protocol TokenReader: Sendable {
  func read(_ token: String, at now: Timestamp) throws(TokenProblem) -> ProvenCustomer
}

/// Why a token is not taken. Names no part of the token.
package enum TokenProblem: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case tooLong, malformed, duplicateKey, algorithm, unknownKey, signature
  case noExpiry, expired, notYetValid, audience, issuer, subject

  package var description: String {
    switch self {
    case .tooLong: "it is too long"
    case .malformed: "it is no token"
    case .duplicateKey: "it says the same thing twice"
    case .algorithm: "its algorithm is not that of a configured key"
    case .unknownKey: "it names a key that is not configured"
    case .signature: "its signature is wrong"
    case .noExpiry: "it never expires"
    case .expired: "it has expired"
    case .notYetValid: "it is not valid yet"
    case .audience: "it is for somebody else"
    case .issuer: "it is from somebody else"
    case .subject: "it says of nobody who they are"
    }
  }

  /// The site signed it, so that its author may learn what is wrong.
  package var isSigned: Bool {
    switch self {
    case .tooLong, .malformed, .duplicateKey, .algorithm, .unknownKey, .signature: false
    case .noExpiry, .expired, .notYetValid, .audience, .issuer, .subject: true
    }
  }
}

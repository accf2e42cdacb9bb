import CSignatures

/// A key that can verify and not sign. Keys are read at the start and kept for ever.
struct PublicKey: Sendable {
  enum Kind: Sendable { case es256, edDSA }

  private let kind: Kind
  // Never changed, and what it is used for may be done by many threads.
  nonisolated(unsafe) private let key: UnsafeMutableRawPointer

  init(_ kind: Kind, pem: [UInt8]) throws(KeyProblem) {
    var key: UnsafeMutableRawPointer?
    switch Int(csignatures_read(kind.number, pem, pem.count, &key)) {
    case CSIGNATURES_OK: break
    case CSIGNATURES_NO_LIBRARY: throw .noLibrary
    case CSIGNATURES_OTHER_KIND: throw .otherKind
    default: throw .noPublicKey
    }
    guard let key else { throw .noPublicKey }
    (self.kind, self.key) = (kind, key)
  }

  /// - Parameter signature: as tokens have it; of ECDSA the two numbers one behind the other.
  func verifies(_ message: [UInt8], signature: [UInt8]) -> Bool {
    guard signature.count == 64 else { return false }
    let signature = kind == .es256 ? Self.der(signature) : signature
    return csignatures_verify(kind.number, key, message, message.count, signature, signature.count) == 1
  }

  /// As OpenSSL reads a pair of numbers: each without zeros in front, and with one where it would look negative.
  static func der(_ pair: [UInt8]) -> [UInt8] {
    let numbers = [pair.prefix(32), pair.suffix(32)].flatMap { half -> [UInt8] in
      let digits = Array(half.drop { $0 == 0 })
      let number = (digits.first ?? 0x80) >= 0x80 ? [0] + digits : digits
      return [0x02, UInt8(number.count)] + number
    }
    return [0x30, UInt8(numbers.count)] + numbers
  }
}

extension PublicKey.Kind {
  fileprivate var number: Int32 {
    switch self {
    case .es256: Int32(CSIGNATURES_ES256)
    case .edDSA: Int32(CSIGNATURES_EDDSA)
    }
  }
}

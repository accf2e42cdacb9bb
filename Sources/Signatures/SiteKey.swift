import Runtime

/// How a site signs. There is no other, and none without a signature.
package enum SiteAlgorithm: String, Hashable, Sendable, CaseIterable {
  case hs256 = "HS256"
  case es256 = "ES256"
  case edDSA = "EdDSA"
}

/// Why a key cannot be used.
package enum KeyProblem: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case noLibrary, noPublicKey, otherKind, tooShort, notSecret

  package var description: String {
    switch self {
    case .noLibrary: "ES256 and EdDSA need OpenSSL's libcrypto.so.3, which is not on this machine (Debian: libssl3)"
    case .noPublicKey: "it is no public key in PEM"
    case .otherKind: "its key is of another kind: ES256 takes P-256, EdDSA takes Ed25519"
    case .tooShort: "a secret for HS256 has at least \(SiteKey.secretBytes) bytes"
    case .notSecret: "HS256 takes a secret, and this is a key in PEM"
    }
  }
}

/// One key of a site, for one algorithm. A token that says another algorithm is not verified with it.
package struct SiteKey: Sendable {
  static let secretBytes = 32

  private enum Material: Sendable {
    case secret([UInt8])
    case publicKey(PublicKey)
  }

  package let algorithm: SiteAlgorithm
  /// What tokens name it by, where the site has several.
  package let id: String?
  private let material: Material

  /// - Parameter contents: of the file: of HS256 the secret, of the others the public key in PEM.
  package init(_ algorithm: SiteAlgorithm, id: String? = nil, contents: [UInt8]) throws(KeyProblem) {
    (self.algorithm, self.id) = (algorithm, id)
    switch algorithm {
    case .hs256: material = .secret(try Self.secret(contents))
    case .es256: material = .publicKey(try PublicKey(.es256, pem: contents))
    case .edDSA: material = .publicKey(try PublicKey(.edDSA, pem: contents))
    }
  }

  /// Without the end of the line that an editor leaves.
  private static func secret(_ contents: [UInt8]) throws(KeyProblem) -> [UInt8] {
    guard !contents.starts(with: "-----BEGIN".utf8) else { throw .notSecret }
    let secret = Array(contents.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed())
    guard secret.count >= secretBytes else { throw .tooShort }
    return secret
  }

  func verifies(_ message: [UInt8], signature: [UInt8]) -> Bool {
    switch material {
    case .secret(let secret): Self.isSame(SHA256.authenticate(message, key: secret), signature)
    case .publicKey(let key): key.verifies(message, signature: signature)
    }
  }

  /// Takes the same time whatever differs.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

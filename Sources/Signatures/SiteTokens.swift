import Runtime
import Vocabulary

/// Reads JSON Web Tokens (RFC 7519) that a site signs for its customers.
///
/// What is not needed is refused: other algorithms, encryption, extensions, several signatures.
package struct SiteTokens: TokenReader {
  /// How far the clocks of the site and of this machine may be apart.
  package static let leewayMilliseconds: Int64 = 30_000

  private let keys: [SiteKey]
  private let audience: String
  private let issuer: String?

  /// - Parameters:
  ///   - audience: what the site calls this server; a token for another one opens nothing here.
  ///   - issuer: who has to have signed, where that is to be said.
  package init(keys: [SiteKey], audience: String, issuer: String? = nil) {
    (self.keys, self.audience, self.issuer) = (keys, audience, issuer)
  }

  package func read(_ token: String, at now: Timestamp) throws(TokenProblem) -> ProvenCustomer {
    guard token.utf8.count <= Limits.tokenBytes else { throw .tooLong }
    let parts = Array(token.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .malformed }
    let header = try Self.object(parts[0])
    let candidates = try keys(for: header)
    let signature = try Base64URL.decode(parts[2])
    let signed = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
    guard candidates.contains(where: { $0.verifies(signed, signature: signature) }) else { throw .signature }
    let claims = try Self.object(parts[1])
    try checkTimes(claims, now)
    try checkParties(claims)
    return try customer(claims)
  }

  private static func object(_ part: ArraySlice<UInt8>) throws(TokenProblem) -> [String: StrictJSON] {
    guard case .object(let members) = try StrictJSON.read(try Base64URL.decode(part)) else { throw .malformed }
    return members
  }

  /// The algorithm is ours to say; the token's only has to agree.
  private func keys(for header: [String: StrictJSON]) throws(TokenProblem) -> [SiteKey] {
    guard case .text(let name)? = header["alg"], let algorithm = SiteAlgorithm(rawValue: name) else {
      throw .algorithm
    }
    // An extension that has to be understood is not.
    guard header["crit"] == nil else { throw .malformed }
    let pinned = keys.filter { $0.algorithm == algorithm }
    guard !pinned.isEmpty else { throw .algorithm }
    guard let named = header["kid"] else { return pinned }
    guard case .text(let id) = named else { throw .malformed }
    let own = pinned.filter { $0.id == nil || $0.id == id }
    guard !own.isEmpty else { throw .unknownKey }
    return own
  }

  private func checkTimes(_ claims: [String: StrictJSON], _ now: Timestamp) throws(TokenProblem) {
    let (seconds, leeway) = (Double(now.milliseconds) / 1_000, Double(Self.leewayMilliseconds) / 1_000)
    guard let expiry = try Self.number("exp", claims) else { throw .noExpiry }
    guard seconds < expiry + leeway else { throw .expired }
    for name in ["nbf", "iat"] {
      if let start = try Self.number(name, claims), seconds + leeway < start { throw .notYetValid }
    }
  }

  private static func number(_ name: String, _ claims: [String: StrictJSON]) throws(TokenProblem) -> Double? {
    switch claims[name] {
    case nil: return nil
    case .number(let number)?: return number
    case .null?, .bool?, .text?, .array?, .object?: throw .malformed
    }
  }

  private func checkParties(_ claims: [String: StrictJSON]) throws(TokenProblem) {
    let isForUs =
      switch claims["aud"] {
      case .text(let one)?: one == audience
      case .array(let all)?: all.contains(.text(audience))
      case nil, .null?, .bool?, .number?, .object?: false
      }
    guard isForUs else { throw .audience }
    if let issuer, claims["iss"] != .text(issuer) { throw .issuer }
  }

  private func customer(_ claims: [String: StrictJSON]) throws(TokenProblem) -> ProvenCustomer {
    guard case .text(let subject)? = claims["sub"], Self.isName(subject) else { throw .subject }
    guard case .text(let name)? = claims["name"], Self.isName(name) else { return ProvenCustomer(subject: subject) }
    return ProvenCustomer(subject: subject, name: name)
  }

  private static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (1...Limits.keyScalars).contains(scalars.count)
      && !scalars.contains { $0.properties.generalCategory == .control }
      && !scalars.allSatisfy(\.properties.isWhitespace)
  }
}

/// Base64 as tokens have it: for URLs, without padding, and one spelling for each sequence of bytes.
enum Base64URL {
  static func decode(_ text: ArraySlice<UInt8>) throws(TokenProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var (held, bits): (UInt32, UInt32) = (0, 0)
    for letter in text {
      guard let value = value(of: letter) else { throw .malformed }
      held = held << 6 | value
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      held &= (1 << bits) - 1
    }
    guard bits < 6, held == 0 else { throw .malformed }
    return bytes
  }

  private static func value(of letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

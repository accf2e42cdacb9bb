import Foundation
import Runtime
import Testing
import Vocabulary

@testable import Signatures

struct SiteTokenTests {
  private static let now = Served.noon
  private static let ana = ProvenCustomer(subject: "4711", name: "Ana Novak")

  private static func key(_ algorithm: SiteAlgorithm, id: String? = nil) throws -> SiteKey {
    let contents =
      switch algorithm {
      case .hs256: TokenSamples.secret
      case .es256: TokenSamples.es256
      case .edDSA: TokenSamples.ed25519
      }
    return try SiteKey(algorithm, id: id, contents: Array(contents.utf8))
  }

  private static func tokens(
    _ algorithms: SiteAlgorithm..., audience: String = "branch-bank", issuer: String? = nil
  ) throws -> SiteTokens {
    SiteTokens(keys: try algorithms.map { try key($0) }, audience: audience, issuer: issuer)
  }

  private static func problem(_ tokens: SiteTokens, _ token: String, at now: Timestamp = now) -> TokenProblem? {
    do {
      _ = try tokens.read(token, at: now)
      return nil
    } catch { return error }
  }

  /// A token that our own secret signed, of any texts.
  private static func forged(
    _ claims: String, header: String = #"{"alg":"HS256"}"#, secret: String = TokenSamples.secret
  ) -> String {
    let signed = encoded(Array(header.utf8)) + "." + encoded(Array(claims.utf8))
    return signed + "." + encoded(SHA256.authenticate(Array(signed.utf8), key: Array(secret.utf8)))
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private static func claims(_ changes: String) -> String {
    #"{"sub":"4711","aud":"branch-bank","exp":1795344600\#(changes)}"#
  }

  @Test(arguments: [
    (SiteAlgorithm.hs256, TokenSamples.byHS256), (.es256, TokenSamples.byES256), (.edDSA, TokenSamples.byEdDSA),
  ])
  func `what another implementation signed is read`(algorithm: SiteAlgorithm, token: String) throws {
    let all = try Self.tokens(.hs256, .es256, .edDSA, issuer: "https://bank.example")
    #expect(try all.read(token, at: Self.now) == Self.ana)
    #expect(try Self.tokens(algorithm).read(token, at: Self.now) == Self.ana)
  }

  @Test(arguments: [
    (SiteAlgorithm.hs256, TokenSamples.byHS256), (.es256, TokenSamples.byES256), (.edDSA, TokenSamples.byEdDSA),
  ])
  func `a token with any byte changed is refused`(algorithm: SiteAlgorithm, token: String) throws {
    let tokens = try Self.tokens(algorithm)
    for index in token.indices where index < token.index(before: token.endIndex) {
      var changed = token
      changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
      #expect(Self.problem(tokens, changed) != nil, "\(changed)")
    }
  }

  @Test func `no other algorithm is taken, and none for a key of another`() throws {
    let all = try Self.tokens(.hs256, .es256, .edDSA)
    #expect(Self.problem(all, TokenSamples.unsigned) == .algorithm)
    for name in ["none", "None", "nOnE", "HS512", "RS256", "ES384", "hs256", "", "EdDSA "] {
      #expect(Self.problem(all, Self.forged(Self.claims(""), header: #"{"alg":"\#(name)"}"#)) == .algorithm)
    }
    #expect(Self.problem(all, TokenSamples.byRS256) == .algorithm)
    #expect(Self.problem(all, TokenSamples.byES384) == .algorithm)
    #expect(Self.problem(try Self.tokens(.es256), TokenSamples.byHS256) == .algorithm)
    #expect(Self.problem(try Self.tokens(.hs256), TokenSamples.byES256) == .algorithm)
  }

  @Test func `a public key is no secret to sign with`() throws {
    for secret in [TokenSamples.es256, TokenSamples.es256 + "\n", TokenSamples.ed25519] {
      let confused = Self.forged(Self.claims(""), secret: secret)
      #expect(Self.problem(try Self.tokens(.es256, .edDSA), confused) == .algorithm)
      #expect(Self.problem(try Self.tokens(.hs256, .es256, .edDSA), confused) == .signature)
      let named = Self.forged(Self.claims(""), header: #"{"alg":"ES256"}"#, secret: secret)
      #expect(Self.problem(try Self.tokens(.es256), named) == .signature)
    }
  }

  @Test func `a signature of zeros, of nothing or of too much is none`() throws {
    let tokens = try Self.tokens(.es256, .edDSA)
    for sample in [TokenSamples.byES256, TokenSamples.byEdDSA] {
      let signed = sample.prefix(upTo: sample.lastIndex(of: ".") ?? sample.endIndex)
      for count in [0, 1, 32, 63, 64, 65, 128, 4_000] {
        #expect(Self.problem(tokens, "\(signed).\(Self.encoded(Array(repeating: 0, count: count)))") == .signature)
      }
    }
  }

  @Test func `of several keys the named one counts`() throws {
    let named = SiteTokens(keys: [try Self.key(.es256, id: "2026")], audience: "branch-bank")
    #expect(try named.read(TokenSamples.byES256Named, at: Self.now) == Self.ana)
    // A token that names no key may be of any.
    #expect(try named.read(TokenSamples.byES256, at: Self.now) == Self.ana)
    let other = SiteTokens(keys: [try Self.key(.es256, id: "2025")], audience: "branch-bank")
    #expect(Self.problem(other, TokenSamples.byES256Named) == .unknownKey)
    for kid in [#"{"alg":"HS256","kid":1}"#, #"{"alg":"HS256","kid":null}"#] {
      #expect(Self.problem(try Self.tokens(.hs256), Self.forged(Self.claims(""), header: kid)) == .malformed)
    }
  }

  @Test func `times are kept, with half a minute for clocks that differ`() throws {
    let tokens = try Self.tokens(.hs256)
    func after(_ seconds: Int64) -> Timestamp { Self.now.adding(milliseconds: seconds * 1_000) }
    #expect(Self.problem(tokens, TokenSamples.byHS256, at: after(629)) == nil)
    #expect(Self.problem(tokens, TokenSamples.byHS256, at: after(630)) == .expired)
    #expect(Self.problem(tokens, TokenSamples.byHS256, at: after(-40)) == nil)
    #expect(Self.problem(tokens, TokenSamples.byHS256, at: after(-41)) == .notYetValid)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","nbf":1795344031"#))) == .notYetValid)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","nbf":1795344030.5"#))) == .notYetValid)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","nbf":1795344000"#))) == nil)
    #expect(Self.problem(tokens, Self.forged(#"{"sub":"4711","aud":"branch-bank"}"#)) == .noExpiry)
    for expiry in [#""1795344600""#, "null", "true", "[1795344600]", "1e999", "NaN"] {
      let claims = #"{"sub":"4711","aud":"branch-bank","exp":\#(expiry)}"#
      #expect(Self.problem(tokens, Self.forged(claims)) == .malformed, "\(expiry)")
    }
  }

  @Test func `a token for another server or from another site is refused`() throws {
    let issued = try Self.tokens(.hs256, issuer: "https://bank.example")
    #expect(Self.problem(issued, Self.forged(Self.claims(""))) == .issuer)
    #expect(Self.problem(issued, Self.forged(Self.claims(#","iss":["https://bank.example"]"#))) == .issuer)
    #expect(Self.problem(try Self.tokens(.hs256, audience: "shop"), TokenSamples.byHS256) == .audience)
    let tokens = try Self.tokens(.hs256)
    for audience in [#""branch""#, #"["shop"]"#, "[]", "null", "{}", #""BRANCH-BANK""#] {
      let claims = #"{"sub":"4711","exp":1795344600,"aud":\#(audience)}"#
      #expect(Self.problem(tokens, Self.forged(claims)) == .audience, "\(audience)")
    }
    let several = #"{"sub":"4711","exp":1795344600,"aud":["shop","branch-bank"]}"#
    #expect(Self.problem(tokens, Self.forged(several)) == nil)
  }

  @Test func `somebody has to be named, and a name that cannot be is left out`() throws {
    let tokens = try Self.tokens(.hs256)
    let long = String(repeating: "x", count: 129)
    for subject in [#""""#, "4711", "null", #"" ""#, "\"\(long)\"", #""a\u0000b""#, #""a\u001fb""#] {
      let claims = #"{"aud":"branch-bank","exp":1795344600,"sub":\#(subject)}"#
      #expect(Self.problem(tokens, Self.forged(claims)) == .subject, "\(subject)")
    }
    for name in ["\"\(long)\"", "7", #""a\nb""#, #""""#] {
      let read = try tokens.read(Self.forged(Self.claims(#","name":\#(name)"#)), at: Self.now)
      #expect(read == ProvenCustomer(subject: "4711"))
    }
    let named = try tokens.read(Self.forged(Self.claims(#","name":"\u0160pela \ud83d\ude00""#)), at: Self.now)
    #expect(named.name == "Špela 😀")
  }

  @Test func `what says the same thing twice is refused, whichever reader would win`() throws {
    let tokens = try Self.tokens(.hs256)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","sub":"4712""#))) == .duplicateKey)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","s\u0075b":"4712""#))) == .duplicateKey)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","x":{"a":1,"a":2}"#))) == .duplicateKey)
    let header = #"{"alg":"HS256","alg":"none"}"#
    #expect(Self.problem(tokens, Self.forged(Self.claims(""), header: header)) == .duplicateKey)
  }

  @Test func `what is no token is refused`() throws {
    let tokens = try Self.tokens(.hs256, .es256)
    let good = TokenSamples.byHS256
    for text in [
      "", ".", "..", "...", "a", "a.b", good + ".", "." + good, good + "=", " " + good, good + "\n", good + ".x",
      good.replacing(".", with: "..", maxReplacements: 1), "é.é.é", "\0.\0.\0", "e30.e30.e30", "W10.W10.W10",
    ] {
      #expect(Self.problem(tokens, text) != nil, "\(text)")
    }
    for claims in ["", "{", "[]", "null", "{}}", "{\"sub\":}", "{\"sub\" \"a\"}", "{'sub':'a'}", "{\"a\":01}", "{,}"] {
      #expect(Self.problem(tokens, Self.forged(claims)) == .malformed, "\(claims)")
    }
    let deep = String(repeating: "[", count: 3_000)
    #expect(Self.problem(tokens, Self.forged(Self.claims(#","x":\#(deep)"#))) == .malformed)
    for half in [#""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, #""\u12""#, #""\x""#, "\"\u{1}\""] {
      #expect(Self.problem(tokens, Self.forged(Self.claims(#","x":\#(half)"#))) == .malformed, "\(half)")
    }
    #expect(Self.problem(tokens, String(repeating: "a", count: 8_193)) == .tooLong)
    let critical = #"{"alg":"HS256","crit":["exp"]}"#
    #expect(Self.problem(tokens, Self.forged(Self.claims(""), header: critical)) == .malformed)
  }

  @Test func `bytes have one spelling`() throws {
    // The last letter holds bits that no byte needs; another one with the same byte is another text.
    let token = Self.forged(Self.claims(""))
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let last = try #require(token.last.flatMap { letters.firstIndex(of: $0) })
    let other = token.dropLast() + String(letters[last ^ 1])
    #expect(Self.problem(try Self.tokens(.hs256), String(other)) == .malformed)
  }

  @Test func `a key of the wrong kind is refused at the start, with what is wrong`() {
    func problem(_ algorithm: SiteAlgorithm, _ contents: String) -> KeyProblem? {
      do throws(KeyProblem) {
        _ = try SiteKey(algorithm, contents: Array(contents.utf8))
        return nil
      } catch { return error }
    }
    #expect(problem(.hs256, TokenSamples.es256) == .notSecret)
    #expect(problem(.hs256, "short\n") == .tooShort)
    #expect(problem(.hs256, String(repeating: "x", count: 31) + "\n\n") == .tooShort)
    #expect(problem(.es256, TokenSamples.secret) == .noPublicKey)
    #expect(problem(.es256, "") == .noPublicKey)
    #expect(problem(.es256, TokenSamples.privateKey) == .noPublicKey)
    #expect(problem(.es256, TokenSamples.ed25519) == .otherKind)
    #expect(problem(.es256, TokenSamples.p384) == .otherKind)
    #expect(problem(.es256, TokenSamples.rsa) == .otherKind)
    #expect(problem(.edDSA, TokenSamples.es256) == .otherKind)
    #expect(problem(.edDSA, TokenSamples.ed25519) == nil)
    #expect(Set(KeyProblem.allCases.map(\.description)).count == KeyProblem.allCases.count)
  }
}

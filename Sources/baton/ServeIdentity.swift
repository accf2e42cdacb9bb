import Foundation
import Runtime
import Signatures
import Vocabulary

/// How customers prove who they are, as the file of settings says it.
struct ServeIdentity: Decodable {
  struct Key: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable { case algorithm, file, kid }

    let algorithm: String
    let file: String
    let kid: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(known: CodingKeys.self)
      algorithm = try fields.decode(String.self, forKey: .algorithm)
      file = try fields.decode(String.self, forKey: .file)
      kid = try fields.decodeIfPresent(String.self, forKey: .kid)
    }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case audience, issuer, required, keys }

  let audience: String
  let issuer: String?
  let required: Bool
  let keys: [Key]

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(known: CodingKeys.self)
    audience = try fields.decode(String.self, forKey: .audience)
    issuer = try fields.decodeIfPresent(String.self, forKey: .issuer)
    required = try fields.decodeIfPresent(Bool.self, forKey: .required) ?? false
    keys = try fields.decode([Key].self, forKey: .keys)
  }

  /// Reads the keys. A file that is named from a folder is found there.
  func tokens(from folder: String) throws(ServeChoice.Problem) -> SiteTokens {
    guard !audience.isEmpty else {
      throw ServeChoice.Problem(
        what: "identity has no audience.", remedy: "Name what `aud` of the site's tokens has to be.")
    }
    guard (1...Limits.siteKeys).contains(keys.count) else {
      throw ServeChoice.Problem(
        what: "identity has \(keys.count) keys.", remedy: "Name 1 to \(Limits.siteKeys) keys of the site.")
    }
    var read: [SiteKey] = []
    for key in keys { read.append(try key.read(from: folder)) }
    return SiteTokens(keys: read, audience: audience, issuer: issuer)
  }
}

extension ServeIdentity.Key {
  fileprivate func read(from folder: String) throws(ServeChoice.Problem) -> SiteKey {
    guard let known = SiteAlgorithm(rawValue: algorithm) else {
      let all = SiteAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
      throw ServeChoice.Problem(
        what: "'\(algorithm)' is no algorithm that tokens are verified with.", remedy: "There are \(all).")
    }
    let path = SecretFile.path(file, from: folder)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ServeChoice.Problem(
        what: "the key \(path) cannot be read.", remedy: "Put it there, for this user to read.")
    }
    do {
      return try SiteKey(known, id: kid, contents: Array(data))
    } catch {
      throw ServeChoice.Problem(
        what: "the key \(path) cannot be used: \(error).",
        remedy: "HS256 takes a secret, ES256 and EdDSA the public key in PEM, as `openssl pkey -pubout` writes it.")
    }
  }
}

extension Decoder {
  /// The fields, of which each has to be known: one that nobody knows would change nothing in silence.
  func container<Key: CodingKey & CaseIterable>(known: Key.Type) throws -> KeyedDecodingContainer<Key> {
    for key in try container(keyedBy: AnyKey.self).allKeys where Key(stringValue: key.stringValue) == nil {
      let names = Key.allCases.map(\.stringValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "there is no key '\(key.stringValue)' among \(names)"))
    }
    return try container(keyedBy: known)
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

import Runtime
import Storage

/// 256 bits of chance that open something. Only their digest is kept.
struct Secret: Hashable, Sendable {
  private static let count = 32
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// In base64 for URLs and file names, without padding.
  let text: String

  private init(checked text: String) { self.text = text }

  /// - Parameter text: what somebody shows; nothing where it cannot be a secret.
  init?(text: String) {
    guard text.utf8.count == 43, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
    self.text = text
  }

  static func random() -> Secret {
    var generator = SystemRandomNumberGenerator()
    let words = (0..<(count / 8)).map { _ in generator.next() }
    return Secret(
      checked: encoded(words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }))
  }

  var digest: KeyDigest { KeyDigest(SHA256.digest(text.utf8)) }

  private static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var (held, bits) = (0, 0)
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[held >> bits & 63])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { text.append(alphabet[held << (6 - bits) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }
}

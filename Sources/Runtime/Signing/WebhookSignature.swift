import Foundation
import Vocabulary

/// Signs what is sent to another program by the convention of Standard Webhooks, so that its libraries can verify it.
package struct WebhookSignature: Sendable {
  private let key: [UInt8]

  /// - Parameter secret: `whsec_` and base64, or any other text, whose bytes are the key. Nothing where that is no key.
  package init?(secret: String) {
    let text = secret.trimmingCharacters(in: .whitespacesAndNewlines)
    let prefix = "whsec_"
    guard text.hasPrefix(prefix) else {
      guard !text.isEmpty else { return nil }
      key = Array(text.utf8)
      return
    }
    guard let bytes = Data(base64Encoded: String(text.dropFirst(prefix.count))), !bytes.isEmpty else { return nil }
    key = Array(bytes)
  }

  /// The value of `webhook-signature`: `v1,` and the base64 of the HMAC-SHA256 over id, time and body.
  package func value(id: String, seconds: Int64, body: some Collection<UInt8>) -> String {
    let signed = Array("\(id).\(seconds).".utf8) + Array(body)
    return "v1," + Data(SHA256.authenticate(signed, key: key)).base64EncodedString()
  }

  /// Names one sending: the same for every try of it, and nobody can guess it or learn from it whom it is about.
  package static func identifier(of parts: [String]) -> String {
    let digest = SHA256.digest(Array(parts.joined(separator: "\u{1F}").utf8))
    return "msg_" + digest.prefix(16).map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
  }
}

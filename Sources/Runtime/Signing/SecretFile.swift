import Foundation

/// The file that holds the key for a lookup's signatures.
package enum SecretFile {
  /// An absolute path is itself; another one is found from the folder of intents.
  package static func path(_ file: String, from folder: String) -> String {
    file.hasPrefix("/") ? file : URL(fileURLWithPath: folder).appendingPathComponent(file).standardizedFileURL.path
  }

  /// Whether a key can be read from it.
  package static func isUsable(_ file: String, from folder: String) -> Bool {
    guard let secret = try? String(contentsOfFile: path(file, from: folder), encoding: .utf8) else { return false }
    return WebhookSignature(secret: secret) != nil
  }
}

import Foundation
import NIOHTTP1
import Pages
import Runtime

/// The files that a browser asks for.
package struct Site: Sendable {
  package struct File: Sendable {
    package let type: String
    package let bytes: [UInt8]
    /// Changes with the content.
    let tag: String

    package init(type: String, bytes: [UInt8]) {
      self.type = type
      self.bytes = bytes
      tag = "\"" + SHA256.digest(bytes).prefix(8).map { String($0, radix: 16) }.joined() + "\""
    }
  }

  /// Files that go before those built in, by path.
  private var replacements: [String: File] = [:]

  /// What is built in.
  package static let embedded = Site()

  /// The files of a folder in their place, read once, for whoever works on them.
  package func replaced(by folder: String) -> Site {
    var site = self
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), let type = Self.type(of: name) else {
        continue
      }
      site.replacements[name == "index.html" ? "/" : "/\(name)"] = File(type: type, bytes: Array(data))
    }
    return site
  }

  func file(_ path: String) -> File? {
    // Browsers ask for it whatever the page says.
    let path = path == "/favicon.ico" ? "/icon.svg" : path
    return replacements[path] ?? PageFile.at(path: path).map { File(type: $0.type, bytes: $0.bytes) }
  }

  private static let html = "text/html; charset=utf-8"

  private static func type(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "html": html
    case "js": "text/javascript; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    case "json": "application/json"
    default: nil
    }
  }
}

extension Site.File {
  /// Nothing is loaded from elsewhere, nothing runs inline, and no text becomes markup.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws: wss:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'
    """

  func answer(to request: Request) -> Answer {
    var headers: HTTPHeaders = [
      "cache-control": "no-cache", "etag": tag, "referrer-policy": "no-referrer",
      // Other sites embed the widget as a module, which browsers load only with leave.
      "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin",
    ]
    if type.hasPrefix("text/html") { headers.add(name: "content-security-policy", value: Self.policy) }
    let known = request.head.headers[canonicalForm: "if-none-match"].map(String.init)
    if known.contains(tag) { return Answer(.notModified, type: type, body: [], headers: headers) }
    return Answer(type: type, body: bytes, headers: headers)
  }
}

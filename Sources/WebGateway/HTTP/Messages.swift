import NIOCore
import NIOHTTP1
import Storage

/// A whole request.
struct Request: Sendable {
  let head: HTTPRequestHead
  let body: [UInt8]
  /// Where it came from, as far as that is known.
  let visitor: String
  /// The client's own connection is encrypted, be it by a proxy in front.
  var isSecure = false

  /// Without the query.
  var path: String { String(head.uri.prefix { $0 != "?" && $0 != "#" }) }

  /// The value of a name in the query.
  func query(_ name: String) -> String? {
    let query = head.uri.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
    for pair in query.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.first.map(String.init) == name { return halves.count == 2 ? Self.decoded(halves[1]) : "" }
    }
    return nil
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, let number = UInt8(digits, radix: 16) else { return nil }
        bytes.append(number)
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A whole answer.
struct Answer: Sendable {
  var status: HTTPResponseStatus
  var headers: HTTPHeaders
  var body: [UInt8]

  init(_ status: HTTPResponseStatus = .ok, type: String, body: [UInt8], headers: HTTPHeaders = [:]) {
    self.status = status
    self.headers = headers
    self.headers.replaceOrAdd(name: "content-type", value: type)
    self.body = body
  }

  static func text(_ text: String, _ status: HTTPResponseStatus = .ok) -> Answer {
    Answer(status, type: "text/plain; charset=utf-8", body: Array(text.utf8), headers: ["cache-control": "no-store"])
  }
}

/// What went wrong, as RFC 9457 has it. Never holds what a customer wrote.
struct Problem: Error, Encodable, Hashable {
  let type = "about:blank"
  let title: String
  let status: Int
  let detail: String
  let headers: [String: String]

  init(_ status: HTTPResponseStatus, _ detail: String, headers: [String: String] = [:]) {
    title = status.reasonPhrase
    self.status = Int(status.code)
    self.detail = detail
    self.headers = headers
  }

  private enum CodingKeys: String, CodingKey { case type, title, status, detail }

  var answer: Answer {
    let text = (try? JSONWriter.text(of: self)) ?? "{}"
    var answer = Answer(
      HTTPResponseStatus(statusCode: status), type: "application/problem+json", body: Array(text.utf8),
      headers: ["cache-control": "no-store"])
    for (name, value) in headers { answer.headers.replaceOrAdd(name: name, value: value) }
    return answer
  }
}

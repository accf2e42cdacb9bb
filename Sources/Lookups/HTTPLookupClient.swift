import Dialogue
import Foundation
import FoundationNetworking
import Glibc
import Runtime
import Vocabulary

/// Asks other programs by HTTP: a signed POST of JSON. Follows no redirection, uses no proxy, cookie or cache, and reads
/// no more than `Limits.lookupBytes`.
package final class HTTPLookupClient: LookupClient {
  private let configuration: URLSessionConfiguration
  private let folder: String
  private let clock: any WallClock

  /// - Parameter folder: the folder of intents; a `secret_file` that is not absolute is found from there.
  package init(folder: String, clock: any WallClock) {
    self.folder = folder
    self.clock = clock
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.timeoutIntervalForRequest = Double(Limits.lookupMilliseconds) / 1_000
    configuration.timeoutIntervalForResource = Double(Limits.lookupMilliseconds) / 1_000
    self.configuration = configuration
  }

  /// What the environment says of proxies is for other programs: values of customers go where the author said, and nowhere
  /// else. To be called before anything runs beside.
  package static func ignoreProxies() {
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"] { unsetenv(name) }
  }

  package func ask(_ request: LookupRequest, of thread: ThreadID) async -> LookupOutcome {
    guard let url = URL(string: request.url), let message = try? self.message(request, to: url, of: thread) else {
      return .failed(.unsigned)
    }
    let exchange = Exchange(expecting: Limits.lookupBytes)
    let (status, body): (Int, Data)
    do {
      (status, body) = try await exchange.run(message, with: configuration)
    } catch {
      return .failed(error)
    }
    guard (200..<300).contains(status) else { return .failed(.status) }
    return LookupMessage.fields(of: body).map(LookupOutcome.answered) ?? .failed(.malformed)
  }

  private func message(_ request: LookupRequest, to url: URL, of thread: ThreadID) throws -> URLRequest {
    let now = clock.now()
    let body = try LookupMessage.body(request, at: now)
    let id = WebhookSignature.identifier(
      of: [thread.rawValue, request.ticket.lookup.rawValue, String(request.ticket.number)])
    let seconds = now.milliseconds.flooredDivision(by: 1_000)
    var message = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    message.httpMethod = "POST"
    message.httpBody = body
    message.setValue("application/json", forHTTPHeaderField: "Content-Type")
    message.setValue("application/json", forHTTPHeaderField: "Accept")
    message.setValue("baton", forHTTPHeaderField: "User-Agent")
    message.setValue(id, forHTTPHeaderField: "webhook-id")
    message.setValue(String(seconds), forHTTPHeaderField: "webhook-timestamp")
    if let file = request.secretFile {
      let signature = try Self.signature(from: SecretFile.path(file, from: folder))
      message.setValue(signature.value(id: id, seconds: seconds, body: body), forHTTPHeaderField: "webhook-signature")
    }
    return message
  }

  private struct NoKey: Error {}

  /// Read every time, so that a key can be changed while we run.
  private static func signature(from path: String) throws -> WebhookSignature {
    let secret = try String(contentsOfFile: path, encoding: .utf8)
    guard let signature = WebhookSignature(secret: secret) else { throw NoKey() }
    return signature
  }
}

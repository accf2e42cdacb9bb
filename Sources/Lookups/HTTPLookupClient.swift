import Dialogue
import Foundation
import Runtime
import Vocabulary

/// Asks other programs by HTTP: a signed POST of JSON. Follows no redirection, uses no proxy, cookie or cache, and reads
/// no more than `Limits.lookupBytes`.
package struct HTTPLookupClient: LookupClient {
  private let folder: String
  private let clock: any WallClock

  /// - Parameter folder: the folder of intents; a `secret_file` that is not absolute is found from there.
  package init(folder: String, clock: any WallClock) {
    self.folder = folder
    self.clock = clock
  }

  package func ask(_ request: LookupRequest, of thread: ThreadID) async -> LookupOutcome {
    guard let message = try? message(request, of: thread) else { return .failed(.unsigned) }
    let (status, body): (Int, Data)
    do {
      (status, body) = try await Exchange(message).run()
    } catch {
      return .failed(error)
    }
    guard (200..<300).contains(status) else { return .failed(.status) }
    return LookupAnswer.fields(of: body).map(LookupOutcome.answered) ?? .failed(.malformed)
  }

  private func message(_ request: LookupRequest, of thread: ThreadID) throws -> Exchange.Message {
    let now = clock.now()
    let body = try LookupMessage.body(request, at: now)
    let id = WebhookSignature.identifier(
      of: [thread.rawValue, request.ticket.lookup.rawValue, String(request.ticket.number)])
    let seconds = now.milliseconds.flooredDivision(by: 1_000)
    var headers = [
      "Content-Type: application/json", "Accept: application/json", "User-Agent: baton", "Expect:", "webhook-id: \(id)",
      "webhook-timestamp: \(seconds)",
    ]
    if let file = request.secretFile {
      let signature = try Self.signature(from: SecretFile.path(file, from: folder))
      headers.append("webhook-signature: \(signature.value(id: id, seconds: seconds, body: body))")
    }
    return Exchange.Message(
      url: request.url, headers: headers, body: body, withinMilliseconds: request.withinMilliseconds)
  }

  private struct NoKey: Error {}

  /// Read every time, so that a key can be changed while we run.
  private static func signature(from path: String) throws -> WebhookSignature {
    let secret = try String(contentsOfFile: path, encoding: .utf8)
    guard let signature = WebhookSignature(secret: secret) else { throw NoKey() }
    return signature
  }
}

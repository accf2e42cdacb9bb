import Dialogue
import Foundation
import Gateways
import NIOHTTP1
import Runtime
import Storage
import Vocabulary

/// Rasa's REST channel, so that what was written for it works unchanged: a line comes, and what is said to it goes back in the
/// answer. What is said later, by an agent for example, goes back with the next line.
///
/// Who writes is what `sender` says, and nobody proves it; whoever knows a sender speaks in that thread.
struct RasaREST: Sendable {
  private struct Line: Decodable {
    let sender: String?
    let message: String?
  }

  private struct Said: Encodable {
    struct Button: Encodable {
      let title: String
      let payload: String
    }

    let recipient: String
    let text: String
    let buttons: [Button]?

    private enum CodingKeys: String, CodingKey {
      case recipient = "recipient_id"
      case text, buttons
    }
  }

  static let channel: Vocabulary.Channel = "rest"
  private let premises: Premises

  init(_ premises: Premises) { self.premises = premises }

  func answer(_ request: Request) async -> Answer {
    do throws(Problem) {
      try premises.checkOrigin(request)
      guard premises.servesREST, !premises.requiresSignIn else { throw Problem(.notFound, "there is nothing here") }
      let (sender, message) = try read(request.body)
      let said = try await say(message, as: sender, from: request.visitor)
      return premises.shared(write(said, isStream: request.query("stream") == "true"), with: request)
    } catch {
      return premises.shared(error.answer, with: request)
    }
  }

  private func read(_ body: [UInt8]) throws(Problem) -> (sender: String, message: String) {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(body)) else {
      throw Problem(.badRequest, "the body is no JSON object with sender and message")
    }
    let (sender, message) = (line.sender ?? "default", line.message ?? "")
    guard !sender.isEmpty, sender.unicodeScalars.count <= premises.limits.frames.key,
      !sender.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw Problem(.badRequest, "sender has 1 to \(premises.limits.frames.key) characters") }
    guard message.unicodeScalars.count <= premises.limits.frames.text else {
      throw Problem(.payloadTooLarge, "message has at most \(premises.limits.frames.text) characters")
    }
    guard !message.unicodeScalars.contains("\0") else { throw Problem(.badRequest, "message has a NUL") }
    return (sender, message)
  }

  private func say(_ message: String, as sender: String, from visitor: String) async throws(Problem) -> [Said] {
    if let wait = premises.doorkeeper.line(from: visitor) {
      throw .tooMuch("too many lines", wait)
    }
    guard premises.gate.begin(always: false) else {
      throw .tooBusy(premises.gate)
    }
    defer { premises.gate.end() }
    do {
      return try await turn(message, Address(Self.channel, sender), from: visitor).map { entry in
        let buttons = entry.choices.map { Said.Button(title: $0.title, payload: $0.say) }
        return Said(recipient: sender, text: entry.text, buttons: buttons.isEmpty ? nil : buttons)
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      premises.house.logger.warning("A line could not be stored", metadata: ["error": "\(error)"])
      throw Problem(.serviceUnavailable, "the line could not be stored", headers: ["retry-after": "2"])
    }
  }

  /// What was said to the sender since the last line, and now.
  private func turn(_ message: String, _ address: Address, from visitor: String) async throws -> [Entry] {
    let (house, start) = (premises.house, ContinuousClock.now)
    let catchUp = CatchUp(store: house.store, address: address)
    let before = try await house.switchboard.look(at: .address(address))
    let shown = try await catchUp.lastShown(of: before)
    if before.revision == 0 {
      if let wait = premises.doorkeeper.thread(from: visitor) {
        throw Problem.tooMuch("too many new senders", wait)
      }
      _ = try await house.switchboard.receive(Inbound(.came, from: address))
    }
    if !message.allSatisfy(\.isWhitespace) {
      switch try await house.switchboard.receive(Inbound(.said(message), from: address)) {
      case .done: break
      case .refused(let refusal): throw Problem(.badRequest, "the line was not accepted (\(refusal))")
      case .duplicate, .keyConflict: break
      }
    }
    premises.metrics.acknowledged(dup: false, nanoseconds: Int64((ContinuousClock.now - start) / .nanoseconds(1)))
    let thread = try await house.switchboard.look(at: .address(address)).thread
    let entries = try await house.store.entries(
      of: thread, after: shown, limit: Limits.syncEntries, audience: .everyone)
    if let last = entries.last { try await catchUp.tick(through: last.seq, of: thread) }
    return entries.filter { $0.from != .customer }
  }

  private func write(_ said: [Said], isStream: Bool) -> Answer {
    let texts = said.compactMap { try? JSONWriter.text(of: $0) }
    let body = isStream ? texts.map { $0 + "\n" }.joined() : "[" + texts.joined(separator: ",") + "]"
    return Answer(
      type: isStream ? "application/x-ndjson" : "application/json", body: Array(body.utf8),
      headers: ["cache-control": "no-store"])
  }
}

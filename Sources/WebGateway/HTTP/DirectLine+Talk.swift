import Dialogue
import Foundation
import Gateways
import NIOHTTP1
import Runtime
import Storage
import Vocabulary

// What is said.
extension DirectLine {
  func say(_ request: Request, in conversation: Conversation) async throws(Problem) -> Answer {
    guard let activity = try? JSONDecoder().decode(IncomingActivity.self, from: Data(request.body)) else {
      throw Problem(.badRequest, "the body is no activity")
    }
    guard activity.type == "message" else {
      if activity.type == "typing" { premises.house.typing.note(.customer, in: conversation.thread) }
      return .json(["id": Self.name(conversation.id, 0)])
    }
    let text = activity.text ?? activity.value?.text ?? ""
    guard text.unicodeScalars.count <= premises.limits.frames.text else {
      throw Problem(.payloadTooLarge, "a text has at most \(premises.limits.frames.text) characters")
    }
    guard !text.unicodeScalars.contains("\0") else { throw Problem(.badRequest, "the text has a NUL") }
    if text.allSatisfy(\.isWhitespace), activity.attachments?.isEmpty == false {
      throw Problem(.unsupportedMediaType, "files are not taken here; say it in text")
    }
    if let wait = premises.doorkeeper.line(from: request.visitor) { throw .tooMuch("too many lines", wait) }
    guard premises.gate.begin(always: false) else {
      throw .tooBusy(premises.gate)
    }
    defer { premises.gate.end() }
    return try await take(text, activity, conversation)
  }

  private func take(
    _ text: String, _ activity: IncomingActivity, _ conversation: Conversation
  ) async throws(Problem) -> Answer {
    let mark = activity.channelData?.clientActivityID.flatMap { Self.isKey($0) ? $0 : nil }
    let key = mark.map { ReceiptKey(device: DeviceID("\(Self.channel):\(conversation.id)"), cid: ClientID($0)) }
    let inbound = Inbound(.said(text), from: conversation.address, key: key)
    let (start, switchboard) = (ContinuousClock.now, premises.house.switchboard)
    let received = try await premises.stored { _ in try await switchboard.receive(inbound) }
    let seq = try Self.seq(received)
    premises.metrics.acknowledged(dup: false, nanoseconds: Int64((ContinuousClock.now - start) / .nanoseconds(1)))
    echoes.note(
      Echoes.Echo(from: activity.from?.id.flatMap { Self.isKey($0) ? $0 : nil } ?? "user", clientActivityID: mark),
      of: conversation.id, seq)
    return .json(["id": Self.name(conversation.id, seq)])
  }

  private static func isKey(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (1...Limits.keyScalars).contains(scalars.count)
      && !scalars.contains { $0.properties.generalCategory == .control }
  }

  private static func seq(_ received: Received) throws(Problem) -> Int {
    switch received {
    case .done(_, let entries, _): return (entries.first { $0.from == .customer } ?? entries.first)?.seq ?? 0
    case .duplicate(_, let entry): return entry.seq
    case .keyConflict: throw Problem(.conflict, "this clientActivityID came with another text")
    case .refused(let refusal): throw Problem(.badRequest, "the line was not accepted (\(refusal))")
    }
  }

  func read(_ conversation: Conversation, after: Int) async throws(Problem) -> Answer {
    let entries = try await premises.stored { store in
      let entries = try await store.entries(
        of: conversation.thread, after: after, limit: Limits.syncDefault, audience: .everyone)
      // Whoever asks behind an entry has it.
      try await CatchUp(store: store, address: conversation.address).tick(through: after, of: conversation.thread)
      return entries
    }
    let names = SpeakerNames(bot: premises.house.botName, customer: "")
    let activities = entries.map { VisibleEntry($0, names: names) }.map { entry in
      Activity(entry, in: conversation.id, echoes.echo(conversation.id, entry))
    }
    return .json(ActivitySet(activities: activities, watermark: "\(entries.last?.seq ?? after)"))
  }

  static func name(_ conversation: String, _ seq: Int) -> String {
    let digits = String(seq)
    return "\(conversation)|\(String(repeating: "0", count: max(0, 7 - digits.count)))\(digits)"
  }
}

/// What a stream sends: every entry as a set of one activity, with the watermark behind it.
struct ActivityVoice: Sendable {
  let conversation: String
  let echoes: Echoes

  func text(_ frame: ServerFrame) -> String? {
    let set: ActivitySet
    switch frame {
    case .entry(let entry):
      // An agents' note is a number only.
      if entry.from == .system, entry.text.isEmpty { return nil }
      let activity = Activity(entry, in: conversation, echoes.echo(conversation, entry))
      set = ActivitySet(activities: [activity], watermark: "\(entry.seq)")
    case .typing(let name): set = ActivitySet(activities: [Activity(typing: name, in: conversation)], watermark: nil)
    case .welcome, .ack, .nack, .status, .page, .beat, .bye: return nil
    }
    return try? JSONWriter.text(of: set)
  }
}

import Dialogue
import Foundation
import Storage
import Vocabulary

extension ServerFrame: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws { try json.object(fields) }

  private func fields(_ json: inout JSONBytes) throws {
    switch self {
    case .welcome(let welcome): welcome.fields(&json)
    case .ack(let cid, let seq, let dup, let masked):
      json.field("type", "ack")
      json.field("cid", cid)
      json.field("seq", seq)
      json.field("dup", dup)
      json.field("masked", masked)
    case .nack(let cid, let code, let retry):
      json.field("type", "nack")
      json.field("cid", cid)
      json.field("code", code.rawValue)
      json.field("retry_ms", retry ?? code.retryMilliseconds)
      json.field("final", code.isFinal)
    case .entry(let entry): try entry.fields(&json)
    case .status(let standing): standing.fields(&json)
    case .typing:
      json.field("type", "typing")
      json.field("from", "agent")
    case .page(let from, let to, let more):
      json.field("type", "page")
      json.field("from", from)
      json.field("to", to)
      json.field("more", more)
    case .beat(let last):
      json.field("type", "beat")
      json.field("last", last)
    case .bye(let code, let retry):
      json.field("type", "bye")
      json.field("code", code.rawValue)
      json.field("retry_ms", retry)
    }
  }
}

extension ServerFrame.Welcome {
  fileprivate func fields(_ json: inout JSONBytes) {
    json.field("type", "welcome")
    json.field("v", 1)
    json.field("thread", thread)
    json.field("resume", resume)
    json.field("last", last)
    json.field("beat_ms", beatMilliseconds)
    json.field("floor", floor)
    json.field("disclosure", disclosure)
    json.field("limits") { json in for (name, limit) in limits { json.field(name, limit) } }
  }
}

extension VisibleEntry {
  fileprivate func fields(_ json: inout JSONBytes) throws {
    json.field("type", "entry")
    json.field("seq", seq)
    json.field("at", at.description)
    json.field("from", Self.name(of: from))
    json.field("name", name)
    json.field("text", text)
    if !choices.isEmpty { try json.field("choices", all: choices) }
    json.field("asks", asks)
  }

  private static func name(of speaker: Speaker) -> String {
    switch speaker {
    case .bot: "bot"
    case .customer: "customer"
    case .agent: "agent"
    case .system: "system"
    }
  }
}

extension Standing {
  fileprivate func fields(_ json: inout JSONBytes) {
    json.field("type", "status")
    json.field("floor", floor.name)
    json.field("case", caseCode)
    json.field("position", position)
    json.field("wait_s", waitSeconds)
    switch floor {
    case .bot: break
    case .queue(let queue): json.field("queue", queue)
    case .agent(let agent): json.field("agent", agent)
    }
  }
}

/// One line of JSON. Keys are sorted, so that the same always looks the same.
package enum JSONLine {
  package static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

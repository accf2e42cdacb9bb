import Dialogue
import Foundation
import Vocabulary

extension ServerFrame: Encodable {
  private enum Key: String, CodingKey {
    case type, v, thread, resume, last, floor, disclosure, limits
    case beatMilliseconds = "beat_ms"
    case cid, seq, dup, masked, code, final
    case retryMilliseconds = "retry_ms"
    case at, from, name, text, choices, asks
    case caseCode = "case"
    case queue, position, agent
    case waitSeconds = "wait_s"
    case to, more
  }

  private typealias Fields = KeyedEncodingContainer<Key>

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .welcome(let welcome): try encode(welcome, into: &fields)
    case .ack(let cid, let seq, let dup, let masked):
      try fields.encode("ack", forKey: .type)
      try fields.encode(cid, forKey: .cid)
      try fields.encode(seq, forKey: .seq)
      try fields.encode(dup, forKey: .dup)
      try fields.encode(masked, forKey: .masked)
    case .nack(let cid, let code, let retry):
      try fields.encode("nack", forKey: .type)
      try fields.encodeIfPresent(cid, forKey: .cid)
      try fields.encode(code, forKey: .code)
      try fields.encode(retry ?? code.retryMilliseconds, forKey: .retryMilliseconds)
      try fields.encode(code.isFinal, forKey: .final)
    case .entry(let entry): try encode(entry, into: &fields)
    case .status(let standing): try encode(standing, into: &fields)
    case .typing:
      try fields.encode("typing", forKey: .type)
      try fields.encode("agent", forKey: .from)
    case .page(let from, let to, let more):
      try fields.encode("page", forKey: .type)
      try fields.encode(from, forKey: .from)
      try fields.encode(to, forKey: .to)
      try fields.encode(more, forKey: .more)
    case .beat(let last):
      try fields.encode("beat", forKey: .type)
      try fields.encode(last, forKey: .last)
    case .bye(let code, let retry):
      try fields.encode("bye", forKey: .type)
      try fields.encode(code, forKey: .code)
      try fields.encode(retry, forKey: .retryMilliseconds)
    }
  }

  private func encode(_ welcome: Welcome, into fields: inout Fields) throws {
    try fields.encode("welcome", forKey: .type)
    try fields.encode(1, forKey: .v)
    try fields.encode(welcome.thread, forKey: .thread)
    try fields.encode(welcome.resume, forKey: .resume)
    try fields.encode(welcome.last, forKey: .last)
    try fields.encode(welcome.beatMilliseconds, forKey: .beatMilliseconds)
    try fields.encode(welcome.floor, forKey: .floor)
    try fields.encode(welcome.disclosure, forKey: .disclosure)
    try fields.encode(welcome.limits, forKey: .limits)
  }

  private func encode(_ entry: VisibleEntry, into fields: inout Fields) throws {
    try fields.encode("entry", forKey: .type)
    try fields.encode(entry.seq, forKey: .seq)
    try fields.encode(entry.at.description, forKey: .at)
    try fields.encode(Self.name(of: entry.from), forKey: .from)
    try fields.encode(entry.name, forKey: .name)
    try fields.encode(entry.text, forKey: .text)
    if !entry.choices.isEmpty { try fields.encode(entry.choices, forKey: .choices) }
    try fields.encodeIfPresent(entry.asks, forKey: .asks)
  }

  private func encode(_ standing: Standing, into fields: inout Fields) throws {
    try fields.encode("status", forKey: .type)
    try fields.encode(standing.floor.name, forKey: .floor)
    try fields.encodeIfPresent(standing.caseCode, forKey: .caseCode)
    try fields.encodeIfPresent(standing.position, forKey: .position)
    try fields.encodeIfPresent(standing.waitSeconds, forKey: .waitSeconds)
    switch standing.floor {
    case .bot: break
    case .queue(let queue): try fields.encode(queue, forKey: .queue)
    case .agent(let agent): try fields.encode(agent, forKey: .agent)
    }
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

/// One line of JSON. Keys are sorted, so that the same always looks the same.
package enum JSONLine {
  package static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

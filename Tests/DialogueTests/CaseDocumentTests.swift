import Foundation
import Playbooks
import Testing
import Vocabulary

@testable import Dialogue

struct CaseDocumentTests {
  @Test func `a case is written as the wire says`() throws {
    let written = try json(of: Samples.document())
    #expect(written == Samples.json)
  }

  @Test func `an amount is an object and its tens of cents are kept`() throws {
    var document = Samples.document()
    document = Samples.document(facts: [
      "fee": Samples.fact(.money(DecimalNumber(units: 125, scale: 1), currency: "EUR"))
    ])
    let written = try json(of: document)
    #expect(written.contains(#""value" : {"#))
    #expect(written.contains(#""amount" : "12.50""#))
    #expect(written.contains(#""currency" : "EUR""#))
  }

  @Test(arguments: [
    (Value.integer(7), "\"7\""), (.number(DecimalNumber(units: 25, scale: 1)), "\"2.5\""), (.yesNo(true), "\"yes\""),
    (.duration(DurationValue(seconds: 7_200)), "\"PT2H\""), (.choice("credit"), "\"credit\""),
  ])
  func `a value is text`(value: Value, text: String) throws {
    let data = try JSONEncoder().encode([WireValue(value)])
    #expect(String(decoding: data, as: UTF8.self) == "[\(text)]")
  }

  @Test func `a sensitive value is masked with its words and its earlier values`() throws {
    var fact = Samples.fact(.text("quarterdeck"), said: "my word is quarterdeck")
    fact.superseded = [.init(value: .text("lighthouse"), said: "lighthouse", seq: 1, at: Samples.at(0))]
    let hidden = try json(of: Samples.document(facts: ["password": fact]))
    #expect(!hidden.contains("quarterdeck"))
    #expect(!hidden.contains("lighthouse"))
    #expect(hidden.contains(#""masked" : true"#))
    let shown = try json(of: Samples.document(facts: ["password": fact], showsSensitive: true))
    #expect(shown.contains("quarterdeck"))
    #expect(shown.contains("lighthouse"))
  }

  @Test func `an agent's note is marked`() throws {
    let note = Entry(
      seq: 3, at: Samples.at(9), from: .agent("ana"), channel: "desk", text: "Called the branch", audience: .agents)
    let written = try json(of: EntryDocument(note))
    #expect(written.contains(#""audience" : "agents""#))
    #expect(written.contains(#""name" : "ana""#))
  }

  @Test func `the owner is written, and null where there is none`() throws {
    #expect(try json(of: Samples.document()).contains(#""agent" : null"#))
    let assigned = try json(of: Samples.document(state: .assigned("ana", since: Samples.at(9))))
    #expect(assigned.contains(#""agent" : "ana""#))
    let snoozed = try json(of: Samples.document(state: .snoozed(until: Samples.at(60), by: "ana")))
    #expect(snoozed.contains(#""snoozed_until" : "2026-11-20T09:01:00.000Z""#))
  }

  private func json(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

struct BriefingTests {
  @Test func `a briefing says what it is about, what is known and what was asked`() {
    #expect(
      Samples.document().briefing.lines == [
        "Lost card", "Card ending 4417, Lost on 2026-11-19",
        "Corrected: Card ending was 4471, now 4417", "Does not have or will not say: Where lost",
        "Answered before: Card fees (did not settle it)", "Came because the customer asked for a person",
        "Signs of impatience: same line", "Asked once: Lost on",
      ])
  }

  @Test func `words that could not be understood are quoted`() {
    var document = Samples.document()
    document = Samples.document(facts: [:], unclear: [Unclear(slot: "lost_on", said: "the other day", seq: 4)])
    #expect(document.briefing.lines.contains("Not understood: Lost on \"the other day\""))
  }

  @Test func `what is understood by now is not called unclear`() {
    let document = Samples.document(unclear: [Unclear(slot: "lost_on", said: "the other day", seq: 4)])
    #expect(!document.briefing.lines.contains { $0.hasPrefix("Not understood") })
  }

  @Test func `a sensitive value is masked`() {
    let facts: [SlotID: Fact] = ["password": Samples.fact(.text("quarterdeck"))]
    #expect(!Samples.document(facts: facts).briefing.lines.joined().contains("quarterdeck"))
    #expect(Samples.document(facts: facts, showsSensitive: true).briefing.lines.joined().contains("quarterdeck"))
  }

  @Test func `no line is empty`() {
    #expect(Samples.document().briefing.lines.allSatisfy { !$0.isEmpty })
  }
}

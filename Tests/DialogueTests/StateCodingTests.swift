import Foundation
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// What is kept between two turns comes back as it was.
@Suite struct StateCodingTests {
  private var matter: Matter {
    var matter = Matter()
    matter.facts = Samples.usualFacts
    matter.declined = ["lost_where": 6]
    matter.unclear = [Unclear(slot: "fee", said: "about", seq: 5)]
    matter.intents = [MatterIntent(intent: "lost_card", score: 0.5, seq: 2, place: Samples.place)]
    matter.asked = [Asked(slot: "lost_on", seq: 3, by: .bot)]
    matter.tried = [Tried(intent: "card_fees", seq: 1, settled: false)]
    matter.signals = [SignalRecord(signal: .sameLine, seq: 6)]
    let digits = Entity(kind: .digits, value: .digits("4417"), span: ScalarSpan(0, 4), rule: "digits")
    matter.loose = [LooseValue(entity: digits, said: "4417", seq: 6, at: Samples.at(6))]
    return matter
  }

  private var talk: TalkState {
    var talk = TalkState(language: "sl")
    talk.languageEvidence = LanguageEvidence()
    talk.matter = matter
    talk.expectation = .slot("fee")
    talk.agenda = ["lost_card", "card_fees"]
    talk.confirmed = ["lost_card"]
    talk.attempts = ["fee": 2]
    talk.fallbacks = 1
    talk.dodge = 3
    talk.lastLine = "hello"
    talk.lastLineAt = Samples.at(7)
    talk.questionSeq = 3
    talk.lastAddress = Address(.line, "ana")
    talk.lookups = ["balance": LookupState(number: 1, standing: .answered(at: Samples.at(8)), sent: ["a": "b"])]
    return talk
  }

  private func copy<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test func `a state with everything in it comes back`() throws {
    #expect(try copy(talk) == talk)
    #expect(try copy(matter) == matter)
  }

  @Test func `a state with nothing in it comes back, and is nearly nothing`() throws {
    let empty = TalkState(language: "en")
    #expect(try copy(empty) == empty)
    #expect(String(decoding: try JSONEncoder().encode(empty), as: UTF8.self) == #"{"language":"en"}"#)
    #expect(try JSONEncoder().encode(Matter()) == Data("{}".utf8))
  }

  @Test func `no field of these samples is as in the beginning, so that a new field cannot be forgotten`() {
    func same(_ one: Any, _ other: Any) -> [String] {
      zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children).compactMap { full, empty in
        "\(full.value)" == "\(empty.value)" ? full.label : nil
      }
    }
    #expect(same(talk, TalkState(language: "en")).isEmpty)
    #expect(same(matter, Matter()).isEmpty)
  }
}

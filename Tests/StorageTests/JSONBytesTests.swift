import Foundation
import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue
@testable import SQLiteStorage
@testable import Storage

/// What is written by hand is what the types' own encodings say.
struct JSONBytesTests {
  private static let time = Timestamp(milliseconds: 1_795_348_800_000)
  private static let place = SourcePlace(file: "cards/\"lost\".yml", line: 3, column: 7)
  private static let odd = "a \"quoted\" \\ line\n\u{1} of {[, č \u{1F600}"

  private static var fact: Fact {
    Fact(
      value: .digits("4417"), said: odd, seq: 3, span: ScalarSpan(1, 5), source: .onRecord, at: time, confirmed: true,
      superseded: [Fact.Earlier(value: .text(odd), said: "before", seq: 1, at: time)])
  }

  private static var matter: Matter {
    var matter = Matter()
    matter.facts = ["card": fact, "a \"name\"": fact]
    matter.declined = ["city": 6, "day": 7]
    matter.unclear = [Unclear(slot: "fee", said: odd, seq: 5, requirement: odd)]
    matter.intents = [MatterIntent(intent: "lost_card", state: .handedOff, score: 0.5, seq: 2, place: place)]
    matter.intents[0].person = "my \"wife\""
    matter.asked = [Asked(slot: "lost_on", seq: 3, by: .bot), Asked(slot: "fee", seq: 4, by: .agent)]
    matter.tried = [Tried(intent: "card_fees", seq: 1, settled: false)]
    matter.signals = [SignalRecord(signal: .sameLine, seq: 6)]
    let digits = Entity(
      kind: .digits, value: .digits("4417"), span: ScalarSpan(0, 4), slot: "card", rule: "digits",
      alternatives: [.text("4417")])
    matter.loose = [LooseValue(entity: digits, slot: "card", intent: "lost_card", said: odd, seq: 6, at: time)]
    return matter
  }

  private static var talk: TalkState {
    var talk = TalkState(language: "sl")
    talk.languageEvidence = LanguageEvidence()
    talk.languageEvidence?.other = "de"
    talk.matter = matter
    talk.expectation = .slot("fee")
    talk.agenda = ["lost_card", "card_fees"]
    talk.confirmed = ["lost_card"]
    talk.attempts = ["fee": 2]
    talk.fallbacks = 1
    talk.dodge = 3
    talk.lastLine = odd
    talk.lastLineAt = time
    talk.questionSeq = 3
    talk.lastAddress = Address(.line, odd)
    talk.lookups = ["balance": LookupState(number: 1, standing: .answered(at: time), sent: ["a": "b"])]
    return talk
  }

  private static var theCase: Case {
    var theCase = Case(
      code: "K7M2QD", thread: "thread", state: .assigned("ana", since: time), queue: "cards", priority: .high, epoch: 2,
      reason: HandoffReason(.rule, detail: odd, rule: place), openedAt: time, matter: matter)
    theCase.language = "sl"
    theCase.repliedAt = time
    theCase.offer = CaseOffer(agent: "ana", until: time, asked: ["bob", "ana"])
    return theCase
  }

  /// What a value holds that is not there or empty, in its parts too.
  private func holes(_ value: Any, _ name: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional where mirror.children.isEmpty: return [name]
    case .collection where mirror.children.isEmpty, .dictionary where mirror.children.isEmpty: return [name]
    default: return mirror.children.flatMap { holes($0.value, "\(name).\($0.label ?? "")") }
    }
  }

  @Test func `a state, a case and their parts are written as they are encoded`() throws {
    #expect(try JSONText.encode(Self.talk) == JSONWriter.text(of: Self.talk))
    #expect(try JSONText.encode(TalkState(language: "en")) == #"{"language":"en"}"#)
    #expect(try JSONText.encode(Self.theCase) == JSONWriter.text(of: Self.theCase))
    #expect(try JSONText.encode(Self.matter.facts) == JSONWriter.text(of: Self.matter.facts))
    let choices = [Choice(title: Self.odd, say: "yes"), Choice(title: "No", say: "no")]
    #expect(try JSONText.encode(choices) == JSONWriter.text(of: choices))
    for delivery in [
      Delivery.toCustomer(Address("web", Self.odd), through: 7), .toDesk("K7M2QD", .customerWrote),
    ] { #expect(try JSONText.encode(delivery) == JSONWriter.text(of: delivery)) }
  }

  @Test func `nothing is left out of these samples, so that a new field cannot be forgotten`() {
    #expect(holes(Self.talk, "talk").isEmpty)
    #expect(holes(Self.theCase, "case").isEmpty)
  }

  @Test func `what is written comes back`() throws {
    #expect(try JSONText.decode(TalkState.self, from: JSONText.encode(Self.talk)) == Self.talk)
    #expect(try JSONText.decode(Case.self, from: JSONText.encode(Self.theCase)) == Self.theCase)
  }

  @Test(arguments: [
    CaseState.queued(since: time), .assigned("ana", since: time), .snoozed(until: time, by: "ana"),
    .resolved(at: time, by: "ana"),
  ])
  func `every state of a case is written as it is encoded`(state: CaseState) throws {
    var theCase = Self.theCase
    theCase.state = state
    #expect(try JSONText.encode(theCase) == JSONWriter.text(of: theCase))
  }

  @Test(arguments: [
    Understanding.Expectation.nothing, .slot("fee"), .confirmSlot("fee"), .confirmIntent("lost_card"),
    .chooseIntent(["a", "b"]), .chooseSlot(value: .digits("4"), among: ["a"]), .settled("lost_card"),
  ])
  func `every expectation is written as it is encoded`(expectation: Understanding.Expectation) throws {
    #expect(try JSONText.encode(expectation) == JSONWriter.text(of: expectation))
  }

  @Test(arguments: [0, 9, 10, -1, -10, 1_795_348_800_000, .max, .min])
  func `numbers are written in all their digits`(number: Int64) {
    var bytes: [UInt8] = []
    JSONWriter.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
  }

  @Test func `a number beyond any here is written too`() {
    var bytes: [UInt8] = []
    JSONWriter.append(UInt64.max, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "18446744073709551615")
  }

  @Test(arguments: [
    Value.text("a\"b"), .name("Ana"), .number(DecimalNumber(7)), .integer(-3), .digits("007"),
    .money(DecimalNumber(5), currency: "EUR"), .date(CivilDate(daysSince1970: 20_779)),
    .email("a@b.c"), .phone("+386"), .url("https://a.b"), .iban("SI56"), .card("4417"), .yesNo(true), .choice("gold"),
    .pattern("X-1"), .number(DecimalNumber(units: -1_234, scale: 2)), .integer(.min), .integer(.max), .time(.midnight),
    .dateTime(CivilDateTime(secondsSince1970: 1_795_348_800)), .duration(DurationValue(months: 1, days: 2, seconds: 3)),
    .timeRange(.midnight, .midnight),
    .dateRange(CivilDate(daysSince1970: 0), CivilDate(daysSince1970: 9)),
    .dateTimeRange(CivilDateTime(secondsSince1970: 0), CivilDateTime(secondsSince1970: 9)),
  ])
  func `every kind of value is written as it is encoded`(value: Value) throws {
    let (written, encoded) = (try JSONText.encode(value), try JSONWriter.text(of: value))
    #expect(written == encoded)
  }
}

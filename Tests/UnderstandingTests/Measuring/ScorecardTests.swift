import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `A scorecard` {
  static func verdict(_ intent: String?, _ best: String, _ score: Double, _ outcome: Verdict.Outcome? = nil) -> Verdict
  {
    Verdict(
      text: "\(intent ?? "-") \(best) \(score)", intent: intent.map { IntentID($0) },
      outcome: outcome ?? (score >= 0.5 ? .answered(IntentID(best)) : .turnedAway), best: IntentID(best), score: score)
  }

  let card = Scorecard([
    verdict("a", "a", 0.95), verdict("a", "b", 0.65), verdict("b", "b", 0.75), verdict("b", "b", 0.45),
    verdict("b", "a", 0.35, .asked(["a", "b"])), verdict(nil, "a", 0.55), verdict(nil, "b", 0.05),
    verdict(nil, "b", 0.15),
  ])

  @Test func `counts lines in scope`() {
    #expect(card.accuracy == 3.0 / 5)
    #expect(card.answeredRight == 2.0 / 5)
  }

  @Test func `counts lines outside`() {
    #expect(card.outsideRecall == 2.0 / 3)
    #expect(card.outsidePrecision == 2.0 / 4)
  }

  @Test func `counts answers`() {
    #expect(card.wrong == 2.0 / 8)
    #expect(card.asked == 1.0 / 8)
    #expect(card.turnedAway == 3.0 / 8)
  }

  @Test func `measures how far scores lie from the truth`() throws {
    let expected = (abs(0.95 - 1) + 0.65 + abs(0.75 - 1) + abs(0.45 - 1) + 0.35) / 5
    #expect(abs(try #require(card.calibrationError) - expected) < 1e-9)
    #expect(card.bins.map(\.count).reduce(0, +) == 5)
  }

  @Test func `measures how well inside is told from outside`() throws {
    // Of the fifteen pairs two are the wrong way round.
    #expect(abs(try #require(card.outsideArea) - 13.0 / 15) < 1e-9)
    #expect(Scorecard.area(above: [1, 1], below: [1]) == 0.5)
    #expect(Scorecard.area(above: [], below: [1]) == nil)
  }

  @Test func `of no lines says nothing`() {
    let empty = Scorecard([])
    #expect(empty.accuracy == nil)
    #expect(empty.wrong == nil)
    #expect(empty.calibrationError == nil)
    #expect(empty.curve().count == 51)
  }

  @Test func `wrong answers fall and asking back grows with the threshold`() {
    let curve = card.curve()
    #expect(curve.map(\.wrong) == curve.map(\.wrong).sorted(by: >))
    #expect(curve.map(\.asked) == curve.map(\.asked).sorted())
    #expect(curve.first?.wrong == 5.0 / 8)
    #expect(curve.last?.asked == 1)
  }

  @Test func `names pairs that are taken for each other with the words they share`() throws {
    let verdicts = [
      Self.verdict("lost_card", "declined_card", 0.6), Self.verdict("declined_card", "lost_card", 0.6),
      Self.verdict("lost_card", "declined_card", 0.4), Self.verdict(nil, "loan", 0.9),
      Self.verdict("loan", "loan", 0.9), Self.verdict("loan", "lost_card", 0.2),
    ]
    let confusions = Confusions(Scorecard(verdicts), in: TestPlaybook.bank, most: 5)
    let first = try #require(confusions.pairs.first)
    #expect(first.intents == ["lost_card", "declined_card"])
    #expect(first.count == 3)
    #expect(first.shared.first == "card")
    #expect(first.lines.count == 3)
    #expect(confusions.swallowing.map(\.intent) == ["loan"])
    #expect(Confusions(Scorecard(verdicts), in: TestPlaybook.bank, most: 1).pairs.count == 1)
  }
}

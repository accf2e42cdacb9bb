import Playbooks
import Testing
import Vocabulary

@testable import Understanding

struct ChoiceTests {
  private static func slot(_ id: SlotID, _ options: [(String, [String])]) -> Slot {
    Slot(
      id: id, place: SourcePlace(file: "test", line: 1, column: 1), title: id.rawValue, kind: .choice,
      options: options.map { Slot.Option(key: $0.0, says: $0.1) })
  }
  private static let reader = ChoiceReader(slots: [
    slot(
      "card_kind",
      [("debit", ["debit card", "bank card", "maestro"]), ("credit", ["credit card", "visa", "mastercard"])]),
    slot("account_kind", [("current_account", ["giro"]), ("savings", ["savings account", "deposit"])]),
    slot("loan_kind", [("home", ["mortgage"]), ("home_repair", ["repair loan"]), ("car", [])]),
  ])

  static let positive: [Case] = [
    Case("it was my debit card", "debit"), Case("the VISA", "credit"), Case("my visa cards", "credit"),
    Case("current account", "current_account"), Case("a current-account", "current_account"),
    Case("savings", "savings"),
    Case("my mastercrad is gone", "credit"), Case("a morgage", "home"), Case("home repair", "home_repair"),
    Case("not the debit card, the credit one", "credit"), Case("credit card, not debit", "credit"),
    Case("the car's fine", "car"),
    Case("debit from my giro", "debit", "current_account"), Case("I'd rather have a mortgage", "home"),
    Case("a visa instead of a debit card", "credit"),
  ]
  static let negative = [
    "the card is gone", "a great depot", "I don't have a debit card", "there is no visa", "having a current problem",
    "",
  ]

  @Test(arguments: positive) func `an option is found by what customers say`(_ sample: Case) {
    #expect(values(ChoiceTests.reader, sample.text, .choice).sorted() == sample.values.sorted())
  }

  @Test(arguments: negative) func `a denied or distant word is no option`(_ text: String) {
    #expect(values(ChoiceTests.reader, text, .choice) == [])
  }

  @Test func `an option knows its slot and words`() {
    let line = Line("I lost my credit card")
    let found = ChoiceTests.reader.read(line, in: Samples.context())
    #expect(found.map(\.slot) == ["card_kind"])
    #expect(found.map { line.typed($0.span) } == ["credit card"])
  }

  @Test func `two options at one distance are both kept`() {
    let reader = ChoiceReader(slots: [ChoiceTests.slot("letter", [("wharf", []), ("scarf", [])])])
    let found = reader.read(Line("sharf"), in: Samples.context())
    #expect(found.map(\.value) == [.choice("wharf")])
    #expect(found.map(\.alternatives) == [[.choice("scarf")]])
  }
}

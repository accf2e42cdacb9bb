import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Corrections` {
  static let reader = Reader(
    playbook: Playbook(
      slots: [
        TestPlaybook.slot("card_ending", .digits), TestPlaybook.slot("lost_on", .date),
        TestPlaybook.slot("about", .choice, cues: ["about"], options: ["loan": ["loan"], "card": ["card"]]),
        TestPlaybook.slot(
          "kind", .choice, options: ["debit": ["debit card", "debit"], "credit": ["credit card", "credit"]]),
        TestPlaybook.slot("where", .text, cues: ["in"]),
      ]))

  static func read(_ text: String) -> Interpretation {
    var context = TestPlaybook.context
    context.expectation = .slot("card_ending")
    return reader.read(text, in: context)
  }

  @Test(arguments: [
    "no, 4418",
    "no thursday",
    "sorry, it's 4418",
    "I meant Friday",
    "make that 55",
    "not 50, 55",
    "wrong, it was Kranj",
    "actually Maribor",
    "no it is 4418",
    "oh no, 4418",
    "nope, it ends with 4418",
    "sorry, 4418",
    "wait, friday",
    "no, last Tuesday",
    "actually, it was yesterday",
    "4418 not 4417",
  ]) func `are heard with the value that they bring`(text: String) {
    #expect(Self.read(text).has(.correction))
  }

  @Test(arguments: [
    "no",
    "no thanks",
    "no, I lost it",
    "no it is not",
    "no money arrived",
    "no one took it",
    "actually I want a loan",
    "actually yes",
    "sorry, can you repeat that",
    "sorry I don't know",
    "no, stop",
    "no, human",
    "no idea",
    "no problem",
    "4418",
    "my card ends with 4417 and not much else",
    "I am not asking about a loan",
    "no, thanks",
    "no please",
    "no, I don't have it",
    "sorry",
    "actually no idea",
    "wait a minute",
    "I lost my card yesterday",
    "I am interested in a loan",
  ]) func `are not heard where nothing is taken back`(text: String) {
    #expect(!Self.read(text).has(.correction))
  }

  @Test func `keep the no that leads them`() {
    #expect(Self.read("no, 4418").has(.no))
    #expect(!Self.read("sorry, 4418").has(.no))
  }

  @Test(arguments: [("4418 not 4417", "4418"), ("not 4417, 4418", "4418")])
  func `give only the value that is meant`(text: String, digits: String) {
    #expect(Self.read(text).entities.filter { $0.kind == .digits }.map(\.value) == [.digits(digits)])
  }

  @Test func `leave what is denied out of the values`() {
    let choices = Self.read("not the debit card, the credit one").entities.filter {
      $0.kind == .choice && $0.slot == "kind"
    }
    #expect(choices.map(\.value) == [.choice("credit")])
    #expect(Self.read("I am not asking about a loan").readings.isEmpty)
    #expect(!Self.read("I am asking about a loan").readings.isEmpty)
  }

  @Test func `a preposition that belongs to its verb is no cue`() {
    #expect(Self.read("I am interested in a new house").readings.isEmpty)
    #expect(Self.read("it was in the old market").readings.map(\.value) == [.text("old market")])
  }

  @Test func `built-in words are known by their move`() {
    let words = BuiltInWords(settings: Settings())
    #expect(words.move(of: "talk to a human") == .person)
    #expect(words.move(of: "never mind") == .cancel)
    #expect(words.move(of: "I lost my card") == nil)
    #expect(words.move(of: "I want to close my account and move") == nil)
  }
}

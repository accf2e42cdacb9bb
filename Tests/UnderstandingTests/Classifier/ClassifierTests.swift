import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `The classifier` {
  func read(_ text: String) -> [IntentMention] {
    TestPlaybook.reader.read(text, in: TestPlaybook.context).mentions
  }

  @Test(arguments: [
    ("somebody has stolen my credit card yesterday", "lost_card"), ("cannot find my bank card anywhere", "lost_card"),
    ("could we arrange an appointment for next week", "book_appointment"),
    ("until when are you open today", "opening_hours"),
    ("i would like to borrow some money to buy a car", "loan"),
    ("the transfer that I sent never arrived", "transfer_failed"),
    ("the shop refused my card", "declined_card"),
  ]) func `proposes the intent of words that no template has`(text: String, intent: String) {
    #expect(read(text).first?.candidates.first?.intent == IntentID(intent))
    #expect(read(text).first?.certainty != .certain)
  }

  @Test(arguments: [
    "tell me a joke", "what is the weather like in london", "4417", "friday", "my cat is asleep", "xyzzy plugh",
    "who painted this picture", "Ana Novak",
  ]) func `proposes nothing for other matters`(text: String) {
    #expect(read(text).allSatisfy { $0.intent == nil })
  }

  @Test func `learns the same from the same files`() {
    let again = Reader(playbook: TestPlaybook.bank, entities: PlainEntities(slots: TestPlaybook.slots))
    for text in ["somebody has stolen my card", "borrow money", "hm"] {
      #expect(again.read(text, in: TestPlaybook.context) == TestPlaybook.reader.read(text, in: TestPlaybook.context))
    }
  }

  @Test func `scores are likelihoods`() {
    var values: [Float] = [1, 2, 3]
    Softmax.apply(&values)
    #expect(abs(values.reduce(0, +) - 1) < 0.001)
    #expect(abs(values[2] - 0.6652) < 0.002)
    #expect(abs(KnownFeatures.logarithm(10) - 2.302585) < 0.001)
  }
}

import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Reading a line` {
  let reader = TestPlaybook.reader

  func read(_ text: String) -> Interpretation { reader.read(text, in: TestPlaybook.context) }

  @Test(arguments: [
    "I lost my card", "i LOST my   card!!", "Hi, I've lost my card", "please block my card",
    "I've lost my cards, thanks",
    "Someone stole my Visa", "my card's been stolen", "my card's missing", "somebody took my debit card card",
    "hello there, could you block my card please",
  ]) func `a template that covers it is certain`(text: String) {
    let mentions = read(text).mentions
    #expect(mentions.map(\.intent) == ["lost_card"])
    #expect(mentions.first?.certainty == .certain)
  }

  @Test func `a template gives values to slots with their words`() throws {
    let text = "Somebody took my Visa"
    let reading = try #require(read(text).readings.first)
    #expect(reading.slot == "card_kind")
    #expect(reading.value == .choice("credit"))
    #expect(Line(text).typed(reading.span) == "Visa")
    #expect(Line(text).typed(reading.said) == text)
  }

  @Test func `a template's free words end where the template goes on`() throws {
    let text = "hi, my name is Ana Novak, I lost my card"
    let interpretation = read(text)
    #expect(interpretation.mentions.map(\.intent) == ["my_name", "lost_card"])
    #expect(interpretation.readings.map(\.value) == [.name("Ana Novak")])
  }

  @Test func `a text slot takes the words as typed`() throws {
    let interpretation = read("I want to complain about the RUDE clerk")
    #expect(interpretation.mentions.first?.intent == "complaint")
    #expect(interpretation.readings.map(\.value) == [.text("the RUDE clerk")])
  }

  @Test func `a regex is certain and gives its groups to slots`() throws {
    let interpretation = read("the card ending in 4417 is simply gone")
    #expect(interpretation.mentions.first?.certainty == .certain)
    #expect(interpretation.mentions.first?.candidates.first?.by == .regex)
    #expect(interpretation.readings.first?.value == .digits("4417"))
    #expect(interpretation.readings.count == 1)
  }

  @Test func `a cue gives the value beside it to its slot`() throws {
    for text in ["it ends with 4417", "the last four are 4417", "last four digits: 4417", "ending 4417"] {
      let reading = try #require(read(text).readings.first, "\(text)")
      #expect(reading.slot == "card_ending")
      #expect(reading.value == .digits("4417"))
      #expect(Line(text).typed(reading.span) == "4417")
    }
  }

  @Test func `a cue of a text slot takes the words behind it`() throws {
    let text = "somebody took it yesterday in the old Kranj branch and ran"
    let reading = try #require(read(text).readings.first)
    #expect(reading.slot == "lost_where")
    #expect(reading.value == .text("old Kranj branch"))
    #expect(Line(text).typed(reading.said) == "in the old Kranj branch")
  }

  @Test func `a counter-example is never read as its intent`() {
    #expect(read("my card was declined").mentions.map(\.intent) == ["declined_card"])
    #expect(!read("my card was declined, please").mentions.flatMap(\.candidates).contains { $0.intent == "lost_card" })
  }

  @Test func `two intents of one line stand in the order of mention`() {
    #expect(
      read("my card was stolen and I also want to book an appointment").mentions.map(\.intent)
        == ["lost_card", "book_appointment"])
    #expect(
      read("I want to book an appointment. Also, my card was stolen").mentions.map(\.intent)
        == ["book_appointment", "lost_card"])
  }

  @Test func `one intent said twice is one mention`() {
    #expect(read("I lost my card. My card is missing.").mentions.map(\.intent) == ["lost_card"])
  }

  @Test(arguments: [
    "I don't want a loan", "I am not asking about a loan", "not about a loan", "i do not need a loan right now",
    "I'm not interested in a personal loan",
  ]) func `what is denied is not read`(text: String) {
    #expect(!read(text).mentions.contains { $0.intent == "loan" })
  }

  @Test func `what stands beside a denial is read`() {
    #expect(read("I don't want a loan, I lost my card").mentions.map(\.intent) == ["lost_card"])
  }

  @Test func `a line that says nothing is read as nothing`() {
    for text in ["", "   ", "\u{200B}", "please", "🙂", "..."] {
      #expect(read(text).mentions.isEmpty, "\(text)")
    }
  }

  @Test func `the normalised text shows what is compared`() {
    #expect(read("Hi, I've lost my TWO Càrds!").normalized == "i have lost my 2 cards")
  }
}

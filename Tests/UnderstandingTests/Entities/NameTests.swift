import Testing
import Vocabulary

@testable import Understanding

struct NameTests {
  static let positive: [Case] = [
    Case("my name is Ana Novak", "Ana Novak"), Case("hi, I'm Peter", "Peter"),
    Case("this is John Smith speaking", "John Smith"),
    Case("call me Bo", "Bo"), Case("Ana Novak here", "Ana Novak"),
    Case("my name is ana novak and I lost my card", "ana novak"),
    Case("I'm Peter and I lost my card", "Peter"),
    Case("My name is Anna-Maria van der Berg.", "Anna-Maria van der Berg"),
    Case("my name's Žiga Čeh, hello", "Žiga Čeh"), Case("I am Dr. Mary O'Neill", "Dr. Mary O'Neill"),
    Case("name: Tina Kos", "Tina Kos"),
  ]
  static let negative = [
    "I'm angry", "I'm sorry about that", "this is ridiculous", "I am calling about my card", "call me back please",
    "it's not working", "I'm Really Angry", "i'm locked out", "I'm Slovenian", "it's EUR 20", "what is my name",
    "this is not what I asked",
  ]
  static let bare: [Case] = [
    Case("Ana Novak", "Ana Novak"), Case("ana novak", "ana novak"), Case("peter", "peter"),
    Case("It is for Maja", "Maja"),
    Case("BOŠTJAN", "BOŠTJAN"),
  ]

  @Test(arguments: positive) func `a name that is announced is found as typed`(_ sample: Case) {
    #expect(values(NameReader(), sample.text, .name) == sample.values)
  }

  @Test(arguments: negative) func `what people say of themselves is no name`(_ text: String) {
    #expect(NameReader().read(Line(text), in: Samples.context()).isEmpty)
  }

  @Test(arguments: bare) func `a bare name counts only where asked`(_ sample: Case) {
    #expect(values(NameReader(), sample.text, .name) == [])
    #expect(values(NameReader(), sample.text, .name, latent: true) == sample.values)
  }

  @Test func `a thing that is introduced is a name only where asked`() {
    #expect(values(NameReader(), "This is Nova Banka, right?", .name) == [])
    #expect(values(NameReader(), "This is Nova Banka, right?", .name, latent: true) == ["Nova Banka"])
  }

  @Test func `a very long name is not read`() {
    #expect(NameReader().read(Line("my name is " + String(repeating: "A", count: 90)), in: Samples.context()).isEmpty)
  }
}

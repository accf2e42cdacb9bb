import Testing
import Vocabulary

@testable import Understanding

struct URLTests {
  static let positive: [Case] = [
    Case("see https://example.com/help?id=4#top.", "https://example.com/help?id=4#top"),
    Case("http://localhost:8080", "http://localhost:8080"),
    Case("www.example.museum", "www.example.museum"), Case("I was on example.si yesterday", "example.si"),
    Case("my-bank.co.uk/login, then nothing", "my-bank.co.uk/login"),
    Case("(https://a.example.org)", "https://a.example.org"),
  ]
  static let negative = [
    "ok.so what now", "hi.how are you", "version 1.2.3", "12.50", "e.g. this", "ana@example.com", "no.it is not",
    "file.pdf",
    "at 10:30", "note: this",
  ]

  @Test(arguments: positive) func `an address of a page is found`(_ sample: Case) {
    #expect(values(URLReader(), sample.text, .url) == sample.values)
  }

  @Test(arguments: negative) func `words around a point are no address`(_ text: String) {
    #expect(values(URLReader(), text, .url) == [])
  }
}

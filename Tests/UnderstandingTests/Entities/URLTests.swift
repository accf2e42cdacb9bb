import Testing
import Vocabulary

@testable import Understanding

struct URLTests {
  static let positive: [Case] = [
    Case("see https://example.com/help?id=4#top.", "https://example.com/help?id=4#top"),
    Case("http://localhost:8080", "http://localhost:8080"),
    Case("www.example.museum", "www.example.museum"), Case("I was on example.si yesterday", "example.si"),
    Case("my-bank.co.uk/login, then nothing", "my-bank.co.uk/login"),
    Case("(https://a.example.org)", "https://a.example.org"), Case("localhost:3000/status", "localhost:3000/status"),
    Case("it runs on localhost", "localhost"), Case("example.net:8443?a=b", "example.net:8443?a=b"),
    Case("10.1.2.3:9000 is down", "10.1.2.3:9000"), Case("10.1.2.3/admin", "10.1.2.3/admin"),
    Case("see https://w.example.org/Rose_(flower).", "https://w.example.org/Rose_(flower)"),
    Case("(see example.org/help)", "example.org/help"), Case("join.me/4417", "join.me/4417"),
    Case("WWW.EXAMPLE.COM/A", "WWW.EXAMPLE.COM/A"), Case("wss://example.com/chat", "wss://example.com/chat"),
    Case("ex.ly and exam.ms", "ex.ly", "exam.ms"),
  ]
  static let negative = [
    "ok.so what now", "hi.how are you", "version 1.2.3", "12.50", "e.g. this", "ana@example.com", "no.it is not",
    "file.pdf", "http://362", "hello.world", "my-localhost", "10.1.2.3", "me.today we go", "notes.md", "3:45/2",
    "at 10:30", "note: this",
  ]

  @Test(arguments: positive) func `an address of a page is found`(_ sample: Case) {
    #expect(values(URLReader(), sample.text, .url) == sample.values)
  }

  @Test(arguments: negative) func `words around a point are no address`(_ text: String) {
    #expect(values(URLReader(), text, .url) == [])
  }
}

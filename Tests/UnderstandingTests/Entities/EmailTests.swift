import Testing
import Vocabulary

@testable import Understanding

struct EmailTests {
  static let positive: [Case] = [
    Case("write to ana.novak@example.com please", "ana.novak@example.com"), Case("BO@Example.ORG", "BO@example.org"),
    Case("it is peter+bank@mail.example.co.uk.", "peter+bank@mail.example.co.uk"), Case("<x_1@a-b.si>", "x_1@a-b.si"),
    Case("a@example.com or b@example.com", "a@example.com", "b@example.com"),
    Case("(jan99@posta.si)", "jan99@posta.si"), Case("ana.novak at example.com", "ana.novak@example.com"),
    Case("well...ana@example.com", "ana@example.com"), Case("bo_k at posta.si", "bo_k@posta.si"),
  ]
  static let spelled: [Case] = [
    Case("ana at example dot com", "ana@example.com"),
    Case("ana dot novak at example dot co dot uk", "ana.novak@example.co.uk"),
    Case("ana at example.com", "ana@example.com"), Case("jo underscore k at posta dot si", "jo_k@posta.si"),
  ]
  static let negative = [
    "hey@you", "meet me at noon", "@handle", "a @ b", "50 @ 3.20", "me at work", "x@ y.com", "ana@",
    "ana..k@example.com", "https://ana:secret@example.com/x",
  ]

  @Test(arguments: positive) func `an address is found as typed`(_ sample: Case) {
    #expect(values(EmailReader(), sample.text, .email) == sample.values)
  }

  @Test(arguments: spelled) func `an address that is spelled out counts only where asked`(_ sample: Case) {
    #expect(values(EmailReader(), sample.text, .email) == [])
    #expect(values(EmailReader(), sample.text, .email, latent: true) == sample.values)
  }

  @Test(arguments: negative) func `what only has the sign is no address`(_ text: String) {
    #expect(EmailReader().read(Line(text), in: Samples.context()).isEmpty)
  }

  @Test func `the span covers the address and nothing else`() {
    let line = Line("mail: jo@example.com!")
    #expect(EmailReader().read(line, in: Samples.context()).map { line.typed($0.span) } == ["jo@example.com"])
  }
}

import Chances
import Playbooks
import Testing
import Vocabulary

@testable import Understanding

struct EntitySuiteTests {
  private static let playbook: Playbook = {
    let place = SourcePlace(file: "test", line: 1, column: 1)
    let options = [Slot.Option(key: "debit", says: ["debit card"]), Slot.Option(key: "credit", says: ["visa"])]
    var bounds = SlotBounds()
    bounds.matches = "INV-\\d{6}"
    return Playbook(slots: [
      Slot(id: "card_kind", place: place, title: "Kind", kind: .choice, options: options),
      Slot(id: "code", place: place, title: "Code", kind: .regex, bounds: bounds),
    ])
  }()
  private static let suite = EntitySuite(playbook: playbook)
  private static let context = Samples.context(country: "SI", currency: "EUR")

  private func sure(_ text: String) -> Set<String> {
    Set(
      EntitySuiteTests.suite.read(Line(text), in: EntitySuiteTests.context).filter { !$0.latent }.map {
        "\($0.kind) \($0.value.plain)"
      })
  }

  static let samples: [(String, Set<String>)] = [
    ("it ends with 4417 and I lost it 3 days ago", ["digits 4417", "number 4417", "integer 4417", "date 2026-11-17"]),
    ("I paid 120 euros on 12.11.2026", ["money 120 EUR", "date 2026-11-12"]),
    ("my visa ends with 4417", ["choice credit", "digits 4417", "number 4417", "integer 4417"]),
    ("jan99@posta.si", ["email jan99@posta.si"]),
    ("https://example.com/2026/11?x=4417", ["url https://example.com/2026/11?x=4417"]),
    ("SI56 1910 0000 0123 438", ["iban SI56191000000123438"]),
    ("4111 1111 1111 1111", ["card 4111111111111111"]),
    ("+386 40 123 456", ["phone +38640123456"]),
    ("I paid 50 euros", ["money 50 EUR"]), ("from 1.2 to 1.4 dollars", ["money 1.2 USD", "money 1.4 USD"]),
    ("on 12 May 50 euros", ["date 2027-05-12", "money 50 EUR"]),
    ("a quarter million dollars", ["money 250000 USD"]), ("localhost:8080", ["url localhost:8080"]),
    ("I'm Peter, 040/123-456", ["name Peter", "phone +38640123456"]),
  ]

  @Test(arguments: samples) func `each value is read once, by its surest form`(_ text: String, _ expected: Set<String>)
  {
    #expect(sure(text) == expected)
  }

  @Test func `the number in a length of time counts only where asked`() {
    let found = EntitySuiteTests.suite.read(Line("3 days"), in: EntitySuiteTests.context)
    #expect(found.contains { $0.value == .number(DecimalNumber(3)) && $0.latent })
    #expect(!found.contains { $0.kind == .number && !$0.latent })
  }

  @Test func `a calendar takes words from numbers`() {
    struct Fixed: EntityReader {
      func read(_ line: Line, in context: ReadingContext) -> [Entity] {
        [Entity(kind: .date, value: .date(context.now.date), span: ScalarSpan(5, 10), rule: "date: test")]
      }
    }
    let suite = EntitySuite(playbook: EntitySuiteTests.playbook, calendar: Fixed())
    let found = suite.read(Line("4417 12 11"), in: EntitySuiteTests.context)
    #expect(found.filter { !$0.latent && $0.kind == .number }.map(\.value) == [.number(DecimalNumber(4417))])
    #expect(found.filter { !$0.latent }.contains { $0.kind == .date })
  }

  @Test func `values stand in the order of the text`() {
    let found = EntitySuiteTests.suite.read(
      Line("visa 4417, 50 euros, INV-204518, a@b.si"), in: EntitySuiteTests.context)
    #expect(found.map(\.span.from) == found.map(\.span.from).sorted())
    #expect(found.contains { $0.kind == .regex && $0.slot == "code" })
  }

  private static let pieces = [
    "4111", "1111", "0", "99999999999999999999", "one", "twenty", "hundred", "and", "a", "point", "million", "-", "/",
    ".", ",", "'",
    "(", ")", "+", "@", ":", "€", "$", "%", "½", "SI56", "de", "my", "name", "is", "Ana", "I'm", "not", "debit", "visa",
    "yes", "no",
    "double", "oh", "dot", "at", "com", "http", "www", " ", " ", " ", "\u{200B}", "\u{0}", "é", "漢", "👍🏽", "١٢", "４",
    "k", "th", "cents",
    "euros", "minus", "third", "half", "\u{0301}", "\n",
  ]

  /// Any line is read, and every span lies within it.
  @Test func `no line of random pieces is too odd`() {
    var chance = SplitMix(seed: 3)
    for round in 0..<3_000 {
      let count = round % 100 == 0 ? 1_500 : Int.random(in: 1...24, using: &chance)
      let text = (0..<count).map { _ in EntitySuiteTests.pieces.randomElement(using: &chance) ?? "" }.joined()
      let line = Line(text)
      for entity in EntitySuiteTests.suite.read(line, in: EntitySuiteTests.context) {
        #expect(entity.span.from >= 0 && entity.span.from < entity.span.to && entity.span.to <= line.scalars.count)
      }
      let spans = Secrets.find(line)
      #expect(Masking.mask(text, spans: spans).unicodeScalars.count == text.unicodeScalars.count)
      _ = TextValue.trimmed(line, ScalarSpan(0, line.scalars.count))
    }
  }

  @Test(arguments: ["4 ", "4", "-", "one ", "a@", "(", "+", "é", "visa ", "1,", "double ", "a.", "€", "hundred "])
  func `a line of four thousand scalars is read`(_ piece: String) {
    let line = Line(String(repeating: piece, count: 4_000 / piece.unicodeScalars.count))
    for entity in EntitySuiteTests.suite.read(line, in: EntitySuiteTests.context) {
      #expect(entity.span.to <= line.scalars.count)
    }
    _ = Secrets.find(line)
  }
}

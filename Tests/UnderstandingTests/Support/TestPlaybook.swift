import Playbooks
import Vocabulary

@testable import Understanding

/// Builds templates and playbooks from the notation of the phrase tables, with `{slot}`.
enum TestPlaybook {
  static func template(_ text: String, line: Int = 1, file: String = "test.yml") -> Template {
    Template(
      text: text, language: .english, place: SourcePlace(file: file, line: line, column: 1), root: parse(text))
  }

  /// `{slot}` becomes a list of that name, so that one parser serves both.
  static func parse(_ text: String) -> TemplatePart {
    let lists = text.split(separator: "{").dropFirst().map { piece in String(piece.prefix { $0 != "}" }) }
    let marked = String(text.map { $0 == "{" ? "<" : $0 == "}" ? ">" : $0 })
    return PhraseSyntax(lists: lists).parse(marked)
  }

  static func intent(_ id: String, _ templates: [String], not: [String] = [], regex: [String] = []) -> Intent {
    let file = "\(id).yml"
    return Intent(
      id: IntentID(id), place: SourcePlace(file: file, line: 1, column: 1), title: id,
      templates: templates.enumerated().map { template($1, line: $0 + 3, file: file) },
      regexes: regex.enumerated().map {
        IntentRegex(pattern: $1, place: SourcePlace(file: file, line: $0 + 80, column: 1))
      },
      counterExamples: not.enumerated().map { template($1, line: $0 + 50, file: file) })
  }

  static func changed(_ intent: Intent, templates: [Template]? = nil, counterExamples: [Template]? = nil) -> Intent {
    Intent(
      id: intent.id, place: intent.place, title: intent.title, templates: templates ?? intent.templates,
      regexes: intent.regexes, counterExamples: counterExamples ?? intent.counterExamples, needs: intent.needs,
      takes: intent.takes)
  }

  static func titled(_ title: String, _ intent: Intent) -> Intent {
    Intent(
      id: intent.id, place: intent.place, title: title, templates: intent.templates, regexes: intent.regexes,
      counterExamples: intent.counterExamples, needs: intent.needs, takes: intent.takes)
  }

  static func slot(_ id: String, _ kind: EntityKind, cues: [String] = [], options: [String: [String]] = [:]) -> Slot {
    Slot(
      id: SlotID(id), place: SourcePlace(file: "slots.yml", line: 1, column: 1), title: id, kind: kind, cues: cues,
      options: options.sorted { $0.key < $1.key }.map { Slot.Option(key: $0.key, says: $0.value) })
  }

  static let context = ReadingContext(
    now: CivilDateTime(CivilDate(daysSince1970: 20_778), TimeOfDay(secondsOfDay: 36_000)))

  static let slots: [Slot] = [
    slot("card_ending", .digits, cues: ["ending", "ends with", "last four"]),
    slot(
      "card_kind", .choice,
      options: [
        "debit": ["debit card", "bank card", "maestro", "debit"], "credit": ["credit card", "visa", "credit"],
      ]),
    slot("amount", .integer, cues: ["amount"]),
    slot("lost_where", .text, cues: ["in", "at"]),
    slot("customer_name", .name),
    slot("complaint", .text),
  ]

  /// A small bank.
  static let bank = Playbook(
    intents: [
      intent(
        "lost_card",
        [
          "I lost my [{card_kind}] [card]", "(someone|somebody) (stole|took) my [{card_kind}] [card]",
          "my [{card_kind}] card (was|has been|is|got) (stolen|lost|missing)", "I can't find my card",
          "I have lost my card[s]", "my (wallet|purse) with my card was stolen", "block my card",
          "I need to block my [{card_kind}] card",
        ], not: ["my card was declined"],
        regex: [#"\bcard (ending|ends) (in )?(?<card_ending>\d{4})\b.*\bgone\b"#]),
      intent(
        "declined_card",
        [
          "my card was declined", "my card does not work [at the shop|abroad]", "the terminal refused my card",
          "why was my payment refused", "my card is not accepted [anywhere]", "the shop would not take my card",
        ]),
      intent(
        "book_appointment",
        [
          "I (want|would like) to (book|make|arrange) an appointment", "can I book an appointment [at the branch]",
          "I want to see an adviser", "make an appointment [for me]", "book an appointment",
          "I'd like to come in for a meeting", "schedule a meeting at a branch",
        ]),
      intent(
        "loan",
        [
          "I want a loan", "I need a loan [of {amount}]", "how do I apply for a loan", "can I borrow money [for a car]",
          "what are your loan rates", "I would like to apply for a (mortgage|loan)", "personal loan",
        ]),
      intent(
        "opening_hours",
        [
          "when do you open", "what are your opening hours", "when is the branch open",
          "are you open on (saturday|sunday)[s]",
          "when does the branch close", "opening times",
        ]),
      intent(
        "transfer_failed",
        [
          "my transfer did not arrive", "the money I sent has not arrived", "my payment is missing",
          "I sent money to the wrong account", "where is my transfer", "my transfer failed",
        ]),
      intent("my_name", ["my name is {customer_name}", "I am called {customer_name}"]),
      intent(
        "complaint", ["I want to complain about {complaint}", "I have a complaint", "I want to make a complaint"]),
    ], slots: slots)

  static let reader = Reader(playbook: bank, entities: PlainEntities(slots: slots))
}

/// Digits and the options of choices, found in the plainest way.
struct PlainEntities: EntityReader {
  let slots: [Slot]

  func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    var found: [Entity] = []
    let terms = Terms(line)
    for (at, token) in line.tokens.enumerated() where token.shape == .digits {
      found.append(
        Entity(kind: .digits, value: .digits(token.folded), span: line.span(at...at), latent: true, rule: "digits"))
      if let number = Int(token.folded) {
        found.append(
          Entity(kind: .integer, value: .integer(number), span: line.span(at...at), latent: true, rule: "integer"))
      }
    }
    for slot in slots {
      for option in slot.options {
        for said in option.says {
          let words = Terms(said).words
          for start in terms.words.indices where terms.words[start...].starts(with: words) {
            let span = terms.span(start..<(start + words.count))
            found.append(Entity(kind: .choice, value: .choice(option.key), span: span, slot: slot.id, rule: "choice"))
          }
        }
      }
    }
    return found.sorted { ($0.span.from, $1.span.to) < ($1.span.from, $0.span.to) }
  }
}

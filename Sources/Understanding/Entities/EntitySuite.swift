import Playbooks
import Vocabulary

/// Reads values of every kind and settles which of them may share words.
package struct EntitySuite: EntityReader {
  private let choices: ChoiceReader
  private let calendar: (any EntityReader)?
  private let own: RegexSlotReader
  private let emails = EmailReader()
  private let urls = URLReader()
  private let ibans = IbanReader()
  private let cards = CardReader()
  private let phones = PhoneReader()
  private let numbers = NumericReader()
  private let names = NameReader()
  private let answers = YesNoReader()

  package init(playbook: Playbook, calendar: (any EntityReader)? = CalendarReader()) {
    self.init(playbook: playbook, calendar: calendar, lexicon: .english)
  }

  init(playbook: Playbook, calendar: (any EntityReader)? = CalendarReader(), lexicon: Lexicon) {
    choices = ChoiceReader(slots: playbook.slots, lexicon: lexicon)
    self.calendar = calendar
    own = RegexSlotReader(slots: playbook.slots)
  }

  /// Every value of the line, in the order of the text. Of values that share words, those of the surer form stay:
  /// addresses before accounts and cards, these before telephones, these before amounts, dates and numbers.
  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    guard !line.tokens.isEmpty else { return [] }
    var found: [Entity] = []
    var taken = TokenMask()
    let features = Features(line)
    if features.hasAt { take(emails.read(line, in: context), line, &taken, &found) }
    if features.hasJoint { take(urls.read(line, in: context), line, &taken, &found) }
    if features.digits >= 7 {
      take(ibans.read(line, in: context), line, &taken, &found)
      take(cards.read(line, in: context), line, &taken, &found)
      readPhones(line, context, &taken, &found)
    }
    let scan = numbers.scan(line, in: context, taken: taken)
    var measured = TokenMask()
    if let calendar {
      take(calendar.read(line, in: context, taken: scan.amountMask(line)), line, &measured, &found)
    }
    found += numbers.read(line, scan, in: context, taken: taken, measured: measured)
    found += names.read(line, in: context)
    found += answers.read(line, in: context)
    found += choices.read(line, in: context)
    if !own.isEmpty { found += own.read(line, in: context) }
    found.sort { ($0.span.from, -$0.span.to) < ($1.span.from, -$1.span.to) }
    return found
  }

  /// Keeps what shares no words with a surer value, and takes the words of what counts without a question.
  /// The readings of one reader may share words: a moment is a date and a time as well.
  private func take(_ entities: [Entity], _ line: Line, _ taken: inout TokenMask, _ found: inout [Entity]) {
    let surer = found
    for entity in entities {
      let isShared = surer.contains { !$0.latent && $0.kind != entity.kind && $0.span.overlaps(entity.span) }
      guard !isShared else { continue }
      found.append(entity)
      if !entity.latent { taken.take(line.tokenRange(of: entity.span), of: line.tokens.count) }
    }
  }

  /// A telephone number of one run of digits may as well be an account: its digits are read too.
  private func readPhones(
    _ line: Line, _ context: ReadingContext, _ taken: inout TokenMask, _ found: inout [Entity]
  ) {
    for phone in phones.read(line, in: context) {
      let range = line.tokenRange(of: phone.span)
      guard !range.contains(where: taken.contains) else { continue }
      found.append(phone)
      guard !phone.latent, range.count > 1 else { continue }
      taken.take(range, of: line.tokens.count)
      let digits = range.filter(line.isDigits).map { line.tokens[$0].folded }.joined()
      found.append(
        Entity(kind: .digits, value: .digits(digits), span: phone.span, latent: true, rule: "digits: phone"))
    }
  }

  /// What decides which readers need to look at all.
  private struct Features {
    var digits = 0
    var hasAt = false
    /// A point or a colon, or the one name that is an address without them.
    var hasJoint = false

    init(_ line: Line) {
      for token in line.tokens {
        switch token.shape {
        case .digits: digits += token.folded.utf8.count
        case .word:
          if token.folded == "at" { hasAt = true }
          if token.folded.utf8.count == 9, token.folded == URLReader.localHost { hasJoint = true }
        case .mark:
          if token.folded == "@" { hasAt = true } else if token.folded == "." || token.folded == ":" { hasJoint = true }
        }
      }
    }
  }
}

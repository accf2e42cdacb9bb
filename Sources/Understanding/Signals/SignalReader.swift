import Playbooks
import Vocabulary

/// Signs in one line that the customer wants past the bot.
enum SignalReader {
  static func read(_ terms: Terms, acts: [Act], in context: ReadingContext) -> [SignalReading] {
    let line = terms.line
    var found: [SignalReading] = []
    if let span = keys(line) { found.append(SignalReading(.keys, span: span)) }
    if let span = shouting(line, in: context) { found.append(SignalReading(.shouting, span: span)) }
    if let span = swearing(terms) { found.append(SignalReading(.swearing, span: span)) }
    for act in acts {
      if act.move == .alreadyTold { found.append(SignalReading(.alreadyAsked, span: act.span)) }
      if act.move == .noneOfThese, act.isWhole { found.append(SignalReading(.other, span: act.span)) }
    }
    return found
  }

  /// Only marks of a telephone's keys or of impatience: `***`, `?`, `##!`.
  private static func keys(_ line: Line) -> ScalarSpan? {
    guard let first = line.tokens.first, let last = line.tokens.last,
      line.tokens.allSatisfy({ $0.shape == .mark && ["?", "*", "#", "!", ".", "+"].contains($0.folded) }),
      line.tokens.contains(where: { $0.folded != "." && $0.folded != "+" })
    else { return nil }
    return ScalarSpan(first.span.from, last.span.to)
  }

  /// Three words in capitals, or two with a mark of exclamation, that are no code and no short name.
  private static func shouting(_ line: Line, in context: ReadingContext) -> ScalarSpan? {
    var loud: [Token] = []
    var words = 0
    for (at, token) in line.tokens.enumerated() where token.shape == .word {
      words += 1
      if token.isUpper, !isPartOfCode(at, in: line), !line.lexicon.signals.acronyms.contains(token.folded) {
        loud.append(token)
      }
    }
    let heavy = loud.filter { $0.folded.utf8.count > 1 }
    let exclaims = line.tokens.contains { $0.folded == "!" }
    guard let first = loud.first, let last = loud.last, heavy.count >= (exclaims ? 2 : 3),
      heavy.contains(where: { $0.folded.utf8.count > 3 }), loud.count * 2 > words
    else { return nil }
    // An answer to a question for a name or a code may be typed in capitals.
    if context.expectation.slot != nil, words <= 3, !exclaims { return nil }
    return ScalarSpan(first.span.from, last.span.to)
  }

  /// Letters that touch digits, or are joined to them by a dash: `INV-204518`, `SI56`.
  private static func isPartOfCode(_ at: Int, in line: Line) -> Bool {
    func touches(_ neighbour: Int, _ later: Int) -> Bool {
      guard line.tokens.indices.contains(neighbour), line.tokens.indices.contains(later) else { return false }
      guard !line.tokens[later].followsBlank else { return false }
      return line.tokens[neighbour].shape == .digits || ["-", "_", "/"].contains(line.tokens[neighbour].folded)
    }
    return touches(at - 1, at) || touches(at + 1, at + 1)
  }

  private static func swearing(_ terms: Terms) -> ScalarSpan? {
    for (at, word) in terms.words.enumerated() where terms.lexicon.signals.swearing.contains(word) {
      return terms.span(at..<at + 1)
    }
    return nil
  }
}

/// What shouting and swearing are told by.
struct SignalWords: Sendable {
  /// Written in capitals without shouting.
  let acronyms: Set<String>
  let swearing: Set<String>

  static let english = SignalWords(
    acronyms: [
      "atm", "pin", "iban", "bic", "swift", "usa", "uk", "eu", "usd", "eur", "gbp", "chf", "sms", "id", "ok", "faq",
      "pdf", "app", "qr", "nfc", "tan", "otp", "cvv", "cvc", "vat", "ceo", "tv", "url", "sepa", "ach", "kyc", "pls",
      "asap", "fyi", "btw", "visa", "i", "a", "pos", "gdpr", "isa", "apr", "hr", "it",
    ], swearing: SwearWords.all)
}

/// Whole words only: Scunthorpe is a town.
enum SwearWords {
  static let all: Set<String> = [
    "fuck", "fucking", "fucked", "fucker", "fuckers", "fuk", "fck", "fking", "fkn", "motherfucker", "motherfucking",
    "shit", "shitty", "bullshit", "shite", "crap", "crappy", "asshole", "assholes", "arsehole", "arse", "ass", "bitch",
    "bitches", "bastard", "bastards", "cunt", "cunts", "dickhead", "dick", "prick", "pricks", "wanker", "wankers",
    "twat", "bollocks", "goddamn", "goddamnit", "damn", "damnit", "dammit", "moron", "morons", "idiot", "idiots",
    "idiotic", "retard", "retarded", "wtf", "stfu", "ffs", "piss", "pissed", "bugger", "douche", "douchebag", "dumbass",
    "jackass", "scumbag", "scumbags", "turd",
  ]
}

import Vocabulary

/// How German words are made comparable: `ae` as `ä`, endings of articles and pronouns left out, prepositions and articles
/// that have grown together written out.
enum GermanTerms {
  static let rules = TermRules(respelled: respelled, equal: equal, short: short, ending: written, and: "und")

  /// Words as a line's words are compared.
  static func words(_ text: String) -> Set<String> { rules.words(text) }
  /// Words as values look at them.
  static func tokens(_ text: String) -> Set<String> { Set(rules.tokens(text)) }

  // MARK: Spelling

  @Sendable private static func respelled(_ tokens: [Token]) -> [Token] {
    guard let first = tokens.firstIndex(where: { isOther($0) }) else { return tokens }
    var changed = Array(tokens[..<first])
    for token in tokens[first...] {
      if let (head, tail) = cut(token) {
        changed += cut(head).map { [$0.0, $0.1] } ?? [head]
        changed.append(tail)
      } else if token.shape == .word, hasDigraph(token.folded) {
        changed.append(token.spelled(withoutDigraphs(token.folded)))
      } else {
        changed.append(token)
      }
    }
    return changed
  }

  private static func isOther(_ token: Token) -> Bool {
    token.shape == .word && (hasDigraph(token.folded) || isLong(token) && cut(token) != nil)
  }

  /// `ae`, `oe`, `ue` where they may stand for an umlaut: not `neue`, `aue`, `que`.
  private static func hasDigraph(_ word: String) -> Bool {
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in word.utf8 {
      if byte == 0x65, isUmlaut(last, after: before) { return true }
      (before, last) = (last, byte)
    }
    return false
  }

  private static func isUmlaut(_ vowel: UInt8, after before: UInt8) -> Bool {
    switch vowel {
    case 0x61, 0x6F: true
    case 0x75: before != 0x61 && before != 0x65 && before != 0x71
    default: false
    }
  }

  private static func withoutDigraphs(_ word: String) -> String {
    var bytes: [UInt8] = []
    for byte in word.utf8 {
      if byte == 0x65, let last = bytes.last, isUmlaut(last, after: bytes.dropLast().last ?? 0) { continue }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Compounds

  private static func isLong(_ token: Token) -> Bool { token.folded.utf8.count > 10 }

  /// `Montagabend`, `Viertelstunde`: two words of the calendar in one.
  private static func cut(_ token: Token) -> (Token, Token)? {
    guard token.shape == .word, isLong(token), token.folded.utf8.count == token.span.count else { return nil }
    for tail in compoundTails where token.folded.hasSuffix(tail) {
      let head = String(token.folded.dropLast(tail.count))
      guard compoundHeads.contains(head) else { continue }
      let middle = token.span.from + head.unicodeScalars.count
      return (
        Token(
          folded: head, shape: .word, span: ScalarSpan(token.span.from, middle), followsBlank: token.followsBlank,
          isUpper: token.isUpper),
        Token(
          folded: tail, shape: .word, span: ScalarSpan(middle, token.span.to), followsBlank: true,
          isUpper: token.isUpper)
      )
    }
    return nil
  }

  private static let compoundHeads: Set<String> = [
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "viertel",
    "drei", "dreiviertel",
  ]
  private static let compoundTails = [
    "vormittags", "vormittag", "nachmittags", "nachmittag", "abends", "abend", "morgens", "morgen", "mittags", "mittag",
    "nacht", "fruh", "stunden", "stunde", "viertel",
  ]

  // MARK: Words

  @Sendable private static func written(_ word: String) -> [String]? {
    guard word.utf8.count > 2, word.hasSuffix("'s") else { return nil }
    let stem = String(word.dropLast(2))
    return (short[stem] ?? [stem]) + ["es"]
  }

  private static let short: [String: [String]] = [
    "hab": ["habe"], "hatt": ["hatte"], "mocht": ["mochte"], "wurd": ["wurde"], "konnt": ["konnte"], "is": ["ist"],
    "nich": ["nicht"], "net": ["nicht"], "ned": ["nicht"], "nix": ["nichts"], "nen": ["ein"], "ne": ["ein"],
    "gehts": ["geht", "es"], "gibts": ["gibt", "es"], "wars": ["war", "es"], "habs": ["habe", "es"],
    "ists": ["ist", "es"], "im": ["in", "der"], "ins": ["in", "der"], "am": ["an", "der"], "ans": ["an", "der"],
    "zum": ["zu", "der"], "zur": ["zu", "der"], "vom": ["von", "der"], "beim": ["bei", "der"], "aufs": ["auf", "der"],
    "furs": ["fur", "der"], "ums": ["um", "der"], "bzgl": ["bezuglich"], "bitt": ["bitte"],
    "e-mail": ["email"], "mfg": ["danke"], "lg": ["danke"], "zb": ["zu", "beispiel"],
  ]

  static let equal: [String: String] = {
    var equal: [String: String] = [:]
    let numbers = [
      "null", "eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf",
      "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
    ]
    for (number, word) in numbers.enumerated() { equal[word] = String(number) }
    equal["zwo"] = "2"
    for base in ["mein", "dein", "sein", "ihr", "unser", "euer", "kein", "ein", "dies", "jed", "welch"] {
      for ending in ["e", "en", "em", "er", "es"] { equal[base + ending] = base }
    }
    // "Einer" and "eines" are also people and things, and are compared all the same.
    for word in ["die", "das", "den", "dem", "des"] { equal[word] = "der" }
    for word in ["unsre", "unsren", "unsrem", "unsrer"] { equal[word] = "unser" }
    return equal
  }()

  /// Words that say little by themselves.
  static let common = words(
    """
    ein der ich mir mich wir uns sie ihnen ihr er es sein mein unser kein dies welch ist sind bin war waren habe haben hat
    hatte werde wird werden wurde kann konnen konnte soll sollte darf durfen muss mussen will mochte zu an in auf bei von
    fur mit ohne uber um aus nach vor und oder aber wenn als dann auch noch nur sehr doch mal so ja nein nicht was wer wie
    wo wann warum wieso da hier bitte gern gerne gib gibt geben machen tun etwas alle alles hallo danke ok wissen sagen
    jetzt schon bekomme bekommen brauche denn man
    """)
}

extension Token {
  fileprivate func spelled(_ folded: String) -> Token {
    Token(folded: folded, shape: shape, span: span, followsBlank: followsBlank, isUpper: isUpper)
  }
}

import Vocabulary

extension NumberTables {
  static let german = NumberTables(
    table: GermanNumbers.table, compound: GermanNumbers.compound,
    gluedScales: ["k": 1_000, "tsd": 1_000, "mio": 1_000_000, "mrd": 1_000_000_000],
    ordinalSuffixes: ["te", "ten", "ter", "tes", "ste", "sten", "ster"],
    gluedUnits: NumberLexicon.gluedUnits.union(["uhr", "std", "tage", "jahre", "prozent", "er", "cent", "franken"]),
    timeUnits: [
      "sekunde", "sekunden", "sek", "minute", "minuten", "min", "stunde", "stunden", "std", "h", "tag", "tage", "tagen",
      "woche", "wochen", "monat", "monate", "monaten", "jahr", "jahre", "jahren", "uhr", "d",
    ], spoken: { GermanNumbers.read($0, $1, first: $2) }, usesComma: true, percents: ["prozent", "percent"],
    minus: ["minus"])
}

/// Numbers in German words: "einundzwanzig", "zweihundert fünfzig", "drei Komma fünf", "eine halbe Million".
enum GermanNumbers {
  static let table: [String: NumberWord] = {
    var table: [String: NumberWord] = [:]
    for (at, word) in GermanNumerals.units.enumerated() where at > 0 { table[word] = .unit(at + 1) }
    for (at, word) in GermanNumerals.teens.enumerated() { table[word] = .teen(at + 10) }
    for (word, number) in GermanNumerals.tens { table[word] = .tens(number) }
    for ending in ["e", "en", "er", "es", "em"] {
      for (number, stem) in ordinals { table[stem + ending] = .ordinal(number) }
      table["halb" + ending] = .half
      table["ein" + ending] = .article
    }
    for (word, value) in others { table[word] = value }
    return table
  }()

  private static let ordinals: [(Int, String)] = [
    (1, "erst"), (2, "zweit"), (3, "dritt"), (4, "viert"), (5, "funft"), (6, "sechst"), (7, "siebt"), (8, "acht"),
    (9, "neunt"), (10, "zehnt"), (11, "elft"), (12, "zwolft"), (13, "dreizehnt"), (14, "vierzehnt"), (15, "funfzehnt"),
    (16, "sechzehnt"), (17, "siebzehnt"), (18, "achtzehnt"), (19, "neunzehnt"), (20, "zwanzigst"), (30, "dreissigst"),
  ]
  private static let others: [(String, NumberWord)] = [
    ("null", .zero), ("eins", .unit(1)), ("zwo", .unit(2)), ("ein", .article), ("hundert", .hundred),
    ("tausend", .scale(1_000)), ("million", .scale(1_000_000)), ("mio", .scale(1_000_000)),
    ("mrd", .scale(1_000_000_000)), ("tsd", .scale(1_000)), ("millionen", .scale(1_000_000)),
    ("milliarde", .scale(1_000_000_000)), ("milliarden", .scale(1_000_000_000)), ("dutzend", .bundle(12)),
    ("paar", .bundle(2)), ("halb", .half), ("viertel", .quarter), ("drittel", .part(3)), ("funftel", .part(5)),
    ("zehntel", .part(10)), ("und", .and), ("komma", .point), ("minus", .minus), ("doppelt", .times(2)),
    ("zweimal", .times(2)), ("dreimal", .times(3)),
  ]

  @Sendable static func compound(_ word: String) -> NumberWord? {
    if word == "anderthalb" { return .half }
    switch GermanNumerals.parse(word) {
    case .cardinal(let number)?: return number < 100 ? .teen(number) : .bundle(number)
    case .ordinal(let number)?: return .ordinal(number)
    case .mixed?: return .half
    case nil: return nil
    }
  }

  // MARK: Reading

  static func read(_ line: Line, _ at: Int, first: NumberWord) -> NumberMatch? {
    switch first {
    case .letterZero, .and, .point, .times, .part: return nil
    case .minus:
      guard let word = line.word(at + 1), let next = line.lexicon.numbers.word(word),
        var match = read(line, at + 1, first: next), let value = match.value.negated()
      else { return nil }
      match.value = value
      match.tokens = at...match.tokens.upperBound
      return match
    case .ordinal(let number):
      return NumberMatch(
        tokens: at...at, value: DecimalNumber(number), form: .ordinal, rule: "integer: ordinal", weak: true)
    case .article: return afterArticle(line, at)
    case .half, .quarter: return fraction(line, at)
    case .bundle where line.tokens[at].folded == "paar": return nil
    case .zero, .unit, .teen, .tens, .hundred, .scale, .bundle: break
    }
    var reader = Reader(line: line, at: at)
    return reader.read()
  }

  /// "Ein Euro", "eine Million", "ein halbes"; "ein" before another word is an article.
  private static func afterArticle(_ line: Line, _ at: Int) -> NumberMatch? {
    let one = NumberMatch(tokens: at...at, value: DecimalNumber(1), form: .words, rule: "number: words", weak: true)
    guard let word = line.word(at + 1) else { return line.isDigits(at + 1) || at > 0 ? nil : one }
    if line.lexicon.money.names[word] != nil { return one }
    switch line.lexicon.numbers.word(word) {
    case .scale?, .hundred?, .bundle(12)?:
      var reader = Reader(line: line, at: at + 1)
      guard var match = reader.read() else { return nil }
      match.tokens = at...match.tokens.upperBound
      return match
    case .half?, .quarter?, .part?:
      guard var match = fraction(line, at + 1) else { return nil }
      match.tokens = at...match.tokens.upperBound
      return match
    default: return nil
    }
  }

  /// "Halb", "zweieinhalb", "ein Viertel", "eine halbe Million".
  private static func fraction(_ line: Line, _ at: Int) -> NumberMatch? {
    guard let word = line.word(at), var value = part(word) else { return nil }
    var last = at
    let isMixed = value > DecimalNumber(1)
    if let next = line.word(at + 1), case .scale(let scale)? = line.lexicon.numbers.table[next],
      let product = value.multiplied(by: DecimalNumber(scale))
    {
      value = product
      last = at + 1
    }
    var match = NumberMatch(
      tokens: at...last, value: value, form: isMixed || last > at ? .words : .fraction,
      rule: last > at ? "number: words" : "number: fraction", weak: !isMixed && last == at)
    Numerals.percent(&match, in: line)
    return match
  }

  private static func part(_ word: String) -> DecimalNumber? {
    if word == "anderthalb" { return DecimalNumber(units: 15, scale: 1) }
    if case .mixed(let whole)? = GermanNumerals.parse(word) {
      return DecimalNumber(units: Int64(whole) * 10 + 5, scale: 1)
    }
    switch table[word] {
    case .half?: return DecimalNumber(units: 5, scale: 1)
    case .quarter?: return DecimalNumber(units: 25, scale: 2)
    case .part(let size)?: return DecimalNumber(1).divided(by: size)
    default: return nil
    }
  }

  /// Adds up one number word by word.
  private struct Reader {
    let line: Line
    let start: Int
    var at: Int
    var total = DecimalNumber(0)
    var current: Int?
    var lastScale = Int.max
    var end: Int?

    init(line: Line, at: Int) {
      self.line = line
      self.at = at
      start = at
    }

    mutating func read() -> NumberMatch? {
      while let word = line.word(at), let kind = line.lexicon.numbers.word(word), step(kind) {}
      guard let end, let value = total.added(to: DecimalNumber(current ?? 0)) else { return nil }
      var match = NumberMatch(
        tokens: start...end, value: value, form: .words, rule: "number: words",
        weak: start == end && line.tokens[start].folded == "eins")
      if !parts(&match) { decimals(&match) }
      Numerals.percent(&match, in: line)
      return match
    }

    private mutating func step(_ kind: NumberWord) -> Bool {
      switch kind {
      case .zero: return current == nil && end == nil ? take(0) : false
      case .unit(let number), .teen(let number), .tens(let number), .bundle(let number): return add(number)
      case .hundred:
        guard (current ?? 1) < 100, current != 0 else { return false }
        return take((current ?? 1) * 100)
      case .scale(let scale): return scaleUp(scale)
      case .and: return goOn()
      case .article, .half, .quarter, .point, .minus, .letterZero, .times, .ordinal, .part: return false
      }
    }

    private mutating func add(_ number: Int) -> Bool {
      guard let current else { return end == nil || lastScale < Int.max ? take(number) : false }
      let fits = current > 0 && (current % 1_000 == 0 && number < 1_000 || current % 100 == 0 && number < 100)
      return fits ? take(current + number) : false
    }

    private mutating func take(_ value: Int) -> Bool {
      current = value
      end = at
      at += 1
      return true
    }

    private mutating func scaleUp(_ scale: Int) -> Bool {
      guard scale < lastScale, (current ?? 1) > 0, (current ?? 1) < 1_000_000,
        let product = DecimalNumber(current ?? 1).multiplied(by: DecimalNumber(scale)),
        let sum = total.added(to: product)
      else { return false }
      total = sum
      current = nil
      lastScale = scale
      end = at
      at += 1
      return true
    }

    /// "Hundert und drei", "drei und zwanzig".
    private mutating func goOn() -> Bool {
      guard let current, let word = line.word(at + 1), let next = line.lexicon.numbers.word(word) else { return false }
      if case .tens(let tens) = next, (1...9).contains(current) {
        at += 1
        return take(current + tens)
      }
      guard current > 0, current % 100 == 0, next.isCounting else { return false }
      at += 1
      return true
    }

    /// "Drei Viertel", "zwei Drittel".
    private func parts(_ match: inout NumberMatch) -> Bool {
      guard let count = match.value.whole, (1..<20).contains(count), let word = line.word(match.tokens.upperBound + 1),
        let size = table[word]?.denominator, size > 2, let value = DecimalNumber(count).divided(by: size)
      else { return false }
      match.value = value
      match.tokens = match.tokens.lowerBound...(match.tokens.upperBound + 1)
      match.form = .fraction
      match.rule = "number: fraction"
      return true
    }

    /// "Drei Komma fünf".
    private func decimals(_ match: inout NumberMatch) {
      guard line.word(match.tokens.upperBound + 1) == "komma" else { return }
      var (units, scale, next): (Int64, Int, Int) = (0, 0, match.tokens.upperBound + 2)
      while scale < 9, let word = line.word(next), let digit = table[word]?.digit {
        units = units * 10 + Int64(digit)
        scale += 1
        next += 1
      }
      guard scale > 0, let value = match.value.added(to: DecimalNumber(units: units, scale: scale)) else { return }
      match.value = value
      match.weak = false
      match.tokens = match.tokens.lowerBound...(next - 1)
    }
  }
}

extension MoneyTables {
  static let german: MoneyTables = {
    var names: [String: Currencies.Unit] = [:]
    let whole: [(Currencies.Unit.Money, String)] = [
      (.code("EUR"), "euro euros euronen"), (.code("CHF"), "franken"), (.dollar, "dollar dollars"),
      (.code("GBP"), "pfund"), (.krone, "krone kronen"), (.code("JPY"), "yen"), (.code("CNY"), "yuan"),
      (.code("PLN"), "zloty"), (.code("HUF"), "forint"), (.code("HRK"), "kuna"), (.code("TRY"), "lira"),
      (.code("RUB"), "rubel"), (.dinar, "dinar"), (.rupee, "rupien"), (.peso, "peso pesos"),
    ]
    for (money, words) in whole {
      for word in words.split(separator: " ") {
        names[String(word)] = Currencies.Unit(money: money, parts: 1, single: false)
      }
    }
    for word in ["cent", "cents"] { names[word] = Currencies.Unit(money: .code("EUR"), parts: 100, single: false) }
    names["rappen"] = Currencies.Unit(money: .code("CHF"), parts: 100, single: false)
    var adjectives: [String: [String: String]] = [
      "us": ["dollar": "USD"], "schweizer": ["frank": "CHF"], "singapur": ["dollar": "SGD"],
    ]
    let stems: [(String, String, String)] = [
      ("amerikanisch", "dollar", "USD"), ("kanadisch", "dollar", "CAD"), ("australisch", "dollar", "AUD"),
      ("britisch", "pfund", "GBP"), ("englisch", "pfund", "GBP"), ("schwedisch", "krone", "SEK"),
      ("norwegisch", "krone", "NOK"), ("danisch", "krone", "DKK"), ("tschechisch", "krone", "CZK"),
      ("turkisch", "lira", "TRY"), ("serbisch", "dinar", "RSD"),
    ]
    for (stem, noun, code) in stems { for ending in ["e", "en", "er"] { adjectives[stem + ending] = [noun: code] } }
    return MoneyTables(names: names, adjectives: adjectives, doubled: [], articles: [], and: "und", of: "an")
  }()
}

/// The words of English numbers.
enum NumberLexicon {
  static let table: [String: NumberWord] = {
    var table: [String: NumberWord] = [:]
    for (at, word) in units.enumerated() { table[word] = .unit(at + 1) }
    for (at, word) in teens.enumerated() { table[word] = .teen(at + 10) }
    for (at, word) in tens.enumerated() { table[word] = .tens((at + 2) * 10) }
    for (at, word) in ordinals.enumerated() { table[word] = .ordinal(at + 1) }
    for (at, word) in ordinalTens.enumerated() { table[word] = .ordinal((at + 2) * 10) }
    for (at, word) in ordinals.enumerated() where at > 1 { table[word + "s"] = .part(at + 1) }
    for (word, value) in others { table[word] = value }
    for (size, word) in large { table[word + "th"] = .ordinal(size) }
    for (size, word) in large { table[word + "ths"] = .part(size) }
    return table
  }()

  /// Two words written as one: "fortytwo", "twentyfifth".
  @Sendable static func compound(_ word: String) -> NumberWord? {
    guard (9...14).contains(word.utf8.count), let first = word.utf8.first, "tfsen".utf8.contains(first) else {
      return nil
    }
    for (at, head) in tens.enumerated() where word.hasPrefix(head) {
      let tail = String(word.dropFirst(head.utf8.count))
      if let unit = units.firstIndex(of: tail) { return .teen((at + 2) * 10 + unit + 1) }
      if let unit = ordinals.prefix(9).firstIndex(of: tail) { return .ordinal((at + 2) * 10 + unit + 1) }
    }
    return nil
  }

  private static let units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  private static let teens = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
  ]
  private static let ordinalTens = [
    "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
  ]
  private static let large: [(Int, String)] = [
    (100, "hundred"), (1_000, "thousand"), (1_000_000, "million"), (1_000_000_000, "billion"),
    (1_000_000_000_000, "trillion"),
  ]
  private static let others: [(String, NumberWord)] = [
    ("zero", .zero), ("nought", .zero), ("naught", .zero), ("oh", .letterZero), ("o", .letterZero),
    ("hundred", .hundred), ("hundreds", .hundred), ("thousand", .scale(1_000)), ("thousands", .scale(1_000)),
    ("grand", .scale(1_000)), ("million", .scale(1_000_000)), ("millions", .scale(1_000_000)),
    ("mln", .scale(1_000_000)), ("mio", .scale(1_000_000)), ("billion", .scale(1_000_000_000)),
    ("billions", .scale(1_000_000_000)), ("bn", .scale(1_000_000_000)), ("trillion", .scale(1_000_000_000_000)),
    ("trillions", .scale(1_000_000_000_000)), ("dozen", .bundle(12)), ("dozens", .bundle(12)), ("couple", .bundle(2)),
    ("score", .bundle(20)), ("half", .half), ("halves", .half), ("quarter", .quarter), ("quarters", .quarter),
    ("fourths", .part(4)), ("a", .article), ("an", .article), ("and", .and), ("point", .point), ("minus", .minus),
    ("negative", .minus), ("double", .times(2)), ("triple", .times(3)), ("treble", .times(3)), ("fourty", .tens(40)),
    ("fivety", .tens(50)), ("ninty", .tens(90)), ("nineth", .ordinal(9)), ("twelveth", .ordinal(12)),
    ("fourtieth", .ordinal(40)), ("lakh", .scale(100_000)), ("lakhs", .scale(100_000)), ("lac", .scale(100_000)),
    ("lacs", .scale(100_000)), ("lkh", .scale(100_000)), ("lkhs", .scale(100_000)), ("crore", .scale(10_000_000)),
    ("crores", .scale(10_000_000)), ("cr", .scale(10_000_000)), ("krore", .scale(10_000_000)),
    ("krores", .scale(10_000_000)),
  ]
  /// Words that by themselves are a number only where one is asked for.
  static let weakAlone: Set<String> = ["one", "couple", "score"]

  /// Written against the last digit: `3k`, `2.5m`.
  static let gluedScales: [String: Int] = [
    "k": 1_000, "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000,
    "t": 1_000_000_000_000, "tn": 1_000_000_000_000,
  ]
  static let ordinalSuffixes: Set<String> = ["st", "nd", "rd", "th"]
  /// Other words that may touch the last digit of a number; anything else makes it a code.
  static let gluedUnits: Set<String> = [
    "kg", "km", "cm", "mm", "mg", "g", "l", "ml", "gb", "mb", "h", "hr", "hrs", "min", "mins", "s", "sec", "secs", "x",
    "am", "pm", "c", "p", "d", "days", "day", "euro", "euros", "percent", "pct", "y", "yrs", "years", "weeks",
  ]
  /// Behind these a number measures time; it is kept, but only an open question may take it for a number.
  static let timeUnits: Set<String> = [
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "h", "day",
    "days", "week", "weeks", "fortnight", "fortnights", "month", "months", "year", "years", "yr", "yrs", "am", "pm",
    "o'clock", "oclock", "d", "y",
  ]
}

/// Words for numbers that mean something else beside certain words.
enum NumberIdioms {
  struct Neighbours: Sendable {
    let before: Set<String>
    let after: Set<String>
  }

  static let table: [String: Neighbours] = [
    "one": Neighbours(
      before: [
        "this", "that", "the", "which", "no", "every", "any", "each", "other", "another", "new", "old", "right",
        "wrong",
        "last", "first", "next", "same", "only", "some", "a", "an", "my", "your", "whichever", "loved", "anyone",
        "latter",
      ],
      after: ["of", "another", "more", "day", "by", "or", "thing", "time", "moment", "sec", "way", "time", "last"]),
    "second": Neighbours(
      before: ["a", "one", "per", "every", "just", "split", "any", "last", "each", "few", "wait", "half"],
      after: ["hand", "thought", "thoughts", "class", "language", "opinion"]),
    "first": Neighbours(
      before: ["at", "come"], after: ["name", "names", "of", "class", "aid", "thing", "and", "time"]),
    "third": Neighbours(before: ["a", "one"], after: ["party", "parties", "person", "of"]),
    "half": Neighbours(
      before: ["better", "other", "my", "first", "second", "one"],
      after: ["past", "an", "hour", "way", "the", "of", "my", "price", "day", "term", "brother", "sister"]),
    "quarter": Neighbours(before: ["a", "last", "this", "next", "each", "per"], after: ["past", "to", "of", "hour"]),
    "tenth": Neighbours(before: ["a", "one"], after: ["of"]),
    "grand": Neighbours(before: ["the"], after: ["piano", "total", "opening", "prix", "slam", "canyon", "scheme"]),
    "couple": Neighbours(before: ["the", "married", "my", "young", "old"], after: []),
    "score": Neighbours(before: ["credit", "my", "the", "a", "your", "test", "good", "bad", "low", "high"], after: []),
    "double": Neighbours(before: [], after: []),
  ]
}

/// What a word adds to a number.
enum NumberWord: Hashable, Sendable {
  case zero
  case unit(Int)
  case teen(Int)
  case tens(Int)
  case hundred
  case scale(Int)
  /// A count that stands for itself: a dozen.
  case bundle(Int)
  case half
  case quarter
  case article
  case and
  case point
  case minus
  /// "oh" in a run of digits.
  case letterZero
  /// "double four", "triple nine".
  case times(Int)
  /// "first", also as the last word of a longer one.
  case ordinal(Int)
  /// "thirds", "fifths".
  case part(Int)
}

enum NumberLexicon {
  static let table: [String: NumberWord] = {
    var table: [String: NumberWord] = [:]
    for (at, word) in units.enumerated() { table[word] = .unit(at + 1) }
    for (at, word) in teens.enumerated() { table[word] = .teen(at + 10) }
    for (at, word) in tens.enumerated() { table[word] = .tens((at + 2) * 10) }
    for (at, word) in ordinals.enumerated() { table[word] = .ordinal(at + 1) }
    for (at, word) in ordinalTens.enumerated() { table[word] = .ordinal((at + 2) * 10) }
    for (word, value) in others { table[word] = value }
    return table
  }()

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
  private static let others: [(String, NumberWord)] = [
    ("zero", .zero), ("nought", .zero), ("naught", .zero), ("oh", .letterZero), ("o", .letterZero),
    ("hundred", .hundred), ("hundreds", .hundred), ("thousand", .scale(1_000)), ("thousands", .scale(1_000)),
    ("grand", .scale(1_000)), ("million", .scale(1_000_000)), ("millions", .scale(1_000_000)),
    ("billion", .scale(1_000_000_000)), ("billions", .scale(1_000_000_000)),
    ("trillion", .scale(1_000_000_000_000)), ("lakh", .scale(100_000)), ("lakhs", .scale(100_000)),
    ("lac", .scale(100_000)), ("lkh", .scale(100_000)), ("crore", .scale(10_000_000)), ("crores", .scale(10_000_000)),
    ("dozen", .bundle(12)), ("dozens", .bundle(12)), ("couple", .bundle(2)), ("score", .bundle(20)),
    ("half", .half), ("halves", .half), ("quarter", .quarter), ("quarters", .quarter), ("a", .article),
    ("an", .article), ("and", .and), ("point", .point), ("minus", .minus), ("negative", .minus),
    ("double", .times(2)), ("triple", .times(3)), ("treble", .times(3)), ("hundredth", .ordinal(100)),
    ("thousandth", .ordinal(1_000)), ("thirds", .part(3)), ("fourths", .part(4)), ("fifths", .part(5)),
    ("sixths", .part(6)), ("eighths", .part(8)), ("tenths", .part(10)), ("fourty", .tens(40)), ("fivety", .tens(50)),
    ("ninty", .tens(90)), ("nineth", .ordinal(9)),
  ]

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
    "couple": Neighbours(before: ["the", "married", "my", "young", "old"], after: []),
    "score": Neighbours(before: ["credit", "my", "the", "a", "your", "test", "good", "bad", "low", "high"], after: []),
    "double": Neighbours(before: [], after: []),
  ]

  /// The word means no number between those neighbours.
  static func hides(_ word: String, after before: String?, before after: String?) -> Bool {
    guard let neighbours = table[word] else { return false }
    return before.map(neighbours.before.contains) == true || after.map(neighbours.after.contains) == true
  }
}

/// Words that are polite and say nothing: they are passed over wherever they stand.
struct Padding: Sendable {
  /// The words that some padding begins with.
  private let first: WordTable
  /// For each of those the padding, the longest first.
  private let phrases: [[[String]]]
  /// The words that some padding goes on behind.
  private let leading: Set<String>

  /// One phrase a line.
  init(_ phrases: String, words: (String) -> [String] = { $0.split(separator: " ").map(String.init) }) {
    var table: [String: [[String]]] = [:]
    for line in phrases.split(separator: "\n") {
      let words = words(String(line))
      if let first = words.first { table[first, default: []].append(words) }
    }
    let first = table.keys.sorted()
    self.first = WordTable(first)
    self.phrases = first.map { (table[$0] ?? []).sorted { $0.count > $1.count } }
    leading = Set(table.values.joined().flatMap { $0.dropLast() })
  }

  /// The terms from `start` that are padding, as the ends behind them; the longest first.
  ///
  /// - Parameter key: that of the word there.
  func ends(in words: borrowing [String], at start: Int, _ key: WordKey) -> [Int] {
    let number = first.number(of: words[start], key)
    guard number >= 0 else { return [] }
    var ends: [Int] = []
    for phrase in phrases[Int(number)] where start + phrase.count <= words.count {
      var fits = true
      for (offset, word) in phrase.enumerated() where words[start + offset] != word {
        fits = false
        break
      }
      if fits { ends.append(start + phrase.count) }
    }
    return ends
  }

  /// Some padding has the word and more words behind it.
  func goesOn(behind word: String) -> Bool { leading.contains(word) }

  /// The words without padding.
  func dropped(from words: [String]) -> [String] {
    var kept: [String] = []
    var at = 0
    while at < words.count {
      if let end = ends(in: words, at: at, WordKey(words[at])).first {
        at = end
      } else {
        kept.append(words[at])
        at += 1
      }
    }
    return kept
  }

  static let english = Padding(
    """
    please
    kindly
    thanks
    thank you
    thank you very much
    thank you so much
    thanks a lot
    thanks so much
    many thanks
    cheers
    hi
    hello
    hey
    hiya
    hi there
    hello there
    hey there
    dear
    dear sir
    dear sir or madam
    sir
    madam
    good morning
    good afternoon
    good evening
    good day
    greetings
    excuse me
    sorry to bother you
    sorry
    can you
    could you
    would you
    will you
    can you help me
    could you help me
    would you mind
    would you be so kind
    would you be so kind as to
    could you be so kind as to
    if you do not mind
    if you would
    if possible
    if i may
    may i ask
    can i ask
    could i ask
    i would like to
    i would love to
    i would like
    i would be grateful if you could
    i was wondering if you could
    i was wondering if
    i was wondering
    i wonder if
    do you mind
    just
    well
    so
    um
    uh
    er
    hmm
    ok
    okay
    oh
    """)
}

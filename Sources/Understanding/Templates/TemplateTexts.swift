import Vocabulary

/// The texts of templates as numbers, each cut into words once. The same texts come again in many ways through a template
/// and in many templates.
struct TemplateTexts {
  /// The text without letters.
  static let empty: Int32 = 0

  /// A text cut into words.
  struct Cut {
    /// Places among the symbols.
    fileprivate(set) var all: Range<Int> = 0..<0
    /// Those without padding.
    fileprivate(set) var kept: Range<Int> = 0..<0
    /// What follows behind a blank can be cut apart from it: no padding and no spelled-out word goes over the blank.
    fileprivate(set) var endsSafely = true
  }

  /// The words so far; a word's number is its place and one more.
  private(set) var words: [String] = []
  private(set) var symbols: [Int32] = []
  private var numbers: [String: Int32] = [:]
  private var texts: [String] = [""]
  private var known: [String: Int32] = ["": 0]
  private var cuts: [Cut?] = [nil]
  /// For each text what stands behind its last blank, and what stands before; nothing where it was not asked.
  private var ends: [(done: Int32, rest: Int32)?] = [nil]
  /// For each text it up to its first blank, and what follows; nothing where it was not asked.
  private var beginnings: [(first: Int32, rest: Int32)?] = [nil]
  private var joined = PairTable()
  private let dropsPadding: Bool
  private let lexicon: Lexicon
  private static let mostKnown = 100_000

  init(dropsPadding: Bool, lexicon: Lexicon) {
    (self.dropsPadding, self.lexicon) = (dropsPadding, lexicon)
  }

  /// Forgets the texts when they are many. Their numbers mean nothing then.
  mutating func tidy() {
    guard texts.count > TemplateTexts.mostKnown else { return }
    (texts, known, cuts, ends, beginnings) = ([""], ["": 0], [nil], [nil], [nil])
    (joined, symbols) = (PairTable(), [])
  }

  mutating func number(of text: String) -> Int32 {
    if let number = known[text] { return number }
    let number = Int32(clamping: texts.count)
    known[text] = number
    texts.append(text)
    cuts.append(nil)
    ends.append(nil)
    beginnings.append(nil)
    return number
  }

  /// Both texts without anything between them.
  mutating func joined(_ head: Int32, _ tail: Int32) -> Int32 {
    if head == TemplateTexts.empty { return tail }
    if tail == TemplateTexts.empty { return head }
    if let number = joined[head, tail] { return number }
    let number = number(of: texts[Int(head)] + texts[Int(tail)])
    joined.insert(number, for: head, tail)
    return number
  }

  /// The text up to its last blank, and what is behind it; the first is empty where there is no blank.
  mutating func atLastBlank(_ text: Int32) -> (done: Int32, rest: Int32) {
    if let known = ends[Int(text)] { return known }
    let letters = texts[Int(text)]
    var parts = (done: TemplateTexts.empty, rest: text)
    if let blank = letters.utf8.lastIndex(where: { $0 == 0x20 }) {
      let rest = letters.utf8.index(after: blank)
      parts = (number(of: String(letters[..<rest])), number(of: String(letters[rest...])))
    }
    ends[Int(text)] = parts
    return parts
  }

  /// The text up to its first blank, which is in it, and what is behind; the first is the whole where there is no blank.
  mutating func atFirstBlank(_ text: Int32) -> (first: Int32, rest: Int32) {
    if let known = beginnings[Int(text)] { return known }
    let letters = texts[Int(text)]
    var parts = (first: text, rest: TemplateTexts.empty)
    if let blank = letters.utf8.firstIndex(where: { $0 == 0x20 }) {
      let rest = letters.utf8.index(after: blank)
      parts = (number(of: String(letters[..<rest])), number(of: String(letters[rest...])))
    }
    beginnings[Int(text)] = parts
    return parts
  }

  mutating func cut(_ text: Int32) -> Cut {
    if let cut = cuts[Int(text)] { return cut }
    let words = Terms(texts[Int(text)], in: lexicon).words.map {
      $0 == Contractions.possessive ? "is" : $0
    }
    let kept = dropsPadding ? lexicon.padding.dropped(from: words) : words
    var cut = Cut(all: append(words), endsSafely: isSafe(words))
    cut.kept = kept.count == words.count ? cut.all : append(kept)
    cuts[Int(text)] = cut
    return cut
  }

  private mutating func append(_ words: [String]) -> Range<Int> {
    let start = symbols.count
    for word in words { symbols.append(symbol(of: word)) }
    return start..<symbols.count
  }

  private mutating func symbol(of word: String) -> Int32 {
    if word == Automaton.anyWordName { return Automaton.Symbol.anyWord }
    if let known = numbers[word] { return known }
    words.append(word)
    let number = Int32(clamping: words.count)
    numbers[word] = number
    return number
  }

  private func isSafe(_ words: [String]) -> Bool {
    guard let last = words.last else { return true }
    if last == "e" || last.utf8.count == 1 && (words.dropLast().last?.utf8.count ?? 0) == 1 {
      return false
    }
    return !(dropsPadding && lexicon.padding.goesOn(behind: last))
  }
}

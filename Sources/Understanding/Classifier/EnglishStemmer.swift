/// Martin Porter's second stemmer of English, the one that Snowball calls `english`.
struct EnglishStemmer {
  private var word: [UInt8]
  /// Where the first and the second region begin: what stands behind the first consonant after a vowel.
  private var first = 0
  private var second = 0

  static func cut(_ bytes: inout [UInt8]) {
    if let known = exceptions[bytes] {
      bytes = known
      return
    }
    var stemmer = EnglishStemmer(bytes)
    stemmer.cut()
    bytes = stemmer.word
  }

  private init(_ bytes: [UInt8]) {
    word = bytes
    while word.first == 0x27 { word.removeFirst() }
    markY()
    (first, second) = regions()
  }

  private mutating func cut() {
    guard word.count > 2 else { return }
    cutPossessive()
    cutPlural()
    if !EnglishStemmer.unchanged.contains(word) {
      cutPast()
      turnY()
      replace(EnglishStemmer.middles, from: first)
      replace(EnglishStemmer.lates, from: first)
      cutLast()
      cutFinal()
    }
    for at in word.indices where word[at] == EnglishStemmer.consonantY { word[at] = UInt8(ascii: "y") }
  }

  // MARK: Parts of a word

  private static let consonantY = UInt8(ascii: "Y")

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private func isVowel(_ at: Int) -> Bool { EnglishStemmer.isVowel(word[at]) }

  /// A `y` at the beginning or behind a vowel is a consonant.
  private mutating func markY() {
    for at in word.indices where word[at] == UInt8(ascii: "y") {
      if at == 0 || isVowel(at - 1) { word[at] = EnglishStemmer.consonantY }
    }
  }

  private func regions() -> (Int, Int) {
    var first = word.count
    if let prefix = EnglishStemmer.prefixes.first(where: { word.starts(with: $0) }) {
      first = prefix.count
    } else {
      first = region(from: 0)
    }
    return (first, region(from: first))
  }

  private func region(from start: Int) -> Int {
    var at = start
    while at < word.count, !isVowel(at) { at += 1 }
    while at < word.count, isVowel(at) { at += 1 }
    return min(at + 1, word.count)
  }

  private func hasVowel(before end: Int) -> Bool {
    var at = 0
    while at < end {
      if isVowel(at) { return true }
      at += 1
    }
    return false
  }

  /// A short syllable ends here: `hop`, `at`.
  private func endsShort(at end: Int) -> Bool {
    if end == 2 { return isVowel(0) && !isVowel(1) }
    guard end > 2 else { return false }
    let last = word[end - 1]
    let isOpen = EnglishStemmer.isVowel(last) || last == 0x77 || last == 0x78 || last == EnglishStemmer.consonantY
    return !isOpen && isVowel(end - 2) && !isVowel(end - 3)
  }

  private var isShort: Bool { first >= word.count && endsShort(at: word.count) }

  private mutating func drop(_ count: Int, adding ending: [UInt8] = []) {
    word.removeLast(min(count, word.count))
    word += ending
  }

  // MARK: Steps

  private mutating func cutPossessive() {
    for ending in EnglishStemmer.possessives where word.hasEnding(ending) {
      drop(ending.count)
      return
    }
  }

  private mutating func cutPlural() {
    if word.hasEnding(EnglishStemmer.sses) { return drop(2) }
    if word.hasEnding(EnglishStemmer.ied) || word.hasEnding(EnglishStemmer.ies) {
      return drop(word.count > 4 ? 2 : 1)
    }
    guard word.last == 0x73, !word.hasEnding([0x75, 0x73]), !word.hasEnding([0x73, 0x73]) else { return }
    if hasVowel(before: word.count - 2) { drop(1) }
  }

  private mutating func cutPast() {
    for ending in [EnglishStemmer.eedly, EnglishStemmer.eed] where word.hasEnding(ending) {
      if word.count - ending.count >= first { drop(ending.count, adding: [0x65, 0x65]) }
      return
    }
    for ending in EnglishStemmer.pasts where word.hasEnding(ending) {
      if hasVowel(before: word.count - ending.count) {
        drop(ending.count)
        repair()
      }
      return
    }
  }

  /// `hopp` becomes `hop`, `luxuriat` becomes `luxuriate`, `hop` becomes `hope`.
  private mutating func repair() {
    for ending in EnglishStemmer.needingE where word.hasEnding(ending) { return word.append(0x65) }
    if word.count > 1, word[word.count - 1] == word[word.count - 2],
      EnglishStemmer.doubles.contains(word[word.count - 1])
    {
      word.removeLast()
    } else if isShort {
      word.append(0x65)
    }
  }

  private mutating func turnY() {
    guard word.count > 2, let last = word.last, last == 0x79 || last == EnglishStemmer.consonantY,
      !isVowel(word.count - 2)
    else { return }
    word[word.count - 1] = 0x69
  }

  private struct Rule: Sendable {
    let ending: [UInt8]
    let becomes: [UInt8]
    /// Only behind one of these letters.
    let behind: [UInt8]
    var inSecond = false
  }

  /// The first rule whose ending fits decides, whether it may cut or not.
  private mutating func replace(_ rules: [Rule], from region: Int) {
    for rule in rules where word.hasEnding(rule.ending) {
      let start = word.count - rule.ending.count
      guard start >= (rule.inSecond ? second : region) else { return }
      if !rule.behind.isEmpty {
        guard start > 0, rule.behind.contains(word[start - 1]) else { return }
      }
      return drop(rule.ending.count, adding: rule.becomes)
    }
  }

  private mutating func cutLast() {
    for ending in EnglishStemmer.lasts where word.hasEnding(ending) {
      let start = word.count - ending.count
      guard start >= second else { return }
      if ending == EnglishStemmer.ion {
        guard start > 0, word[start - 1] == 0x73 || word[start - 1] == 0x74 else { return }
      }
      return drop(ending.count)
    }
  }

  private mutating func cutFinal() {
    let end = word.count - 1
    if word.last == 0x65 {
      if end >= second || end >= first && !endsShort(at: end) { drop(1) }
    } else if word.last == 0x6C, end >= second, end > 0, word[end - 1] == 0x6C {
      drop(1)
    }
  }

  // MARK: Tables

  private static func letters(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

  private static let prefixes = letters("gener commun arsen")
  private static let possessives = letters("'s' 's '")
  private static let sses = Array("sses".utf8)
  private static let ied = Array("ied".utf8)
  private static let ies = Array("ies".utf8)
  private static let eedly = Array("eedly".utf8)
  private static let eed = Array("eed".utf8)
  private static let pasts = letters("ingly edly ing ed")
  private static let needingE = letters("at bl iz")
  private static let doubles = Array("bdfgmnprt".utf8)
  private static let ion = Array("ion".utf8)
  private static let lasts = letters(
    "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic")
  private static let unchanged = Set(
    letters("inning outing canning herring earring proceed exceed succeed"))

  private static func rules(_ text: String) -> [Rule] {
    text.split(separator: ",").map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
      return Rule(
        ending: Array((parts.first ?? "").utf8),
        becomes: parts.count > 1 && parts[1] != "-" ? Array(parts[1].utf8) : [],
        behind: parts.count > 2 && parts[2] != "2" ? Array(parts[2].utf8) : [], inSecond: parts.last == "2")
    }
  }

  private static let middles = rules(
    """
    ization ize,ational ate,fulness ful,ousness ous,iveness ive,tional tion,biliti ble,lessli less,entli ent,ation ate,\
    alism al,aliti al,ousli ous,iviti ive,fulli ful,enci ence,anci ance,abli able,izer ize,ator ate,alli al,bli ble,\
    ogi og l,li - cdeghkmnrt
    """)
  private static let lates = rules(
    "ational ate,tional tion,alize al,icate ic,iciti ic,ative - 2,ical ic,ness,ful")

  private static let exceptions: [[UInt8]: [UInt8]] = {
    let pairs = """
      skis ski,skies sky,dying die,lying lie,tying tie,idly idl,gently gentl,ugly ugli,early earli,only onli,\
      singly singl,sky sky,news news,howe howe,atlas atlas,cosmos cosmos,bias bias,andes andes
      """
    return Dictionary(
      pairs.split(separator: ",").map { pair in
        let parts = pair.split(separator: " ")
        return (Array((parts.first ?? "").utf8), Array((parts.last ?? "").utf8))
      }, uniquingKeysWith: { first, _ in first })
  }()
}

import Learning
import Vocabulary

/// What the classifier sees of a text: words with their neighbours and kindred, pieces of words, and which words stand
/// together. Another kind of evidence is added by adding features here; the learner knows only keys and weights.
struct Features: Sendable {
  /// A list of features for each view.
  private(set) var views: [[Feature]] = [[], [], []]
  /// One for each word, for finding the nearest template.
  private(set) var stems: [UInt64] = []
  /// Words that were taken for others, with what they were taken for.
  private(set) var mended: [Speller.Mended] = []
  /// What each feature is called, beside `views`; empty unless asked for.
  private(set) var names: [[String]] = [[], [], []]

  private let language: Language
  private let isNamed: Bool
  private var shown: [String] = []

  /// Of a long text the first words say what it is about.
  private static let companyWords = 32
  private static let kindredWeight: Float = 0.8
  private static let kindWeight: Float = 0.5
  private static let numberStem = mix(7, 7)
  private static let edge = mix(3, 5)

  /// Without a speller the words are taken as they stand.
  init(words: [String], kinds: [UInt64] = [], language: Language, speller: Speller? = nil, isNamed: Bool = false) {
    self.language = language
    self.isNamed = isNamed
    stems.reserveCapacity(words.count)
    views[View.words.rawValue].reserveCapacity(words.count * 3 + kinds.count + 1)
    views[View.pieces.rawValue].reserveCapacity(words.count * 10)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    var last = (stem: Features.edge, weight: Float(1))
    for (at, word) in words.enumerated() {
      let (stem, weight) = read(word, speller, bytes: &bytes)
      add(stem, weight, .words)
      if isNamed { name(.words, shown[at]) }
      add(Features.mix(last.stem, stem), min(weight, last.weight), .words)
      if isNamed { name(.words, (at > 0 ? shown[at - 1] : "|") + " " + shown[at]) }
      for group in Kindred.groups(of: stem, language) {
        add(group, weight * Features.kindredWeight, .words)
        if isNamed { name(.words, "~" + shown[at]) }
      }
      stems.append(stem)
      last = (stem, weight)
    }
    if !words.isEmpty {
      add(Features.mix(last.stem, Features.edge), last.weight, .words)
      if isNamed { name(.words, (shown.last ?? "") + " |") }
    }
    for kind in kinds {
      add(kind, Features.kindWeight, .words)
      if isNamed { name(.words, "a value") }
    }
    addCompany()
  }

  /// Adds the pieces of a word and gives its stem. A word that is taken for another counts less.
  private mutating func read(_ word: String, _ speller: Speller?, bytes: inout [UInt8]) -> (UInt64, Float) {
    var weight: Float = 1
    if isNamed { shown.append(word) }
    if ValueWords.isValue(word) { return (Features.hash(Array(word.utf8)), Features.kindWeight) }
    if let first = word.utf8.first, first >= 0x30, first <= 0x39 { return (Features.numberStem, weight) }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: word.utf8)
    Stemmer.cut(&bytes, language)
    var stem = Features.hash(bytes)
    if let speller, let known = speller.mend(word, stem: stem) {
      mended.append(known)
      weight = known.weight
      bytes = Array(known.taken.utf8)
      Stemmer.cut(&bytes, language)
      stem = Features.hash(bytes)
    }
    var window = UInt64(UInt8(ascii: "^"))
    for (at, byte) in bytes.enumerated() { addPieces(&window, byte, count: at + 2, weight) }
    addPieces(&window, UInt8(ascii: "$"), count: bytes.count + 2, weight)
    return (stem, weight)
  }

  /// Runs of three and four letters, also at the edges, survive a slip of the finger and an ending.
  private mutating func addPieces(_ window: inout UInt64, _ byte: UInt8, count: Int, _ weight: Float) {
    window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF
    if count >= 3 { add(Features.mix(3 << 32 | window & 0xFF_FFFF, 0x71), weight, .pieces) }
    if count >= 4 { add(Features.mix(4 << 32 | window, 0x71), weight, .pieces) }
    guard isNamed, let word = shown.last else { return }
    for length in [3, 4] where count >= length { name(.pieces, word) }
  }

  /// Two words of one text, whichever comes first.
  private mutating func addCompany() {
    let count = min(stems.count, Features.companyWords)
    guard count > 1 else { return }
    views[View.company.rawValue].reserveCapacity(count * (count - 1) / 2)
    for left in 0..<count {
      for right in (left + 1)..<count where stems[left] != stems[right] {
        let (low, high) = (min(stems[left], stems[right]), max(stems[left], stems[right]))
        add(Features.mix(low, high ^ 0x55), 1, .company)
        if isNamed { name(.company, shown[left] + " + " + shown[right]) }
      }
    }
  }

  private mutating func add(_ key: UInt64, _ weight: Float, _ view: View) {
    views[view.rawValue].append(Feature(key: key, weight: weight))
  }

  private mutating func name(_ view: View, _ name: String) { names[view.rawValue].append(name) }

  // MARK: Keys

  static func stem(of word: String, _ language: Language) -> UInt64 {
    var bytes = Array(word.utf8)
    Stemmer.cut(&bytes, language)
    return hash(bytes)
  }

  static func groupKey(_ number: Int) -> UInt64 { mix(UInt64(number), 0x6B) }

  /// The key of a sort of value that stands in the text.
  static func kindKey(_ kind: String) -> UInt64 { hash(Array(("#" + kind).utf8)) }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(hash, 0)
  }

  /// Never 0.
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left &+ right &* 0x9E37_79B9_7F4A_7C15) ^ (left >> 29)
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return (hash &* 0x94D0_49BB_1331_11EB) | 1
  }
}

/// What the classifier sees of a text: words, pairs of words and pieces of words, each as a number and a weight.
///
/// Another kind of evidence is added by adding features here; the learner knows only numbers.
struct Features: Sendable {
  static let buckets = 1 << 14
  private(set) var all: [(bucket: Int, weight: Float)] = []
  /// The words that say something, for finding the nearest template.
  private(set) var stems: [UInt64] = []

  private static let wordWeight: Float = 1
  private static let pairWeight: Float = 0.6
  private static let pieceWeight: Float = 0.3

  init(words: some Collection<String>, kinds: [String] = []) {
    all.reserveCapacity(words.count * 9 + kinds.count)
    var previous: UInt64?
    for word in words {
      let isNumber = word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      let stem = isNumber ? Features.hash("#number") : Features.hash(Stemmer.stem(word))
      stems.append(stem)
      let isCommon = CommonWords.all.contains(word)
      add(stem, isCommon ? Features.wordWeight * 0.35 : Features.wordWeight)
      if let previous { add(Features.mix(previous, stem), Features.pairWeight) }
      previous = stem
      if !isCommon, !isNumber, word.utf8.count > 3 { addPieces(of: word) }
    }
    for kind in kinds { add(Features.hash("#" + kind), Features.wordWeight * 0.5) }
  }

  /// Runs of four letters, also at the edges: they survive a slip of the finger and an ending.
  private mutating func addPieces(of word: String) {
    var window: UInt64 = 0x5E
    var count = 1
    for byte in word.utf8 {
      window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF
      count += 1
      if count >= 4 { add(Features.mix(window, 0x71), Features.pieceWeight) }
    }
    window = (window << 8 | 0x24) & 0xFFFF_FFFF
    add(Features.mix(window, 0x71), Features.pieceWeight)
  }

  private mutating func add(_ hash: UInt64, _ weight: Float) {
    all.append((bucket: Int(truncatingIfNeeded: hash >> 40) & (Features.buckets - 1), weight: weight))
  }

  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(hash, 0)
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left &+ right &* 0x9E37_79B9_7F4A_7C15) ^ (left >> 29)
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return hash &* 0x94D0_49BB_1331_11EB
  }
}

/// Words that say little by themselves.
enum CommonWords {
  static let all: Set<String> = Set(
    """
    a an the i me my we us our you your he she it its they them their this that these those is am are was were be been
    being have has had do does did will would can could shall should may might must to of in on at by for from with
    about into and or but if so as then than too very just not no yes what which who whom how when where why there here
    please want need like get got give make some any all hi hello hey thanks thank ok know tell let up out now also go
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

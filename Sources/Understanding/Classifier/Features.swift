/// What the classifier sees of a text: words, pairs of words and pieces of words, each as a key and a weight.
///
/// Another kind of evidence is added by adding features here; the learner knows only keys and weights.
struct Features: Sendable {
  struct Feature: Sendable {
    let key: UInt64
    let weight: Float
    /// A whole word that nobody taught is strange; its pieces and neighbours only repeat that.
    var isWord = false
  }

  private(set) var all: [Feature] = []
  /// One for each word, for finding the nearest template.
  private(set) var stems: [UInt64] = []

  private var tellingStems = 0
  private var lastTelling: UInt64?
  /// The one word that is not common, where there is only one.
  var onlyTelling: UInt64? { tellingStems == 1 ? lastTelling : nil }

  private static let wordWeight: Float = 1
  private static let commonWeight: Float = 0.7
  private static let pairWeight: Float = 0.6
  private static let pieceWeight: Float = 0.25
  private static let kindWeight: Float = 0.5
  private static let numberStem = mix(7, 7)

  init(words: some Collection<String>, kinds: [String] = [], lexicon: Lexicon = .english) {
    all.reserveCapacity(words.count * 14 + kinds.count)
    stems.reserveCapacity(words.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    for word in words {
      let stem = addPieces(of: word, bytes: &bytes)
      if let previous = stems.last { add(Features.mix(previous, stem), Features.pairWeight) }
      stems.append(stem)
      let isCommon = lexicon.common.contains(word)
      if !isCommon {
        tellingStems += 1
        lastTelling = stem
      }
      let weight = isCommon ? Features.commonWeight : Features.wordWeight
      all.append(Feature(key: stem, weight: weight, isWord: true))
    }
    for kind in kinds { add(Features.hash(Array(("#" + kind).utf8)), Features.kindWeight) }
  }

  /// Runs of three and four letters, also at the edges, survive a slip of the finger and an ending. Gives the stem.
  private mutating func addPieces(of word: String, bytes: inout [UInt8]) -> UInt64 {
    if let first = word.utf8.first, first >= 0x30, first <= 0x39 { return Features.numberStem }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: word.utf8)
    if bytes.count > 2 {
      var window = UInt64(UInt8(ascii: "^"))
      for (at, byte) in bytes.enumerated() { addPieces(&window, byte, count: at + 2) }
      addPieces(&window, UInt8(ascii: "$"), count: bytes.count + 2)
    }
    Stemmer.cut(&bytes)
    return Features.hash(bytes)
  }

  private mutating func addPieces(_ window: inout UInt64, _ byte: UInt8, count: Int) {
    window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF
    if count >= 3 { add(Features.mix(3 << 32 | window & 0xFF_FFFF, 0x71), Features.pieceWeight) }
    if count >= 4 { add(Features.mix(4 << 32 | window, 0x71), Features.pieceWeight) }
  }

  private mutating func add(_ key: UInt64, _ weight: Float) { all.append(Feature(key: key, weight: weight)) }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
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

import Playbooks
import Vocabulary

/// All phrases of all options, by words: what a token may mean is one look-up.
struct OptionIndex: Sendable {
  struct Phrase: Sendable {
    let words: [Int]
    let slot: Int
    let option: Int
  }

  private let lexicon: Lexicon
  private var ids: [String: Int] = [:]
  private var words: [[UInt8]] = []
  private var sketches: [UInt64: [Int]] = [:]
  /// One bit for each sketch, so that nearly all of an unknown word's are passed over at one look.
  private var known = [UInt64](repeating: 0, count: 256)
  private(set) var phrases: [Int: [Phrase]] = [:]
  /// Words of one phrase; a longer one is cut there.
  private static let wordsMax = 8

  var isEmpty: Bool { phrases.isEmpty }

  init(_ slots: [Slot], lexicon: Lexicon = .english) {
    self.lexicon = lexicon
    for (slotAt, slot) in slots.enumerated() {
      for (optionAt, option) in slot.options.enumerated() {
        let key = option.key.map { $0 == "_" || $0 == "-" ? " " : $0 }
        for text in [option.key, String(key)] + option.says { add(text, slot: slotAt, option: optionAt) }
      }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ text: String, slot: Int, option: Int) {
    let found = Line(text, in: lexicon).tokens.filter { $0.shape != .mark }.prefix(OptionIndex.wordsMax).map {
      id(lexicon.choices.stem($0.folded))
    }
    guard let first = found.first else { return }
    let isKnown = phrases[first, default: []].contains { $0.words == found && $0.slot == slot && $0.option == option }
    if !isKnown { phrases[first, default: []].append(Phrase(words: found, slot: slot, option: option)) }
  }

  private mutating func id(_ word: String) -> Int {
    if let id = ids[word] { return id }
    let id = words.count
    ids[word] = id
    let bytes = Array(word.utf8)
    words.append(bytes)
    var new: Set<UInt64> = []
    Spelling.forEachSketch(bytes, removing: min(Spelling.errorsAllowed(bytes.count + 1), 2)) { new.insert($0) }
    for sketch in new {
      sketches[sketch, default: []].append(id)
      known[OptionIndex.word(of: sketch)] |= 1 << (sketch & 63)
    }
    return id
  }

  private static func word(of sketch: UInt64) -> Int { Int(sketch >> 6 & 255) }

  /// The word itself, without its ending.
  func exact(_ word: String) -> Int? { ids[lexicon.choices.stem(word)] }

  /// Words within the typing errors that its length allows, only the nearest.
  func near(_ word: String) -> [Int] {
    let bytes = Array(lexicon.choices.stem(word).utf8)
    let bound = Spelling.errorsAllowed(bytes.count)
    guard bound > 0, bytes.count <= 24, !lexicon.choices.everyday.contains(word) else { return [] }
    var candidates: [Int] = []
    Spelling.forEachSketch(bytes, removing: bound) { sketch in
      guard known[OptionIndex.word(of: sketch)] >> (sketch & 63) & 1 == 1 else { return }
      for id in sketches[sketch] ?? [] where !candidates.contains(id) { candidates.append(id) }
    }
    var best = bound + 1
    var found: [Int] = []
    for id in candidates where words[id].count >= 5 {
      let allowed = min(bound, Spelling.errorsAllowed(words[id].count))
      guard let distance = Spelling.distance(bytes, words[id], atMost: allowed) else { continue }
      if distance < best { (best, found) = (distance, [id]) } else if distance == best { found.append(id) }
    }
    return found
  }
}

import Vocabulary

/// Cuts the endings of a word: `cards` and `card`, `blocked` and `blocking` become one. Each language has its own.
enum Stemmer {
  static func stem(_ word: String, _ language: Language = .english) -> String {
    var bytes = Array(word.utf8)
    cut(&bytes, language)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same on a word's bytes; words with other than the letters a to z and the apostrophe stay as they are.
  static func cut(_ bytes: inout [UInt8], _ language: Language) {
    guard bytes.count > 2, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == 0x27 }) else { return }
    switch language.rawValue.prefix(2) {
    case "en": EnglishStemmer.cut(&bytes)
    case "de": GermanStemmer.cut(&bytes)
    default: break
    }
  }
}

extension [UInt8] {
  /// Whether these are its last letters.
  func hasEnding(_ ending: [UInt8]) -> Bool {
    guard count >= ending.count else { return false }
    var (at, offset) = (count - ending.count, 0)
    while offset < ending.count {
      if self[at] != ending[offset] { return false }
      at += 1
      offset += 1
    }
    return true
  }
}

/// Number words that German puts together: "zweihundertdreiundvierzig", "einundzwanzigste", "zweieinhalb".
enum GermanNumerals {
  enum Parsed: Hashable {
    case cardinal(Int)
    case ordinal(Int)
    /// So many and a half.
    case mixed(Int)
  }

  /// Nothing where the word is no such number. Shorter ones stand in tables.
  static func parse(_ word: String) -> Parsed? {
    guard word.utf8.count >= 9, word.utf8.count <= 60 else { return nil }
    let bytes = Array(word.utf8)[...]
    if let head = without(bytes, end: "einhalb"), let whole = small[String(decoding: head, as: UTF8.self)] {
      return .mixed(whole)
    }
    if let number = cardinal(bytes, depth: 0) { return .cardinal(number) }
    for ending in ["ste", "sten", "ster", "stes", "stem"] {
      if let head = without(bytes, end: ending), let number = cardinal(head, depth: 0), number >= 20 {
        return .ordinal(number)
      }
    }
    return nil
  }

  /// 1 ... 999,999.
  private static func cardinal(_ bytes: ArraySlice<UInt8>, depth: Int) -> Int? {
    guard !bytes.isEmpty, depth < 4 else { return nil }
    for (word, size) in [("tausend", 1_000), ("hundert", 100)] {
      guard let (head, tail) = split(bytes, at: word) else { continue }
      let count = head.isEmpty ? 1 : cardinal(head, depth: depth + 1)
      let rest = tail.isEmpty ? 0 : cardinal(without(tail, start: "und") ?? tail, depth: depth + 1)
      guard let count, let rest, count < 1_000, rest < size else { return nil }
      return count * size + rest
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let number = small[text] { return number }
    for (unit, word) in units.enumerated() {
      guard let rest = without(bytes, start: word), let tens = without(rest, start: "und"),
        let number = self.tens[String(decoding: tens, as: UTF8.self)]
      else { continue }
      return number + unit + 1
    }
    return nil
  }

  static let units = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"]
  static let tens: [String: Int] = [
    "zwanzig": 20, "dreissig": 30, "dreizig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
  ]
  static let teens = [
    "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
  ]
  private static let small: [String: Int] = {
    var small = tens
    for (at, word) in units.enumerated() { small[word] = at + 1 }
    for (at, word) in teens.enumerated() { small[word] = at + 10 }
    small["eins"] = 1
    return small
  }()

  // MARK: Pieces

  private static func without(_ bytes: ArraySlice<UInt8>, start: String) -> ArraySlice<UInt8>? {
    bytes.starts(with: start.utf8) ? bytes.dropFirst(start.utf8.count) : nil
  }

  private static func without(_ bytes: ArraySlice<UInt8>, end: String) -> ArraySlice<UInt8>? {
    let count = end.utf8.count
    return bytes.count >= count && bytes.suffix(count).elementsEqual(end.utf8) ? bytes.dropLast(count) : nil
  }

  private static func split(
    _ bytes: ArraySlice<UInt8>, at word: String
  ) -> (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>)? {
    let count = word.utf8.count
    guard bytes.count >= count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - count)
    where bytes[start..<(start + count)].elementsEqual(word.utf8) {
      return (bytes[..<start], bytes[(start + count)...])
    }
    return nil
  }
}

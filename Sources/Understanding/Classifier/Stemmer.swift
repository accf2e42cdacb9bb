/// Cuts English endings, lightly: `cards` and `card`, `blocked` and `blocking` become one.
enum Stemmer {
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    cut(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same on a word's bytes; words with other than the letters a to z stay as they are.
  static func cut(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, let last = bytes.last, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
    for ending in endings where ending.last == last && bytes.count - ending.ending.count >= ending.rest {
      guard ends(bytes, with: ending.ending) else { continue }
      bytes.removeLast(ending.ending.count)
      bytes += ending.becomes
      if ending.undoubles { undouble(&bytes) }
      break
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
  }

  /// "Stopped" becomes "stop"; "called" and "missed" keep both letters.
  private static func undouble(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, let last = bytes.last, bytes[bytes.count - 2] == last else { return }
    if last != UInt8(ascii: "l"), last != UInt8(ascii: "s"), last != UInt8(ascii: "z") { bytes.removeLast() }
  }

  private struct Ending: Sendable {
    let ending: [UInt8]
    let last: UInt8
    let becomes: [UInt8]
    /// Letters that must be left.
    let rest: Int
    var undoubles = false
    init(_ ending: String, _ becomes: String = "", rest: Int, undoubles: Bool = false) {
      self.ending = Array(ending.utf8)
      last = ending.utf8.last ?? 0
      self.becomes = Array(becomes.utf8)
      self.rest = rest
      self.undoubles = undoubles
    }
  }

  private static let endings: [Ending] = [
    Ending("iness", "y", rest: 3), Ending("ations", "at", rest: 3), Ending("ation", "at", rest: 3),
    Ending("ments", rest: 4), Ending("ment", rest: 4), Ending("ness", rest: 4),
    Ending("ingly", rest: 3, undoubles: true), Ending("ings", rest: 3, undoubles: true),
    Ending("ing", rest: 3, undoubles: true), Ending("ies", "y", rest: 2), Ending("ied", "y", rest: 2),
    Ending("edly", rest: 3, undoubles: true), Ending("sses", "ss", rest: 2), Ending("ches", "ch", rest: 2),
    Ending("shes", "sh", rest: 2), Ending("xes", "x", rest: 2), Ending("ss", "ss", rest: 2),
    Ending("us", "us", rest: 2),
    Ending("ers", "er", rest: 3), Ending("ed", rest: 3, undoubles: true), Ending("ly", rest: 4),
    Ending("es", "e", rest: 3),
    Ending("s", rest: 3),
  ]

  private static func ends(_ bytes: [UInt8], with ending: [UInt8]) -> Bool {
    bytes.count > ending.count && bytes[(bytes.count - ending.count)...].elementsEqual(ending)
  }
}

/// Cuts English endings, lightly: `cards` and `card`, `blocked` and `blocking` become one.
enum Stemmer {
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    if let ending = endings.first(where: { ends(bytes, with: $0.ending) && bytes.count - $0.ending.count >= $0.rest }) {
      bytes.removeLast(ending.ending.count)
      bytes += ending.becomes
      if ending.undoubles, bytes.count > 3, bytes[bytes.count - 1] == bytes[bytes.count - 2],
        !"lsz".utf8.contains(bytes[bytes.count - 1])
      {
        bytes.removeLast()
      }
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Ending: Sendable {
    let ending: [UInt8]
    let becomes: [UInt8]
    /// Letters that must be left.
    let rest: Int
    var undoubles = false
    init(_ ending: String, _ becomes: String = "", rest: Int, undoubles: Bool = false) {
      self.ending = Array(ending.utf8)
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

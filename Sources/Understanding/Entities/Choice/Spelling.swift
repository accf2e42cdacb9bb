/// Words with small differences: plurals, possessives, typing errors.
enum Spelling {
  /// The word without the ending of a plural or a possessive.
  static func stem(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, let last = bytes.last, last == UInt8(ascii: "s") else { return word }
    if word.hasSuffix("'s") { return String(word.dropLast(2)) }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    if bytes.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    for ending in ["ses", "xes", "zes", "ches", "shes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }

  /// How many typing errors a word of that many bytes may have.
  static func errorsAllowed(_ count: Int) -> Int { count >= 9 ? 2 : count >= 5 ? 1 : 0 }

  /// Optimal string alignment: insertions, deletions, replacements and swapped neighbours; nothing above the bound.
  static func distance(_ left: [UInt8], _ right: [UInt8], atMost bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound, left.count <= 32, right.count <= 32 else { return nil }
    var older: [Int] = []
    var old = Array(0...right.count)
    for row in left.indices {
      var new = [row + 1]
      new.reserveCapacity(right.count + 1)
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(old[column + 1] + 1, new[column] + 1, old[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, older[column - 1] + 1)
        }
        new.append(best)
      }
      guard (new.min() ?? 0) <= bound else { return nil }
      (older, old) = (old, new)
    }
    return old.last.flatMap { $0 <= bound ? $0 : nil }
  }

  /// Hashes of the word and of what is left when one or two bytes are taken out. Two words within that many errors share one.
  static func forEachSketch(_ bytes: [UInt8], removing: Int, _ body: (UInt64) -> Void) {
    body(hash(bytes, without: -1, -1))
    guard removing > 0 else { return }
    for first in bytes.indices {
      body(hash(bytes, without: first, -1))
      guard removing > 1 else { continue }
      for second in bytes.indices where second > first { body(hash(bytes, without: first, second)) }
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8], without first: Int, _ second: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (at, byte) in bytes.enumerated() where at != first && at != second {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// Everyday words that are never taken for a mistyped option.
  static let everyday: Set<String> = Set(
    """
    about above after again against almost along already also always another anybody anyone anything around asked because \
    before begin being below better between bring called calling came change check clear close could couldn't didn't does \
    doesn't doing don't early either else enough even every everything exactly except fault feel felt fetch field file \
    final find fine first found from front getting give given goes going great hadn't happen hasn't have haven't having \
    hello help here hours house inside isn't keep kind knew know known large last later least leave left less light like \
    line little live long look looking made make making many maybe mean might minute mobile moment money month more morning most \
    much must name near need needed never next night nobody nothing often only open other ought over paid part past pay \
    paying people perhaps phone place please point quite rather reach ready really right round same send shall should \
    show since some somebody someone something soon sorry speak start still stop such sure take taken talk tell than \
    thank thanks that their them then there these they thing things think this those though thought three through time \
    times today together told tomorrow tonight took tried trying twice under until used using usual very wait wants water \
    weeks well went were what when where which while whole whose will with within without won't word words work working \
    world would wouldn't write wrong years yesterday your yours
    """.split(separator: " ").map(String.init))
}

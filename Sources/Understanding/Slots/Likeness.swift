/// Whether one value may be the other, mistyped.
package enum Likeness {
  private static let mostErrors = 2
  private static let fewestLetters = 3

  /// One is the other with a slip of a key or two, or a part of it: "Rexx" and "Rex", "Novak" and "Ana Novak".
  package static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.lowercased().utf8), Array(right.lowercased().utf8))
    let short = min(left.count, right.count)
    guard short >= fewestLetters, left != right else { return false }
    let bound = short > 5 ? mostErrors : 1
    if Spelling.distance(left, right, atMost: bound) != nil { return true }
    return left.count > right.count ? left.ends(with: right) : right.ends(with: left)
  }
}

extension Array where Element == UInt8 {
  /// The last word, or the first one.
  fileprivate func ends(with part: [UInt8]) -> Bool {
    let blank = UInt8(ascii: " ")
    guard count > part.count else { return false }
    return Array(suffix(part.count + 1)) == [blank] + part || Array(prefix(part.count + 1)) == part + [blank]
  }
}

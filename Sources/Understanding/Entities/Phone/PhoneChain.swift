import Vocabulary

/// Groups of digits as telephone numbers are written: `+386 (0)40 123-456`.
struct PhoneChain {
  /// ITU-T E.164.
  static let digitsMax = 15
  private static let groupsMax = 15

  let first: Int
  private(set) var last: Int
  private(set) var groups: [String] = []
  private(set) var hasPlus = false
  private(set) var hasParenthesis = false
  /// Marks between groups; 0 for a blank.
  private(set) var separators: Set<UInt8> = []

  var digits: String { groups.joined() }
  var count: Int { groups.reduce(0) { $0 + $1.utf8.count } }
  var sizes: [Int] { groups.map(\.utf8.count) }

  /// Nothing where no number can begin there.
  init?(_ line: Line, _ start: Int) {
    first = start
    last = start
    var at = start
    if line.isMark(at, "(") {
      hasParenthesis = true
      at += 1
    }
    if line.isMark(at, "+") {
      hasPlus = true
      at += 1
      if line.isMark(at, "(") { at += 1 }
    }
    guard line.isDigits(at) else { return nil }
    add(line, at)
    while groups.count < PhoneChain.groupsMax, let next = joint(line) { add(line, next) }
    dropStray(line)
    passExtension(line)
  }

  private mutating func add(_ line: Line, _ at: Int) {
    let digits = line.tokens[at].folded
    let isTrunk = hasPlus && digits == "0" && line.isMark(at - 1, "(") && line.isMark(at + 1, ")")
    if !isTrunk { groups.append(digits) }
    last = at
  }

  /// The next group, over a blank and marks.
  private mutating func joint(_ line: Line) -> Int? {
    var at = last + 1
    var marks = 0
    var seen: Set<UInt8> = []
    while marks < 3, let token = line.token(at), token.shape == .mark {
      let mark = line.markByte(at)
      guard "-/.()".utf8.contains(mark) else { return nil }
      let isTight = line.isGlued(at) && (line.isGlued(at + 1) || hasPlus)
      if mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."), !isTight { return nil }
      seen.insert(mark)
      marks += 1
      at += 1
    }
    guard line.isDigits(at), line.tokens[at].span.from - line.tokens[last].span.to <= 5 else { return nil }
    if marks == 0 { seen.insert(0) }
    hasParenthesis = hasParenthesis || seen.contains(UInt8(ascii: "("))
    separators.formUnion(seen)
    return at
  }

  /// "ext 123", "x123": part of what was said, not of the number.
  private mutating func passExtension(_ line: Line) {
    guard let word = line.word(last + 1), ["x", "ext", "extension"].contains(word) else { return }
    let at = line.isMark(last + 2, ".") ? last + 3 : last + 2
    if line.isDigits(at), line.tokens[at].folded.utf8.count <= 6 { last = at }
  }

  /// "040 123 456 2 times": a lone digit before a word is a count.
  private mutating func dropStray(_ line: Line) {
    guard groups.count > 2, groups.last?.utf8.count == 1, line.word(last + 1) != nil,
      line.token(last)?.followsBlank == true,
      groups.dropLast().contains(where: { $0.utf8.count > 1 })
    else { return }
    groups.removeLast()
    last -= 1
    while last > first, !line.isDigits(last) { last -= 1 }
  }

  /// A date, a decimal number, grouped thousands or a network address.
  var isOtherNumber: Bool {
    let sizes = sizes
    let point = UInt8(ascii: ".")
    if hasPlus || hasParenthesis { return false }
    if sizes.count == 3, separators.count == 1, !separators.contains(0),
      (sizes[0] <= 2 && sizes[1] <= 2 && [2, 4].contains(sizes[2])) || (sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2)
    {
      return true
    }
    guard separators == [point] else { return false }
    if sizes.count == 2, sizes[1] <= 3 || sizes[0] <= 2 { return true }
    if sizes.count == 4, sizes.allSatisfy({ $0 <= 3 }) { return true }
    return isThousands
  }

  var isThousands: Bool {
    let sizes = sizes
    return sizes.count > 1 && sizes[0] <= 3 && !digits.hasPrefix("0") && sizes.dropFirst().allSatisfy { $0 == 3 }
  }
}

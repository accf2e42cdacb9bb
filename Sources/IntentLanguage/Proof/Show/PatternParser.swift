/// Reads the source of a regular expression as far as texts can be made from it.
struct PatternParser {
  private let source: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private(set) var isExact = true

  private typealias Part = PatternSample.Part
  private static let all: [ClosedRange<UInt32>] = [0x20...0xD7FF]
  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let words: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
  private static let blanks: [ClosedRange<UInt32>] = [0x20...0x20]
  private static let nothing = PatternSample.Part.sequence([])

  init(_ source: String) { self.source = Array(source.unicodeScalars) }

  private var next: Unicode.Scalar? { at < source.count ? source[at] : nil }

  mutating func parse() -> PatternSample.Part {
    let part = choice()
    if at < source.count { isExact = false }
    return part
  }

  private mutating func choice() -> PatternSample.Part {
    var arms = [sequence()]
    while next == "|" {
      at += 1
      arms.append(sequence())
    }
    return arms.count == 1 ? arms[0] : .choice(arms)
  }

  private mutating func sequence() -> PatternSample.Part {
    var parts: [PatternSample.Part] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = atom()
      parts.append(repeated(part))
    }
    return .sequence(parts)
  }

  // MARK: how often

  private mutating func repeated(_ part: PatternSample.Part) -> PatternSample.Part {
    guard let (least, most) = quantifier() else { return part }
    if next == "?" || next == "+" { at += 1 }
    return .times(part, least: least, most: most)
  }

  private mutating func quantifier() -> (Int, Int?)? {
    switch next {
    case "*": at += 1; return (0, nil)
    case "+": at += 1; return (1, nil)
    case "?": at += 1; return (0, 1)
    case "{":
      guard let end = source[at...].firstIndex(of: "}") else { return nil }
      let inner = String(String.UnicodeScalarView(source[(at + 1)..<end]))
      let bounds = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard bounds.count <= 2, let least = bounds.first ?? nil, least <= 1_000 else { return nil }
      at = end + 1
      return (least, bounds.count == 1 ? least : bounds[1])
    default: return nil
    }
  }

  // MARK: one thing

  private mutating func atom() -> PatternSample.Part {
    guard let scalar = next else { return PatternParser.nothing }
    at += 1
    switch scalar {
    case "(": return group()
    case "[": return .scalars(set())
    case ".": return .scalars(PatternParser.all)
    case "^", "$":
      // Where they stand inside they may leave nothing that matches.
      return PatternParser.nothing
    case "\\": return escape()
    default: return .scalars([scalar.value...scalar.value])
    }
  }

  private mutating func group() -> PatternSample.Part {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32 else {
      isExact = false
      at = source.count
      return PatternParser.nothing
    }
    var isText = true
    if next == "?" { isText = groupHead() }
    let inner = choice()
    if next == ")" { at += 1 } else { isExact = false }
    return isText ? inner : PatternParser.nothing
  }

  /// Reads what stands behind `(?`. False where the group takes no text.
  private mutating func groupHead() -> Bool {
    at += 1
    switch next {
    case ":", ">", "|":
      at += 1
      return true
    case "P", "<", "'":
      if next == "P" { at += 1 }
      let opening = next
      at += 1
      if opening == "<", next == "=" || next == "!" { break }
      while let scalar = next, scalar != ">", scalar != "'" { at += scalar == ")" ? source.count : 1 }
      at += 1
      return true
    default: break
    }
    // What is looked at is not taken: the engine tells whether the rest still matches.
    isExact = false
    if next == "=" || next == "!" {
      at += 1
    } else {
      while let scalar = next, scalar != ")", scalar != ":" { at += scalar == "(" ? source.count : 1 }
    }
    if next == ":" {
      at += 1
      return true
    }
    return false
  }

  private mutating func escape() -> PatternSample.Part {
    guard let scalar = next else { return PatternParser.nothing }
    at += 1
    if let ranges = PatternParser.ranges(of: scalar) { return .scalars(ranges) }
    switch scalar {
    case "b", "B", "A", "z", "Z", "G": return PatternParser.nothing
    case "Q", "E", "K", "p", "P", "x", "u", "k", "g", "X", "R", "N", "C":
      isExact = false
      return PatternParser.nothing
    case let other where other.properties.numericType != nil:
      isExact = false
      return PatternParser.nothing
    case "n", "r", "t", "f", "v", "e", "a":
      isExact = false
      return .scalars(PatternParser.blanks)
    default: return .scalars([scalar.value...scalar.value])
    }
  }

  private static func ranges(of escape: Unicode.Scalar) -> [ClosedRange<UInt32>]? {
    switch escape {
    case "d": digits
    case "w": words
    case "s", "h": blanks
    case "D": without(digits)
    case "W": without(words)
    case "S", "H": without(blanks)
    default: nil
    }
  }

  private static func without(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var start: UInt32 = 0x20
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > start { result.append(start...(range.lowerBound - 1)) }
      start = max(start, range.upperBound == .max ? .max : range.upperBound + 1)
    }
    if start <= 0xD7FF { result.append(start...0xD7FF) }
    return result
  }

  // MARK: sets in brackets

  private mutating func set() -> [ClosedRange<UInt32>] {
    let isInverted = next == "^"
    if isInverted { at += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      at += 1
      if scalar == "[", next == ":" {
        isExact = false
        if let end = source[at...].firstIndex(of: "]") { at = end + 1 }
        ranges += PatternParser.words
        continue
      }
      if scalar == "\\" {
        ranges += member()
        continue
      }
      ranges.append(span(from: scalar))
    }
    at += 1
    return isInverted ? PatternParser.without(ranges) : ranges
  }

  private mutating func member() -> [ClosedRange<UInt32>] {
    guard let scalar = next else { return [] }
    at += 1
    if let known = PatternParser.ranges(of: scalar) { return known }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { isExact = false }
    return [scalar.value...scalar.value]
  }

  private mutating func span(from first: Unicode.Scalar) -> ClosedRange<UInt32> {
    guard next == "-", at + 1 < source.count, source[at + 1] != "]", source[at + 1] != "\\",
      source[at + 1].value >= first.value
    else { return first.value...first.value }
    let last = source[at + 1]
    at += 2
    return first.value...last.value
  }
}

import Vocabulary

/// Finds payment card numbers.
package struct CardReader: EntityReader {
  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    CardScanner.find(in: line).map {
      Entity(kind: .card, value: .card($0.digits), span: line.span($0.tokens), rule: "card: checked")
    }
  }
}

enum CardScanner {
  struct Match {
    let tokens: ClosedRange<Int>
    let digits: String
  }

  /// Groups of digits that one chain may have.
  private static let groupsMax = 64
  /// Words before a number that is no card, however well it checks.
  private static let otherNumbers: Set<String> = [
    "order", "tracking", "parcel", "invoice", "reference", "shipment", "ticket", "booking", "imei", "serial",
    "consignment",
  ]
  private static let fillers: Set<String> = ["number", "no", "id", "code", "is", "nr", "was", "my", "the"]

  static func find(in line: Line) -> [Match] {
    var digits = 0
    for token in line.tokens where token.shape == .digits { digits += token.folded.utf8.count }
    guard digits >= CardNumber.digits.lowerBound else { return [] }
    var found: [Match] = []
    var at = 0
    while at < line.tokens.count {
      guard line.isDigits(at) else {
        at += 1
        continue
      }
      let groups = chain(line, at)
      found += matches(line, groups)
      at = (groups.last ?? at) + 1
    }
    return found
  }

  /// Groups of digits with nothing but a blank, a hyphen or a point between them.
  private static func chain(_ line: Line, _ start: Int) -> [Int] {
    var groups = [start]
    var at = start
    while groups.count < groupsMax {
      if line.isDigits(at + 1), isNear(line, at, at + 1) {
        at += 1
      } else if "-./_".utf8.contains(line.markByte(at + 1)), line.isDigits(at + 2), isNear(line, at, at + 2) {
        at += 2
      } else {
        break
      }
      groups.append(at)
    }
    return groups
  }

  private static func isNear(_ line: Line, _ first: Int, _ second: Int) -> Bool {
    line.tokens[second].span.from - line.tokens[first].span.to <= 8
  }

  private static func matches(_ line: Line, _ groups: [Int]) -> [Match] {
    var found: [Match] = []
    var start = 0
    while start < groups.count {
      if let (end, digits) = longest(line, groups[start...]) {
        let match = Match(
          tokens: groups[start]...groups[end], digits: String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self))
        if !isOther(line, match, groups: end - start + 1) { found.append(match) }
        start = end + 1
      } else {
        start += 1
      }
    }
    return found
  }

  private static func longest(_ line: Line, _ groups: ArraySlice<Int>) -> (Int, [UInt8])? {
    var digits: [UInt8] = []
    var best: (Int, [UInt8])?
    for at in groups.indices {
      digits += line.tokens[groups[at]].folded.utf8.map { $0 &- 0x30 }
      if digits.count > CardNumber.digits.upperBound { break }
      if CardNumber.isPlausible(digits) { best = (at, digits) }
    }
    return best
  }

  /// An order or a parcel is named right before an ungrouped number.
  private static func isOther(_ line: Line, _ match: Match, groups: Int) -> Bool {
    guard groups == 1 else { return false }
    var at = match.tokens.lowerBound - 1
    var steps = 0
    while steps < 5, let token = line.token(at), token.shape == .mark || fillers.contains(token.folded) {
      at -= 1
      steps += 1
    }
    return line.word(at).map(otherNumbers.contains) == true
  }
}

import Vocabulary

/// Texts that a regular expression may match, made from its source. PCRE2 has the last word on each.
struct PatternSample: Sendable {
  /// What the pattern is made of.
  indirect enum Part: Sendable {
    case scalars([ClosedRange<UInt32>])
    case sequence([Part])
    case choice([Part])
    case times(Part, least: Int, most: Int?)
  }

  private let root: Part
  /// Everything in the source was understood, so that what the parts cannot make the pattern cannot match.
  let isExact: Bool

  init(_ source: String) {
    var parser = PatternParser(source)
    root = parser.parse()
    isExact = parser.isExact
  }

  /// Different texts, the plainest first.
  func texts(limit: Int = 48) -> [String] {
    var seen: Set<String> = []
    return (0..<limit).compactMap { turn in
      var maker = Maker(turn: turn)
      maker.make(root)
      let text = String(maker.text)
      return seen.insert(text).inserted ? text : nil
    }
  }

  /// How many scalars a match has.
  var length: (least: Int, most: Int?) { PatternSample.length(of: root) }

  private static func length(of part: Part) -> (least: Int, most: Int?) {
    switch part {
    case .scalars: return (1, 1)
    case .sequence(let parts):
      return parts.map { length(of: $0) }.reduce((0, 0)) { sum, part in
        (sum.0 + part.least, sum.1.flatMap { most in part.most.map { most + $0 } })
      }
    case .choice(let parts):
      let all = parts.map { length(of: $0) }
      let most = all.contains { $0.most == nil } ? nil : all.compactMap(\.most).max()
      return (all.map(\.least).min() ?? 0, most)
    case .times(let part, let least, let most):
      let one = length(of: part)
      return (one.least * least, most.flatMap { most in one.most.map { $0 * most } })
    }
  }

  /// Makes one text; the turn decides which of several ways each choice goes.
  private struct Maker {
    var turn: Int
    var text = String.UnicodeScalarView()
    private var choices = 0

    init(turn: Int) { self.turn = turn }

    private mutating func pick(_ count: Int) -> Int {
      choices += 1
      guard count > 1 else { return 0 }
      // The first turns differ in one choice each, later ones in many.
      return turn < 8 ? (choices == 1 ? turn : 0) % count : (turn * 7 + choices * (turn % 5 + 1)) % count
    }

    mutating func make(_ part: Part) {
      guard text.count < 200 else { return }
      switch part {
      case .scalars(let ranges): text.append(scalar(of: ranges))
      case .sequence(let parts): for part in parts { make(part) }
      case .choice(let parts): if !parts.isEmpty { make(parts[pick(parts.count)]) }
      case .times(let part, let least, let most):
        let span = min(most ?? least + 12, least + 12) - least
        let count = least + (span > 0 ? pick(span + 1) : 0)
        for _ in 0..<min(count, 64) { make(part) }
      }
    }

    private mutating func scalar(of ranges: [ClosedRange<UInt32>]) -> Unicode.Scalar {
      let plain = PatternSample.plain.filter { scalar in ranges.contains { $0.contains(scalar.value) } }
      if !plain.isEmpty { return plain[(text.count + pick(plain.count)) % plain.count] }
      let first = ranges.first { Unicode.Scalar($0.lowerBound) != nil }
      return first.flatMap { Unicode.Scalar($0.lowerBound) } ?? "?"
    }
  }

  private static let plain = Array("204518367abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ9- ".unicodeScalars)
}

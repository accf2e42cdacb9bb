import Playbooks
import Vocabulary

/// Reads an author's sentence shape: `[the] (a|b) {slot} card[s]`.
struct TemplateSyntax {
  struct Result {
    let root: TemplatePart
    let slots: [(name: String, offset: Int)]
    let problems: [(problem: TemplateProblem, offset: Int)]
  }

  static func read(_ text: String) -> Result {
    var reader = TemplateSyntax(letters: Array(text.utf8))
    let root = reader.arms(closing: nil, opened: 0, depth: 1).parts[0]
    let tooDeep = reader.problems.filter { $0.problem.code == .templateTooLarge }
    let problems = tooDeep.isEmpty ? reader.problems : tooDeep
    return Result(
      root: root, slots: reader.slots.map { ($0.name, reader.offset($0.at)) },
      problems: problems.map { ($0.problem, reader.offset($0.at)) })
  }

  /// What the text means, as far as it can be read.
  @Sendable static func root(of text: String) -> TemplatePart { read(text).root }

  /// Every sign that means something is one byte, and no part of another letter.
  private let letters: [UInt8]
  private var at = 0
  private var slots: [(name: String, at: Int)] = []
  private var problems: [(problem: TemplateProblem, at: Int)] = []

  private let isASCII: Bool

  private init(letters: [UInt8]) {
    self.letters = letters
    isASCII = letters.allSatisfy { $0 < 0x80 }
  }

  /// How many scalars stand before that byte.
  private func offset(_ at: Int) -> Int {
    isASCII ? at : letters[..<at].count { $0 & 0xC0 != 0x80 }
  }

  /// What is between the bars of a group.
  private struct Arms {
    private(set) var parts: [TemplatePart] = []
    private(set) var hasEmpty = false

    /// The memory of what was collected serves for the next arm where it can.
    mutating func add(_ arm: inout [TemplatePart]) {
      hasEmpty = hasEmpty || arm.allSatisfy(\.isBlank)
      if arm.count == 1 {
        parts.append(arm[0])
        arm.removeAll(keepingCapacity: true)
      } else {
        parts.append(.sequence(arm))
        arm = []
      }
    }
  }

  /// The arms of a group up to its closing bracket, or the one of the whole template.
  private mutating func arms(closing: UInt8?, opened: Int, depth: Int) -> Arms {
    var arms = Arms()
    var arm: [TemplatePart] = []
    var start = at
    // What a stray sign cuts apart is one text all the same.
    var cut: [UInt8] = []
    func flush(_ letters: [UInt8], _ end: Int) {
      if !cut.isEmpty {
        arm.append(.text(String(decoding: cut + letters[start..<end], as: UTF8.self)))
        cut = []
      } else if start < end {
        arm.append(.text(String(decoding: letters[start..<end], as: UTF8.self)))
      }
    }
    while at < letters.count {
      let letter = letters[at]
      switch letter {
      case Sign.square, Sign.round:
        flush(letters, at)
        arm.append(group(letter, depth: depth))
        start = at
      case Sign.brace:
        flush(letters, at)
        if let slot = slot() { arm.append(slot) }
        start = at
      case Sign.bar where closing != nil:
        flush(letters, at)
        arms.add(&arm)
        at += 1
        start = at
      case Sign.squareEnd, Sign.roundEnd:
        if letter == closing {
          flush(letters, at)
          at += 1
          arms.add(&arm)
          return arms
        }
        cut += letters[start..<at]
        stray(letter, closing, opened)
        start = at
      case Sign.braceEnd, Sign.bar:
        cut += letters[start..<at]
        stray(letter, nil, opened)
        start = at
      default: at += 1
      }
    }
    flush(letters, at)
    if let closing {
      problems.append((.unclosed(opener(closing), expected: Sign.text(closing)), opened))
    }
    arms.add(&arm)
    return arms
  }

  private mutating func group(_ bracket: UInt8, depth: Int) -> TemplatePart {
    let opened = at
    at += 1
    guard depth < Limits.templateDepth else {
      problems.append((.tooDeep, opened))
      at = letters.count
      return .sequence([])
    }
    let isOptional = bracket == Sign.square
    let arms = arms(
      closing: isOptional ? Sign.squareEnd : Sign.roundEnd, opened: opened, depth: depth + 1)
    if arms.hasEmpty { problems.append((.emptyGroup(Sign.text(bracket)), opened)) }
    if isOptional { return .optional(arms.parts) }
    return arms.parts.count == 1 ? arms.parts[0] : .alternatives(arms.parts)
  }

  private mutating func slot() -> TemplatePart? {
    let opened = at
    guard let end = letters[at...].firstIndex(of: Sign.braceEnd),
      !letters[at..<end].dropFirst().contains(Sign.brace)
    else {
      problems.append((.unclosed("{", expected: "}"), opened))
      at += 1
      return nil
    }
    let inner = letters[(opened + 1)..<end]
    let start = inner.firstIndex { $0 != 0x20 } ?? end
    let stop = (inner.lastIndex { $0 != 0x20 }).map { $0 + 1 } ?? start
    let name = String(decoding: letters[start..<max(start, stop)], as: UTF8.self)
    at = end + 1
    guard !name.isEmpty else {
      problems.append((.emptyGroup("{"), opened))
      return nil
    }
    slots.append((name, start))
    return .slot(SlotID(name))
  }

  private mutating func stray(_ sign: UInt8, _ expected: UInt8?, _ opened: Int) {
    if let expected, sign != Sign.bar {
      problems.append((.crossed(Sign.text(sign), expected: Sign.text(expected)), at))
    } else {
      problems.append((sign == Sign.bar ? .strayBar : .unopened(Sign.text(sign)), at))
    }
    at += 1
  }

  private enum Sign {
    static let square = UInt8(ascii: "[")
    static let squareEnd = UInt8(ascii: "]")
    static let round = UInt8(ascii: "(")
    static let roundEnd = UInt8(ascii: ")")
    static let brace = UInt8(ascii: "{")
    static let braceEnd = UInt8(ascii: "}")
    static let bar = UInt8(ascii: "|")
    static func text(_ sign: UInt8) -> String { String(Unicode.Scalar(sign)) }
  }

  private func opener(_ closing: UInt8) -> String { closing == Sign.squareEnd ? "[" : "(" }
}

extension TemplatePart {
  fileprivate var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    if let last = text.utf8.last, last > 0x20, last < 0x7F { return false }
    return text.allSatisfy(\.isWhitespace)
  }

  /// How many utterances it stands for, at most one more than the bound.
  var forms: Int {
    let bound = Limits.templateForms + 1
    switch self {
    case .text, .slot: return 1
    case .sequence(let parts): return parts.reduce(1) { min(bound, $0 * $1.forms) }
    case .alternatives(let parts): return parts.reduce(0) { min(bound, $0 + $1.forms) }
    case .optional(let parts): return parts.reduce(1) { min(bound, $0 + $1.forms) }
    }
  }
}

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
    var reader = TemplateSyntax(scalars: Array(text.unicodeScalars))
    let arms = reader.arms(closing: nil, opened: 0, depth: 1)
    let tooDeep = reader.problems.filter { $0.problem.code == .templateTooLarge }
    return Result(
      root: reader.joined(arms), slots: reader.slots, problems: tooDeep.isEmpty ? reader.problems : tooDeep)
  }

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var slots: [(name: String, offset: Int)] = []
  private var problems: [(problem: TemplateProblem, offset: Int)] = []

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The arms of a group up to its closing bracket, or of the whole template.
  private mutating func arms(closing: Unicode.Scalar?, opened: Int, depth: Int) -> [[TemplatePart]] {
    var arms: [[TemplatePart]] = [[]]
    var text: [Unicode.Scalar] = []
    func flush() {
      if !text.isEmpty { arms[arms.count - 1].append(.text(String(scalars: text[...]))) }
      text.removeAll(keepingCapacity: true)
    }
    while at < scalars.count {
      let scalar = scalars[at]
      switch scalar {
      case "[", "(":
        flush()
        arms[arms.count - 1].append(group(scalar, depth: depth))
      case "{":
        flush()
        if let slot = slot() { arms[arms.count - 1].append(slot) }
      case "|" where closing != nil:
        flush()
        arms.append([])
        at += 1
      case "]", ")":
        if scalar == closing {
          flush()
          at += 1
          return arms
        }
        stray(scalar, closing, opened)
      case "}", "|": stray(scalar, nil, opened)
      default:
        text.append(scalar)
        at += 1
      }
    }
    flush()
    if let closing { problems.append((.unclosed(opener(closing), expected: String(closing)), opened)) }
    return arms
  }

  private mutating func group(_ bracket: Unicode.Scalar, depth: Int) -> TemplatePart {
    let opened = at
    at += 1
    guard depth < Limits.templateDepth else {
      problems.append((.tooDeep, opened))
      at = scalars.count
      return .sequence([])
    }
    let arms = arms(closing: bracket == "[" ? "]" : ")", opened: opened, depth: depth + 1)
    if arms.contains(where: isEmpty) { problems.append((.emptyGroup(String(bracket)), opened)) }
    let parts = arms.map { joined([$0]) }
    if bracket == "[" { return .optional(parts) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func slot() -> TemplatePart? {
    let opened = at
    guard let end = scalars[at...].firstIndex(of: "}"), !scalars[at..<end].dropFirst().contains("{") else {
      problems.append((.unclosed("{", expected: "}"), opened))
      at += 1
      return nil
    }
    let inner = scalars[(opened + 1)..<end]
    let start = inner.firstIndex { $0 != " " } ?? end
    let stop = (inner.lastIndex { $0 != " " }).map { $0 + 1 } ?? start
    let name = String(scalars: scalars[start..<max(start, stop)])
    at = end + 1
    guard !name.isEmpty else {
      problems.append((.emptyGroup("{"), opened))
      return nil
    }
    slots.append((name, start))
    return .slot(SlotID(name))
  }

  private mutating func stray(_ scalar: Unicode.Scalar, _ expected: Unicode.Scalar?, _ opened: Int) {
    if let expected, scalar != "|" {
      problems.append((.crossed(String(scalar), expected: String(expected)), at))
    } else {
      problems.append((scalar == "|" ? .strayBar : .unopened(String(scalar)), at))
    }
    at += 1
  }

  private func opener(_ closing: Unicode.Scalar) -> String { closing == "]" ? "[" : "(" }

  private func isEmpty(_ arm: [TemplatePart]) -> Bool {
    arm.allSatisfy { part in
      if case .text(let text) = part { text.allSatisfy(\.isWhitespace) } else { false }
    }
  }

  private func joined(_ arms: [[TemplatePart]]) -> TemplatePart {
    let parts = arms.flatMap { $0 }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }
}

extension TemplatePart {
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

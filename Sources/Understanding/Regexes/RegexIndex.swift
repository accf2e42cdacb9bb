import Playbooks
import Regexes
import Vocabulary

/// The playbook's regexes, each behind a word that it cannot match without.
final class RegexIndex: Sendable {
  final class Rule: Sendable {
    /// In the order of the files.
    let number: Int
    let intent: IntentID
    let place: SourcePlace
    let pattern: Pattern
    /// The slots that its groups name.
    let slots: [String: Slot]
    /// Lower-case ASCII letters that stand in every match.
    let literal: [UInt8]

    init(_ regex: IntentRegex, of intent: Intent, number: Int, in playbook: Playbook) throws(PatternError) {
      pattern = try Pattern(regex.pattern)
      self.number = number
      self.intent = intent.id
      place = regex.place
      literal = RequiredLiteral.find(in: regex.pattern)
      var slots: [String: Slot] = [:]
      for name in pattern.groupNames { slots[name] = playbook.slot(SlotID(name)) }
      self.slots = slots
    }
  }

  struct Hit {
    let rule: Rule
    let match: PatternMatch
  }

  private let always: [Rule]
  private let byTrigram: [UInt32: [Rule]]
  /// One bit for each trigram that some rule waits for, so that nearly all of a line's are passed over at one look.
  private let awaited: [UInt64]
  let problems: [ReaderProblem]

  init(_ playbook: Playbook) {
    var (always, byTrigram, problems): ([Rule], [UInt32: [Rule]], [ReaderProblem]) = ([], [:], [])
    var awaited = [UInt64](repeating: 0, count: 64)
    var number = 0
    for intent in playbook.intents {
      for regex in intent.regexes {
        number += 1
        do throws(PatternError) {
          let rule = try Rule(regex, of: intent, number: number, in: playbook)
          guard let trigram = Trigrams.first(of: rule.literal) else {
            always.append(rule)
            continue
          }
          byTrigram[trigram, default: []].append(rule)
          let bit = RegexIndex.bit(of: trigram)
          awaited[bit / 64] |= 1 << (bit % 64)
        } catch {
          problems.append(ReaderProblem(place: regex.place, kind: .badRegex(error.message, offset: error.offset)))
        }
      }
    }
    (self.always, self.byTrigram, self.awaited, self.problems) = (always, byTrigram, awaited, problems)
  }

  private static func bit(of trigram: UInt32) -> Int { Int((trigram &* 0x9E37_79B9) >> 20) }

  var isEmpty: Bool { always.isEmpty && byTrigram.isEmpty }

  /// What holds in the text, and whether a pattern had to be given up.
  func read(_ text: String) -> (hits: [Hit], exhausted: [SourcePlace]) {
    guard !isEmpty else { return ([], []) }
    var hits: [Hit] = []
    var exhausted: [SourcePlace] = []
    for rule in candidates(for: text) {
      switch rule.pattern.outcome(in: text) {
      case .match(let match): hits.append(Hit(rule: rule, match: match))
      case .noMatch: break
      case .exhausted: exhausted.append(rule.place)
      }
    }
    return (hits, exhausted)
  }

  /// In the order of the files. Beyond ASCII the letters may fold into others: there every pattern is tried.
  private func candidates(for text: String) -> [Rule] {
    guard !byTrigram.isEmpty else { return always }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return (always + byTrigram.values.flatMap { $0 }).sorted { $0.number < $1.number }
    }
    var found = always
    var seen = Set<UInt32>()
    var trigrams = Trigrams()
    for byte in text.utf8.prefix(8_000) {
      guard let trigram = trigrams.next(byte) else { continue }
      let bit = RegexIndex.bit(of: trigram)
      guard awaited[bit / 64] >> (bit % 64) & 1 == 1, let rules = byTrigram[trigram],
        seen.insert(trigram).inserted
      else { continue }
      found += rules
    }
    return found.count > 1 ? found.sorted { $0.number < $1.number } : found
  }
}

/// Three letters in a row as one number.
struct Trigrams {
  private var last: UInt32 = 0
  private var count = 0

  mutating func next(_ byte: UInt8) -> UInt32? {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    last = (last << 8 | UInt32(lower)) & 0xFF_FFFF
    count += 1
    return count >= 3 ? last : nil
  }

  static func first(of bytes: [UInt8]) -> UInt32? {
    var trigrams = Trigrams()
    for byte in bytes { if let trigram = trigrams.next(byte) { return trigram } }
    return nil
  }
}

/// The longest run of letters that every match of a pattern contains; empty where that is not plain to see.
enum RequiredLiteral {
  static func find(in pattern: String) -> [UInt8] {
    let bytes = Array(pattern.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return [] }
    var best: [UInt8] = []
    var run: [UInt8] = []
    var depth = 0
    var at = 0
    func end() {
      if run.count > best.count { best = run }
      run = []
    }
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\"):
        end()
        // Escapes with braces or letters behind them take care of themselves: their letters are no literal.
        guard at + 1 < bytes.count else { return [] }
        if "pPxNoQEgkcu".utf8.contains(bytes[at + 1]) { return [] }
        at += 1
      case UInt8(ascii: "("):
        end()
        if changesOptions(bytes, at) { return [] }
        depth += 1
      case UInt8(ascii: ")"):
        end()
        depth -= 1
      case UInt8(ascii: "["):
        end()
        at = classEnd(bytes, at)
      case UInt8(ascii: "|"):
        if depth == 0 { return [] }
      case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{"):
        if !run.isEmpty { run.removeLast() }
        end()
        if byte == UInt8(ascii: "{") { at = bytes[at...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count }
      case 0x61...0x7A, 0x41...0x5A:
        if depth == 0 { run.append(byte | 0x20) }
      default: end()
      }
      at += 1
    }
    end()
    return best.count >= 3 && depth == 0 ? best : []
  }

  private static func changesOptions(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "?") else {
      return at + 1 < bytes.count && bytes[at + 1] == 0x2A
    }
    return !":<=!P>|'".utf8.contains(bytes[at + 2])
  }

  private static func classEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "^") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") { at += 1 }
    while at < bytes.count, bytes[at] != UInt8(ascii: "]") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return at
  }
}

import Dialogue
import Playbooks
import Vocabulary

enum AsserterParser {
  enum Reading {
    case text
    case asserter(Asserter, isNot: Bool)
    case problem(String)
  }

  /// A line in capitals is text before the first asserter, unless it is nearly an asserter.
  static func read(_ typed: String, afterAsserters: Bool) -> Reading {
    let isNot = typed.first == "!" && typed.dropFirst().first?.isUppercase == true
    let line = isNot ? String(typed.dropFirst()) : typed
    let word = String(line.prefix { $0 != " " })
    guard let name = Asserter.Name(rawValue: word) else {
      guard isInCapitals(word), afterAsserters || word.contains("_") || isNearlyAnAsserter(word) else {
        return afterAsserters ? .problem("Text stands before the asserters, and this line is none.") : .text
      }
      let known = Asserter.Name.allCases.map(\.rawValue).joined(separator: ", ")
      return .problem("There is no asserter \(word). There are \(known).")
    }
    let rest = String(line.dropFirst(word.count).drop { $0 == " " })
    return asserter(name, rest).map { Reading.asserter($0, isNot: isNot) } ?? .problem("\(word) \(form(of: name)).")
  }

  /// A slip of one or two letters; else a misspelt asserter would silently be text.
  private static func isNearlyAnAsserter(_ word: String) -> Bool {
    word.count > 3 && Asserter.Name.allCases.contains { distance(Array(word.utf8), Array($0.rawValue.utf8)) <= 2 }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (at, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = at + 1
      for (other, candidate) in right.enumerated() {
        let changed = diagonal + (byte == candidate ? 0 : 1)
        diagonal = row[other + 1]
        row[other + 1] = min(changed, row[other] + 1, row[other + 1] + 1)
      }
    }
    return row[right.count]
  }

  private static func isInCapitals(_ word: String) -> Bool {
    word.utf8.count > 1
      && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_") }
  }

  private static func asserter(_ name: Asserter.Name, _ rest: String) -> Asserter? {
    let words = rest.split(separator: " ").map(String.init)
    let only = words.count == 1 ? words.first : nil
    switch name {
    case .intent: return only.map { .intent(IntentID($0)) }
    case .slot: return slot(rest)
    case .handoff: return handoff(words)
    case .noHandoff: return words.isEmpty ? .noHandoff : nil
    case .notAsked: return words.isEmpty ? nil : .notAsked(words.map { SlotID($0) })
    case .asks: return only.map { .asks(SlotID($0)) }
    case .floor:
      guard let floor = words.first, ["bot", "queue", "agent"].contains(floor), words.count <= 2 else { return nil }
      return .floor(floor, words.dropFirst().first.map { AgentID($0) })
    case .declined: return only.map { .declined(SlotID($0)) }
    case .unclear: return only.map { .unclear(SlotID($0)) }
    case .fallback: return words.isEmpty ? .fallback : nil
    case .settled:
      switch words {
      case [], ["yes"]: return .settled(true)
      case ["no"]: return .settled(false)
      default: return nil
      }
    case .signal: return only.flatMap(Signal.init).map { .signal($0) }
    case .buttons:
      let titles = rest.split(separator: "|").map { Blanks.single($0) }
      return titles.isEmpty || titles.contains("") ? nil : .buttons(titles)
    case .silent: return words.isEmpty ? .silent : nil
    }
  }

  private static func slot(_ rest: String) -> Asserter? {
    guard let equals = rest.firstIndex(of: "="), equals != rest.startIndex else { return nil }
    let name = rest[..<equals]
    guard !name.contains(" ") else { return nil }
    return .slot(SlotID(String(name)), String(rest[rest.index(after: equals)...]))
  }

  private static func handoff(_ words: [String]) -> Asserter? {
    var reason: HandoffReason.Kind?
    var queue: QueueID?
    var priority: Priority?
    for word in words {
      let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else { return nil }
      switch halves[0] {
      case "reason":
        guard let kind = HandoffReason.Kind(rawValue: halves[1]) else { return nil }
        reason = kind
      case "queue": queue = QueueID(halves[1])
      case "priority":
        guard let known = Priority(rawValue: halves[1]) else { return nil }
        priority = known
      default: return nil
      }
    }
    return .handoff(reason: reason, queue: queue, priority: priority)
  }

  private static func form(of name: Asserter.Name) -> String {
    switch name {
    case .intent: "wants one intent, as in INTENT lost_card"
    case .slot: "wants a slot and its value, as in SLOT card_ending=4417"
    case .handoff: "takes reason=, queue= and priority=, as in HANDOFF reason=intent queue=cards"
    case .noHandoff, .fallback, .silent: "stands alone"
    case .notAsked: "wants slots, as in NOT_ASKED card_ending lost_on"
    case .asks, .declined, .unclear: "wants one slot"
    case .floor: "wants bot, queue or agent, as in FLOOR agent ana"
    case .settled: "takes yes or no"
    case .buttons: "wants titles, as in BUTTONS Yes | No"
    case .signal: "wants one of " + Signal.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}

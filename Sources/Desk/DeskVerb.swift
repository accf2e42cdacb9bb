import Dialogue
import Playbooks
import Vocabulary

/// What an agent types at the desk, as one line.
package enum DeskVerb: Hashable, Sendable {
  case list
  case watch
  case help
  case leave
  case show(CaseCode)
  case find(String)
  case act(CaseCode, DeskDeed)

  /// Verbs are written small, so that "Claim what you need" is a sentence and `claim` a verb.
  package static let names = [
    "list", "show", "claim", "say", "note", "transfer", "release", "resolve", "snooze", "reveal", "find", "watch",
    "help", "quit",
  ]

  /// - Parameters:
  ///   - current: the case that is meant where the line names none.
  ///   - known: codes of cases; a first word that is one of them names the case. With no `current` it must name one.
  package static func parse(
    _ line: String, current: CaseCode?, known: Set<CaseCode> = []
  ) throws(DeskVerbProblem) -> DeskVerb {
    var words = Words(line)
    let verb = words.take() ?? ""
    switch verb {
    case "list": return .list
    case "watch": return .watch
    case "help", "?": return .help
    case "quit", "exit": return .leave
    case "find":
      guard let text = words.rest else { throw DeskVerbProblem("find wants words to look for.") }
      return .find(text)
    case "show": return .show(try code(&words, for: verb, current, known))
    default:
      guard names.contains(verb) else { throw DeskVerbProblem("There is no verb \"\(verb)\"; \"help\" lists them.") }
      let code = try code(&words, for: verb, current, known)
      return .act(code, try deed(verb, &words))
    }
  }

  private static func deed(_ verb: String, _ words: inout Words) throws(DeskVerbProblem) -> DeskDeed {
    switch verb {
    case "claim": return .claim
    case "release": return .release
    case "reveal": return .reveal
    case "resolve": return .resolve(words.rest)
    case "say", "note":
      guard let text = words.rest else { throw DeskVerbProblem("\(verb) wants a text.") }
      return verb == "say" ? .say(text) : .note(text)
    case "transfer":
      if words.peek == "--to" { _ = words.take() }
      guard let target = words.take() else {
        throw DeskVerbProblem("transfer wants a queue or an agent, as in: transfer --to fraud Please look at it.")
      }
      return .transfer(to: target, note: words.rest)
    default:
      guard let time = words.rest.flatMap(ClockSpan.milliseconds) else {
        throw DeskVerbProblem("snooze wants a time, as in: snooze 2h.")
      }
      return .snooze(milliseconds: time)
    }
  }

  private static func code(
    _ words: inout Words, for verb: String, _ current: CaseCode?, _ known: Set<CaseCode>
  ) throws(DeskVerbProblem) -> CaseCode {
    let named = words.peek.flatMap(CaseCode.init(typed:))
    if let named, current == nil || named == current || known.contains(named) {
      _ = words.take()
      return named
    }
    guard let current else { throw DeskVerbProblem("\(verb) wants the code of a case; \"list\" shows them.") }
    return current
  }

  /// Takes words off the front and keeps the rest as typed.
  private struct Words {
    private var left: Substring
    init(_ line: String) { left = line.drop { $0.isWhitespace } }

    var peek: String? { left.isEmpty ? nil : String(left.prefix { !$0.isWhitespace }) }
    var rest: String? {
      var text = left
      while let last = text.last, last.isWhitespace { text.removeLast() }
      return text.isEmpty ? nil : String(text)
    }

    mutating func take() -> String? {
      guard let word = peek else { return nil }
      left = left.dropFirst(word.count).drop { $0.isWhitespace }
      return word
    }
  }
}

/// A verb that changes a case, before it is known which queues there are and what the time is.
package enum DeskDeed: Hashable, Sendable {
  case claim
  case say(String)
  case note(String)
  case transfer(to: String, note: String?)
  case release
  case resolve(String?)
  case snooze(milliseconds: Int64)
  case reveal

  /// A target that names no queue of the playbook is an agent.
  package func move(in playbook: Playbook, at now: Timestamp) -> AgentMove {
    switch self {
    case .claim: .claim
    case .say(let text): .say(text)
    case .note(let text): .note(text)
    case .transfer(let target, let note):
      .transfer(
        to: playbook.queue(QueueID(target)) == nil ? .agent(AgentID(target)) : .queue(QueueID(target)), note: note)
    case .release: .release
    case .resolve(let text): .resolve(text)
    case .snooze(let milliseconds): .snooze(until: now.adding(milliseconds: milliseconds))
    case .reveal: .reveal
    }
  }
}

/// Why a line is no verb of the desk, as a sentence for the agent.
package struct DeskVerbProblem: Error, Hashable, Sendable {
  package let sentence: String
  package init(_ sentence: String) { self.sentence = sentence }
}

extension CaseCode {
  /// Reads a code as people type it, small or capital; nothing where it cannot be one.
  package init?(typed text: String) {
    let upper = text.uppercased()
    guard upper.count == CaseCode.length, upper.allSatisfy({ CaseCode.alphabet.contains($0) }) else { return nil }
    self.init(upper)
  }
}

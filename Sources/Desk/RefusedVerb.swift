import Dialogue
import Vocabulary

/// A verb that was refused, as JSON and as a sentence.
package struct RefusedVerb: Hashable, Encodable, Sendable {
  package let code: CaseCode
  package let refusal: Refusal

  package init(_ code: CaseCode, _ refusal: Refusal) {
    self.code = code
    self.refusal = refusal
  }

  private enum Key: String, CodingKey { case type, theCase = "case", code, by }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("refused", forKey: .type)
    try container.encode(code, forKey: .theCase)
    try container.encode(word, forKey: .code)
    try container.encode(holder, forKey: .by)
  }

  /// `taken`, `fenced` or `unknown`; the other refusals have words of their own.
  package var word: String {
    switch refusal {
    case .taken: "taken"
    case .fenced: "fenced"
    case .unknown: "unknown"
    case .alreadyResolved: "resolved"
    case .emptyText: "empty"
    case .tooLong: "too_long"
    case .nothingDue: "nothing_due"
    }
  }

  private var holder: AgentID? {
    switch refusal {
    case .taken(let agent): agent
    case .fenced(let agent): agent
    case .unknown, .alreadyResolved, .emptyText, .tooLong, .nothingDue: nil
    }
  }

  package var sentence: String {
    switch refusal {
    case .taken(let agent): "\(agent) has case \(code)."
    case .fenced(let agent?): "You do not have case \(code); \(agent) has it."
    case .fenced(nil): "You do not have case \(code): claim it first."
    case .unknown: "There is no case \(code), or no such queue or agent."
    case .alreadyResolved: "Case \(code) is resolved."
    case .emptyText: "There is no text."
    case .tooLong: "The text is longer than \(Limits.utteranceScalars) characters."
    case .nothingDue: "There is nothing to do."
    }
  }
}

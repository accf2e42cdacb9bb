import Dialogue
import Runtime
import Vocabulary

/// How entries look on a terminal. People and the bot are told apart by the name in front, never by colour alone.
package struct LineVoice: Sendable {
  /// What the customer's own lines bear that were written elsewhere.
  private static let ownName = "you"

  package init() {}

  func render(_ entry: Entry) -> String { render(entry.from, entry.text, entry.choices) }
  package func render(_ entry: VisibleEntry) -> String { render(entry.from, entry.text, entry.choices) }

  private func render(_ speaker: Speaker, _ text: String, _ choices: [Choice]) -> String {
    let lines = TerminalText.clean(text).split(separator: "\n", omittingEmptySubsequences: true)
    // Further lines are set in, so that no text can pass for a line of somebody else.
    let body = lines.joined(separator: "\n  ")
    return "\(label(speaker))\(body)\n" + choices.enumerated().map(render).joined()
  }

  private func render(_ number: Int, _ choice: Choice) -> String {
    let title = TerminalText.clean(choice.title).split(separator: "\n").joined(separator: " ")
    return "  \(number + 1)) \(title)\n"
  }

  private func label(_ speaker: Speaker) -> String {
    switch speaker {
    case .bot: "bot: "
    case .system: "* "
    case .customer: "\(Self.ownName): "
    case .agent(let agent): "\(name(of: agent)): "
    }
  }

  /// An agent whose name is that of another speaker gets a mark.
  private func name(of agent: AgentID) -> String {
    let name = TerminalText.clean(agent.rawValue).split(whereSeparator: \.isNewline).joined(separator: " ")
    return ["bot", Self.ownName, "*", "system"].contains(name.lowercased()) ? "\(name) (agent)" : name
  }
}

/// The numbered choices that are open.
package struct OpenChoices: Sendable {
  private var choices: [Choice] = []
  package init() {}

  /// The latest entry of somebody else decides what is open.
  mutating func note(_ entry: Entry) { note(entry.from, entry.choices) }
  package mutating func note(_ entry: VisibleEntry) { note(entry.from, entry.choices) }

  private mutating func note(_ speaker: Speaker, _ offered: [Choice]) {
    switch speaker {
    case .bot, .agent: choices = offered
    case .customer: choices = []
    case .system: if !offered.isEmpty { choices = offered }
    }
  }

  /// What a typed line says: a bare number of an open choice says that choice.
  package func resolve(_ text: String) -> String {
    let trimmed = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    guard trimmed.count <= 3, let number = Int(trimmed), trimmed.allSatisfy(\.isNumber),
      text.split(whereSeparator: \.isWhitespace).count == 1, choices.indices.contains(number - 1)
    else { return text }
    return choices[number - 1].say
  }
}

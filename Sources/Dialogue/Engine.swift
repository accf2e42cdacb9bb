import Playbooks
import Regexes
import Understanding
import Vocabulary

/// Decides what follows from an event. Pure: the same event in the same snapshot at the same time gives the same decision.
package final class Engine: Sendable {
  package let playbook: Playbook
  package let reader: Reader

  /// Patterns of the rules' conditions, compiled once.
  private let patterns: [String: Pattern]
  /// Intents by their titles as they are compared, as a customer says one by choosing it. No title of two intents.
  private let titles: [String: IntentID]
  /// The most words that a title has: a longer line is none.
  private let longestTitle: Int

  package convenience init(playbook: Playbook) {
    self.init(playbook: playbook, reader: Reader(playbook: playbook))
  }

  package init(playbook: Playbook, reader: Reader) {
    self.playbook = playbook
    self.reader = reader
    let sources = playbook.intents.flatMap(\.rules).compactMap(\.when).flatMap(\.clauses).compactMap { $0.test.pattern }
    patterns = Dictionary(
      sources.compactMap { source in (try? Pattern(source)).map { (source, $0) } },
      uniquingKeysWith: { first, _ in first })
    // A title is compared as the customer's line is cut, and that is by the language of the line.
    let said = playbook.intents.flatMap { intent in
      Set([intent.title] + intent.titles.values).flatMap { title in
        playbook.settings.languages.map { (id: intent.id, line: Line(title, readIn: $0)) }
      }
    }
    let titled = Dictionary(grouping: said) { Engine.compared($0.line) }
    titles = titled.compactMapValues { Set($0.map(\.id)).count == 1 ? $0[0].id : nil }
    longestTitle = said.map { Engine.wordCount($0.line) }.max() ?? 0
  }

  /// The intent whose title is all that the line says.
  func intentTitled(_ line: Line) -> IntentID? {
    Engine.wordCount(line) <= longestTitle ? titles[Engine.compared(line)] : nil
  }

  private static func wordCount(_ line: Line) -> Int { line.tokens.count { $0.shape != .mark } }

  private static func compared(_ line: Line) -> String {
    line.tokens.filter { $0.shape != .mark }.map(\.folded).joined(separator: " ")
  }

  /// Whether a condition's pattern is found in those words. One that explodes is not.
  func matches(_ pattern: String, _ words: String) -> Bool {
    patterns[pattern]?.firstMatch(in: words) != nil
  }

  /// What to do about the event. Nothing has happened yet when this returns.
  ///
  /// - Throws: why the event cannot be; then nothing is to change.
  package func decide(_ event: Event, in snapshot: Snapshot, at now: Timestamp) throws(Refusal) -> Decision {
    var turn = Turn(engine: self, snapshot: snapshot, now: now, channel: channel(of: event, in: snapshot))
    switch event {
    case .customerCame(let address): turn.welcome(address)
    case .customerSaid(let utterance): try turn.hear(utterance)
    case .customerAskedForPerson(let address, let key): turn.hearButton(from: address, key: key)
    case .customerRated(let score, let text, let address): turn.rate(score, text, from: address)
    case .customerSignedIn(let address, let name): turn.signIn(at: address, name: name)
    case .customerBrought(let brought, let key): turn.bring(brought, key: key)
    case .customerMovedOn(let through, let code): try turn.moveOn(through: through, to: code)
    case .agentDid(let agent, let move): try turn.take(move, of: agent)
    case .caseOffered(let agent, let until): try turn.offer(to: agent, until: until)
    case .agentWentAbsent(let agent): try turn.giveUp(agent)
    case .timerFired(let kind): try turn.wake(kind)
    case .lookupAnswered(let ticket, let fields): try turn.take(fields, of: ticket)
    case .lookupFailed(let ticket, let failure): try turn.take(failure, of: ticket)
    }
    turn.mindIdleness(after: event)
    return (consume turn).finished()
  }

  private func channel(of event: Event, in snapshot: Snapshot) -> Channel {
    switch event {
    case .customerCame(let address), .customerAskedForPerson(let address, _), .customerRated(_, _, let address):
      address.channel
    case .customerSignedIn(let address, _): address.channel
    case .customerBrought, .customerMovedOn: .site
    case .customerSaid(let utterance): utterance.via.channel
    case .agentDid, .agentWentAbsent, .caseOffered: "desk"
    case .timerFired, .lookupAnswered, .lookupFailed: snapshot.talk.lastAddress?.channel ?? .line
    }
  }
}

extension Condition.Test {
  fileprivate var pattern: String? {
    switch self {
    case .matches(let pattern): pattern
    case .not(let inner): inner.pattern
    case .isOneOf, .range, .known: nil
    }
  }
}

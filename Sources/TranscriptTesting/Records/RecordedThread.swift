import Desk
import Dialogue
import Playbooks
import Storage
import Vocabulary

/// A thread that happened, cut into what came from outside and what was said to it.
package struct RecordedThread: Sendable {
  package enum Move: Hashable, Sendable {
    case said(String)
    /// A verb of the desk, without the code.
    case did(AgentID, String)
    /// Nothing but time.
    case passed
  }

  package struct Step: Sendable {
    package let move: Move
    package let at: Timestamp
    /// The first entry of the step.
    package let seq: Int
    /// What was said to the customer by the bot and the system.
    package var replies: [Entry] = []
    /// What other programs say of what is asked in it.
    package var lookups: [RecordedLookup] = []
  }

  package let record: ThreadRecord
  package private(set) var opening: [Entry] = []
  package private(set) var steps: [Step] = []
  /// What stands before the line that it belongs to: the disclosure in the language in which that line is written.
  private var early: [Entry] = []

  package init(_ record: ThreadRecord, playbook: Playbook, samples: Samples) {
    self.record = record
    let gives = Dictionary(playbook.lookups.map { ($0.id, $0.gives) }, uniquingKeysWith: { first, _ in first })
    let unmasking = Unmasking(record, samples: samples)
    let lookups = RecordedLookup.all(in: record, gives: gives)
    let answered = Set(lookups.map(\.at))
    let said = Set(record.entries.filter(\.isFromPeople).map(\.at))
    for entry in record.entries { take(entry, unmasking, answered, said) }
    for lookup in lookups { place(lookup) }
    markOvertaken()
  }

  package var startedAt: Timestamp { record.entries.first?.at ?? record.customer.since }

  private mutating func take(
    _ entry: Entry, _ unmasking: Unmasking, _ answered: Set<Timestamp>, _ said: Set<Timestamp>
  ) {
    switch entry.from {
    case .customer:
      // The button says the same in every language and in any author's words.
      begin(.said(entry.deed == .askedForPerson ? "human" : unmasking.text(of: entry)), with: entry)
    case .agent(let agent):
      let words = entry.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      begin(.did(agent, "\(entry.audience == .agents ? "note" : "say") \(words)"), with: entry)
    case .bot, .system:
      if let (agent, verb) = entry.deed.flatMap({ verb(of: $0, at: entry.at) }) {
        begin(.did(agent, verb), with: entry)
      } else if said.contains(entry.at), (steps.last?.at ?? opening.first?.at) ?? entry.at != entry.at {
        if entry.audience == .everyone { early.append(entry) }
        return
      } else if let last = steps.last?.at, last != entry.at,
        !answered.contains(entry.at) || entry.at.since(last) >= RecordedLookup.shortest
      {
        // All that one event causes has its time: this one came by the clock.
        begin(.passed, with: entry)
      }
      reply(entry)
    }
  }

  /// Before the step that asked: the last one at that very moment, else the first that the answer may have been for.
  private mutating func place(_ lookup: RecordedLookup) {
    let asking = steps.indices.filter { steps[$0].move != .passed && steps[$0].at <= lookup.at }
    let near = asking.last { lookup.at.since(steps[$0].at) < RecordedLookup.shortest }
    guard let index = near ?? asking.first(where: { lookup.at.since(steps[$0].at) <= RecordedLookup.longest }) else {
      return
    }
    var placed = lookup
    placed.after = near == nil ? (lookup.at.since(steps[index].at) + 999) / 1_000 * 1_000 : 0
    steps[index].lookups.append(placed)
  }

  /// A line that nothing answered waited for a program that was asked anew by the next line: it was too late.
  private mutating func markOvertaken() {
    for (index, next) in zip(steps.indices, steps.dropFirst()) {
      guard case .said = steps[index].move, steps[index].replies.isEmpty, steps[index].lookups.isEmpty else { continue }
      steps[index].lookups = next.lookups.filter { $0.after == 0 }.map {
        RecordedLookup(lookup: $0.lookup, answer: "late", at: steps[index].at)
      }
    }
  }

  private mutating func begin(_ move: Move, with entry: Entry) {
    steps.append(Step(move: move, at: entry.at, seq: early.first?.seq ?? entry.seq, replies: early))
    early = []
  }

  private mutating func reply(_ entry: Entry) {
    guard entry.audience == .everyone else { return }
    guard !steps.isEmpty else { return opening.append(entry) }
    steps[steps.count - 1].replies.append(entry)
  }

  private func verb(of deed: Deed, at now: Timestamp) -> (AgentID, String)? {
    switch deed {
    case .askedForPerson: nil
    case .claimed(let agent): (agent, "claim")
    case .transferredToQueue(let queue, let agent): (agent, "transfer \(queue)")
    case .transferredToAgent(let other, let agent): (agent, "transfer \(other)")
    case .released(let agent), .wentAbsent(let agent): (agent, "release")
    case .snoozed(let agent, let until): (agent, "snooze \(TimeSpan.rounded(until.since(now)))")
    case .resolved(let agent): (agent, "resolve")
    }
  }
}

/// Lengths of time as `#wait` and `snooze` take them.
enum TimeSpan {
  /// As it was typed, which was a moment before it was done: whole minutes where they are near.
  static func rounded(_ milliseconds: Int64) -> String {
    let minutes = (milliseconds + 30_000) / 60_000 * 60_000
    return notation(minutes > 0 && abs(minutes - milliseconds) <= 2_000 ? minutes : milliseconds)
  }

  /// In whole seconds, at least one and at most a year: `2h`, `1m30s`.
  static func notation(_ milliseconds: Int64) -> String {
    let seconds = min(max(1, (milliseconds + 999) / 1_000), ClockSpan.mostMilliseconds / 1_000)
    let parts = [(seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}

extension Entry {
  fileprivate var isFromPeople: Bool {
    switch from {
    case .customer, .agent: true
    case .bot, .system: false
    }
  }
}

import Playbooks
import Vocabulary

/// What an agent reads first: a few lines, none of them empty.
package struct Briefing: Hashable, Sendable {
  /// Stands for a value that the reader has no right to see.
  package static let mask = "••••"

  package let lines: [String]

  package init(of theCase: Case, entries: [Entry], playbook: Playbook, showsSensitive: Bool = false) {
    let writer = Writer(theCase: theCase, entries: entries, playbook: playbook, showsSensitive: showsSensitive)
    lines = [
      writer.about, writer.language, writer.known, writer.corrected, writer.declined, writer.unclear, writer.tried,
      writer.why,
      writer.signs, writer.asked, writer.note,
    ].compactMap(\.self)
  }

  /// A value as a person reads it: an option's key in words, money with its currency.
  package static func display(_ value: Value) -> String {
    switch value {
    case .choice(let key): String(key.map { $0 == "_" ? " " : $0 })
    case .dateRange(let from, let to): "\(from) to \(to)"
    case .timeRange(let from, let to): "\(from) to \(to)"
    case .dateTime(let moment): "\(moment.date) \(moment.time)"
    case .dateTimeRange(let from, let to): "\(from.date) \(from.time) to \(to.date) \(to.time)"
    case .duration(let duration): words(of: duration)
    case .text, .name, .number, .integer, .digits, .money, .date, .time, .email, .phone, .url, .iban, .card, .yesNo,
      .pattern:
      value.plain
    }
  }

  private static func words(of duration: DurationValue) -> String {
    let parts: [(Int64, String)] = [
      (Int64(duration.months), "month"), (Int64(duration.days), "day"), (duration.seconds / 3600, "hour"),
      (duration.seconds / 60 % 60, "minute"), (duration.seconds % 60, "second"),
    ]
    let said = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return said.isEmpty ? "no time" : said.joined(separator: " ")
  }
}

private struct Writer {
  let theCase: Case
  let entries: [Entry]
  let playbook: Playbook
  let showsSensitive: Bool

  private var matter: Matter { theCase.matter }

  var about: String? {
    let titles = matter.intents.filter { $0.state != .cancelled && $0.state != .served }.map { about in
      title(about.intent) + (about.person.map { " (about \"\($0)\")" } ?? "")
    }
    if !titles.isEmpty { return unique(titles).joined(separator: "; ") }
    guard let last = entries.last(where: { $0.from == .customer }) else { return "No matter named yet" }
    return "No matter named yet; wrote \"\(last.text.prefix(200))\""
  }

  /// Said where the customer writes in another language than the playbook's first.
  var language: String? {
    guard let language = theCase.language, language != playbook.settings.defaultLanguage else { return nil }
    return "Writes \(Idioms.known(language)?.name ?? "in \(language)")"
  }

  var known: String? {
    let facts = orderedFacts.map { "\(title($0)) \(shown($1.value, of: $0))\(origin(of: $1))" }
    return facts.isEmpty ? nil : facts.joined(separator: ", ")
  }

  var corrected: String? {
    let changes = orderedFacts.compactMap { slot, fact in
      fact.superseded.first.map {
        "\(title(slot)) was \(shown($0.value, of: slot)), now \(shown(fact.value, of: slot))"
      }
    }
    return changes.isEmpty ? nil : "Corrected: " + changes.joined(separator: ", ")
  }

  var declined: String? {
    let slots = matter.declined.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { title($0.key) }
    return slots.isEmpty ? nil : "Does not have or will not say: " + slots.joined(separator: ", ")
  }

  var unclear: String? {
    let open = matter.unclear.filter { !matter.knows($0.slot) }
    guard !open.isEmpty else { return nil }
    let quotes = open.map { "\(title($0.slot)) \"\(hides($0.slot) ? Briefing.mask : $0.said)\"" }
    return "Not understood: " + quotes.joined(separator: ", ")
  }

  var tried: String? {
    let answers = matter.tried.map { tried in
      switch tried.settled {
      case true: "\(title(tried.intent)) (settled)"
      case false: "\(title(tried.intent)) (did not settle it)"
      case nil: title(tried.intent)
      }
    }
    return answers.isEmpty ? nil : "Answered before: " + answers.joined(separator: ", ")
  }

  var why: String? {
    let reason = theCase.reason
    let detail = reason.detail
    switch reason.kind {
    case .customerRequest: return "Came because the customer asked for a person"
    case .intent: return nil
    case .rule: return "Came by a rule\(reason.rule.map { " (\($0))" } ?? "")"
    case .fallback: return "Came because the bot did not understand"
    case .slotFailed:
      return "Came because \(detail.map { title(SlotID($0)) } ?? "a value") could not be found out"
    case .notSettled: return "Came because the answer did not settle it"
    case .lookupFailed: return "Came because \(detail.map { "the lookup \($0)" } ?? "a lookup") failed"
    case .dodge: return "Came because the customer wanted past the bot"
    case .engineError: return "Came because of an error in the bot"
    case .playbookChanged: return "Came because the bot's playbook changed meanwhile"
    }
  }

  var signs: String? {
    let signals = unique(matter.signals.map { words($0.signal.rawValue) })
    return signals.isEmpty ? nil : "Signs of impatience: " + signals.joined(separator: ", ")
  }

  var asked: String? {
    let slots = unique(matter.asked.map(\.slot))
    let twice = slots.filter { slot in matter.asked.filter { $0.slot == slot }.count > 1 }
    if !twice.isEmpty { return "Asked more than once: " + twice.map(title).joined(separator: ", ") }
    return slots.isEmpty ? "Asked nothing" : "Asked once: " + slots.map(title).joined(separator: ", ")
  }

  var note: String? {
    entries.last { $0.audience == .agents }.map { entry in
      "Note by \(entry.from.agent?.rawValue ?? entry.from.word): \(entry.text)"
    }
  }

  /// In the order in which the intents need and take them, then by where they were said.
  private var orderedFacts: [(SlotID, Fact)] {
    let wanted = unique(matter.intents.compactMap { playbook.intent($0.intent) }.flatMap { $0.needs + $0.takes })
    let rank = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($1, $0) })
    return matter.facts.map { ($0, $1) }.sorted { left, right in
      let leftRank = (rank[left.0] ?? .max, left.1.seq, left.1.span.from)
      return leftRank < (rank[right.0] ?? .max, right.1.seq, right.1.span.from)
    }
  }

  private func origin(of fact: Fact) -> String {
    switch fact.source {
    case .said, .agent: ""
    case .onRecord: fact.confirmed ? "" : " (from before)"
    case .lookup: " (looked up)"
    }
  }

  private func title(_ intent: IntentID) -> String { playbook.intent(intent)?.title ?? words(intent.rawValue) }
  private func title(_ slot: SlotID) -> String { playbook.title(of: slot) }
  private func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
  private func hides(_ slot: SlotID) -> Bool { !showsSensitive && playbook.slot(slot)?.sensitive == true }
  private func shown(_ value: Value, of slot: SlotID) -> String {
    hides(slot) ? Briefing.mask : Briefing.display(value)
  }

  private func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen = Set<Item>()
    return items.filter { seen.insert($0).inserted }
  }
}

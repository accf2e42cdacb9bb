import Playbooks
import Vocabulary

/// Turns replies and values into words.
struct Wording {
  let turn: Turn
  var slot: SlotID?
  var slotValue: Value?
  var requirement: String?
  var intent: IntentID?
  var agent: AgentID?
  var queue: QueueID?
  /// What "case.facts" lists; nothing stands for all that is known.
  var onlyFacts: [SlotID]?

  init(_ turn: Turn) { self.turn = turn }

  /// The author's words for a sentence, or ours.
  func text(_ sentence: Sentence) -> String {
    guard let reply = turn.playbook.sentences[sentence] ?? Sentence.defaults[sentence] else { return sentence.rawValue }
    return text(reply)
  }

  func text(_ reply: Reply) -> String {
    var text = ""
    render(reply.parts(in: turn.talk.language), into: &text)
    return Wording.trimmed(text)
  }

  private func render(_ parts: [ReplyPart], into text: inout String) {
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let name): text += value(of: name.path) ?? ""
      case .section(let name, let inverted, let inner):
        let known = value(of: name.path).map { !$0.isEmpty } ?? false
        if known != inverted { render(inner, into: &text) }
      }
    }
  }

  private func value(of path: String) -> String? {
    if let name = BuiltInName(rawValue: path) { return builtIn(name) }
    let id = SlotID(path)
    guard let fact = turn.matter.facts[id] else { return nil }
    return shown(fact.value, of: id)
  }

  private func builtIn(_ name: BuiltInName) -> String? {
    switch name {
    case .customerName: turn.customer.name
    case .customerFirstName: turn.customer.name.flatMap { $0.split(separator: " ").first.map(String.init) }
    case .caseCode: turn.theCase?.code.rawValue
    case .caseFacts: facts
    case .queueTitle: theQueue?.title
    case .queuePosition: position
    case .queueWait: theQueue?.firstReplyWithinMilliseconds.map(Wording.span)
    case .queueOpensAt: theQueue?.hours?.nextOpening(atOrAfter: turn.now).map(opening)
    case .queuePhone: theQueue?.phone
    case .agentName: (agent ?? turn.theCase?.agent)?.rawValue
    case .botName: turn.playbook.settings.name
    case .nowDate: Wording.day(turn.clock.date)
    case .nowTime: TimeOfDay(secondsOfDay: turn.clock.time.secondsOfDay / 60 * 60).description
    case .intentTitle: intent.flatMap { turn.playbook.intent($0)?.title }
    case .slotTitle: slot.flatMap { turn.playbook.slot($0)?.title }
    case .slotValue: slotValue.map { shown($0, of: slot) }
    case .slotRequirement: requirement
    }
  }

  private var theQueue: Queue? {
    (queue ?? turn.theCase?.queue).flatMap { turn.playbook.queue($0) }
  }

  private var position: String? {
    guard let theQueue, case .queue = turn.floor else { return nil }
    return String((turn.snapshot.waiting[theQueue.id] ?? 0) + 1)
  }

  /// What is known, in the playbook's order: "Card ending 4417, Card credit card". Nothing where nothing is known.
  private var facts: String? {
    let matter = turn.matter
    guard !matter.facts.isEmpty else { return nil }
    var known: [String] = []
    for slot in turn.playbook.slots where onlyFacts?.contains(slot.id) ?? true {
      if let fact = matter.facts[slot.id] { known.append("\(slot.title): \(shown(fact.value, of: slot.id))") }
    }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  private func opening(_ moment: Timestamp) -> String {
    let zone = theQueue?.hours?.zone ?? turn.playbook.settings.zone
    let (opens, today) = (zone.civil(moment), zone.civil(turn.now).date)
    if opens.date == today { return "at \(opens.time)" }
    if opens.date == today.adding(days: 1) { return "tomorrow at \(opens.time)" }
    let weekday = opens.date.weekday.rawValue
    return "on \(weekday.prefix(1).uppercased())\(weekday.dropFirst()) at \(opens.time)"
  }

  /// A value as a customer reads it; one that is sensitive is hidden.
  func shown(_ value: Value, of id: SlotID?) -> String {
    let slot = id.flatMap { turn.playbook.slot($0) }
    if slot?.sensitive ?? false { return "••••" }
    return Wording.shown(value, options: slot?.options ?? [])
  }

  static func shown(_ value: Value, options: [Slot.Option] = []) -> String {
    switch value {
    case .date(let date): day(date)
    case .dateRange(let from, let to): "\(day(from)) to \(day(to))"
    case .time(let time): time.description
    case .timeRange(let from, let to): "\(from) to \(to)"
    case .dateTime(let moment): "\(day(moment.date)), \(moment.time)"
    case .dateTimeRange(let from, let to): "\(day(from.date)), \(from.time) to \(day(to.date)), \(to.time)"
    case .duration(let duration): words(duration)
    case .choice(let key):
      options.first { $0.key == key }?.says.first ?? String(key.map { $0 == "_" ? " " : $0 })
    case .card(let digits), .iban(let digits): "•••• \(digits.suffix(4))"
    case .text, .name, .number, .integer, .digits, .money, .email, .phone, .url, .yesNo, .pattern: value.plain
    }
  }

  static func day(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(date.day) \(months[min(max(date.month, 1), 12) - 1]) \(date.year)"
  }

  /// "2 hours", "10 minutes": the largest unit that says enough.
  static func span(_ milliseconds: Int64) -> String {
    let minutes = max(1, milliseconds / 60_000)
    switch minutes {
    case ..<90: return "\(minutes) minute\(minutes == 1 ? "" : "s")"
    case ..<2_880: return "\(minutes / 60) hour\(minutes / 60 == 1 ? "" : "s")"
    default: return "\(minutes / 1_440) days"
    }
  }

  private static func words(_ duration: DurationValue) -> String {
    let parts: [(Int64, String)] = [
      (Int64(duration.months / 12), "year"), (Int64(duration.months % 12), "month"), (Int64(duration.days), "day"),
      (duration.seconds / 3600, "hour"), (duration.seconds / 60 % 60, "minute"), (duration.seconds % 60, "second"),
    ]
    let said = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return said.isEmpty ? "no time" : said.joined(separator: " ")
  }

  static func trimmed(_ text: String) -> String {
    var view = text[...]
    while let last = view.last, last.isWhitespace { view.removeLast() }
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    return String(view)
  }
}

import Playbooks
import Vocabulary

/// Turns replies and values into words.
struct Wording {
  private let playbook: Playbook
  private let clock: CivilDateTime
  private let now: Timestamp
  private let language: Language
  private let known: [SlotID: Fact]
  private let customerName: String?
  private let floor: Floor
  private let code: CaseCode?
  private let caseQueue: QueueID?
  private let caseAgent: AgentID?
  private let waiting: [QueueID: Int]
  var slot: SlotID?
  var slotValue: Value?
  var requirement: String?
  var intent: IntentID?
  var agent: AgentID?
  var queue: QueueID?
  /// What "case.facts" lists; nothing stands for all that is known.
  var onlyFacts: [SlotID]?

  /// Takes only what can be said: a turn is large, and most of them are put into words several times.
  init(_ turn: Turn) {
    playbook = turn.playbook
    clock = turn.clock
    now = turn.now
    language = turn.talk.language
    known = turn.matter.facts
    customerName = turn.customer.name
    floor = turn.floor
    code = turn.theCase?.code
    caseQueue = turn.theCase?.queue
    caseAgent = turn.theCase?.agent
    waiting = turn.snapshot.waiting
  }

  /// The author's words for a sentence, or ours.
  func text(_ sentence: Sentence) -> String {
    guard let reply = playbook.sentences[sentence] ?? Sentence.defaults[sentence] else { return sentence.rawValue }
    return text(reply)
  }

  func text(_ reply: Reply) -> String {
    var text = ""
    render(reply.parts(in: language), into: &text)
    return Wording.trimmed(text)
  }

  private func render(_ parts: [ReplyPart], into text: inout String) {
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let name): text += value(of: name) ?? ""
      case .section(let name, let inverted, let inner):
        let isKnown = value(of: name).map { !$0.isEmpty } ?? false
        if isKnown != inverted { render(inner, into: &text) }
      }
    }
  }

  private func value(of name: ReplyName) -> String? {
    if let name = name.builtIn { return builtIn(name) }
    let id = SlotID(name.path)
    guard let fact = known[id] else { return nil }
    return shown(fact.value, of: id)
  }

  private func builtIn(_ name: BuiltInName) -> String? {
    switch name {
    case .customerName: customerName
    case .customerFirstName: customerName.flatMap { $0.split(separator: " ").first.map(String.init) }
    case .caseCode: code?.rawValue
    case .caseFacts: facts
    case .queueTitle: theQueue?.title
    case .queuePosition: position
    case .queueWait: theQueue?.firstReplyWithinMilliseconds.map(Wording.span)
    case .queueOpensAt: theQueue?.hours?.nextOpening(atOrAfter: now).map(opening)
    case .queuePhone: theQueue?.phone
    case .agentName: (agent ?? caseAgent)?.rawValue
    case .botName: playbook.settings.name
    case .nowDate: Wording.day(clock.date)
    case .nowTime: TimeOfDay(secondsOfDay: clock.time.secondsOfDay / 60 * 60).description
    case .intentTitle: intent.flatMap { playbook.intent($0)?.title }
    case .slotTitle: slot.flatMap { playbook.slot($0)?.title }
    case .slotValue: slotValue.map { shown($0, of: slot) }
    case .slotRequirement: requirement
    }
  }

  private var theQueue: Queue? {
    (queue ?? caseQueue).flatMap { playbook.queue($0) }
  }

  private var position: String? {
    guard let theQueue, case .queue = floor else { return nil }
    return String((waiting[theQueue.id] ?? 0) + 1)
  }

  /// What is known, in the playbook's order: "Card ending 4417, Card credit card". Nothing where nothing is known.
  private var facts: String? {
    guard !known.isEmpty else { return nil }
    var said: [String] = []
    for slot in playbook.slots where onlyFacts?.contains(slot.id) ?? true {
      if let fact = known[slot.id] { said.append("\(slot.title): \(shown(fact.value, of: slot.id))") }
    }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  private func opening(_ moment: Timestamp) -> String {
    let zone = theQueue?.hours?.zone ?? playbook.settings.zone
    let (opens, today) = (zone.civil(moment), zone.civil(now).date)
    if opens.date == today { return "at \(opens.time)" }
    if opens.date == today.adding(days: 1) { return "tomorrow at \(opens.time)" }
    let weekday = opens.date.weekday.rawValue
    return "on \(weekday.prefix(1).uppercased())\(weekday.dropFirst()) at \(opens.time)"
  }

  /// A value as a customer reads it; one that is sensitive is hidden.
  func shown(_ value: Value, of id: SlotID?) -> String {
    let slot = id.flatMap { playbook.slot($0) }
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

import Playbooks
import Vocabulary

/// Turns replies and values into words.
struct Wording {
  private let playbook: Playbook
  private let clock: CivilDateTime
  private let now: Timestamp
  /// The customer's, or the playbook's first where agents read it.
  private let language: Language
  private let idiom: any Idiom
  private let known: [SlotID: Fact]
  private let customerName: String?
  private let floor: Floor
  private let code: CaseCode?
  private let caseQueue: QueueID?
  private let caseAgent: AgentID?
  /// Of a case that waits.
  private let position: Int?
  private let waits: [QueueID: Int64]
  /// Whose matter it is, in the customer's words.
  private let person: String?
  var slot: SlotID?
  var slotValue: Value?
  var requirement: String?
  var intent: IntentID?
  var agent: AgentID?
  var queue: QueueID?
  /// What "case.facts" lists; nothing stands for all that is known.
  var onlyFacts: [SlotID]?

  /// For agents, who read the playbook's first language.
  init(forAgents turn: borrowing Turn) { self.init(turn, in: turn.playbook.settings.defaultLanguage) }

  init(_ turn: borrowing Turn) { self.init(turn, in: turn.talk.language) }

  /// Takes only what can be said: a turn is large, and most of them are put into words several times.
  private init(_ turn: borrowing Turn, in language: Language) {
    playbook = turn.playbook
    clock = turn.clock
    now = turn.now
    self.language = language
    idiom = Idioms.of(language)
    known = turn.matter.facts
    customerName = turn.customer.name
    floor = turn.floor
    code = turn.theCase?.code
    caseQueue = turn.theCase?.queue
    caseAgent = turn.theCase?.agent
    if let theCase = turn.theCase, case .queue(let queue) = floor {
      position = turn.snapshot.position(of: theCase, in: queue)
    } else {
      position = nil
    }
    waits = turn.snapshot.waits
    person = turn.matter.intents.last { $0.person != nil }?.person
  }

  /// The author's words for a sentence, or ours. What the author says in another language only is ours in this one.
  func text(_ sentence: Sentence) -> String {
    let own = playbook.sentences[sentence]
    let isSpoken = Idioms.known(language) != nil
    let parts = own?.ownParts(in: language) ?? (isSpoken ? nil : own?.parts(in: language))
    return said(parts ?? sentence.defaultParts(in: language))
  }

  func text(_ reply: Reply) -> String { said(reply.parts(in: language)) }

  private func said(_ parts: [ReplyPart]) -> String {
    var text = ""
    render(parts, into: &text)
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
    case .casePerson: person.map(idiom.addressed)
    case .queueTitle: theQueue?.titled(in: language)
    case .queuePosition: position.map(String.init)
    case .queueWait: theQueue.flatMap { waits[$0.id] }.map(idiom.span)
    case .queueOpensAt: theQueue?.hours?.nextOpening(atOrAfter: now).map(opening)
    case .queuePhone: theQueue?.phone
    case .agentName: (agent ?? caseAgent)?.rawValue
    case .botName: playbook.settings.name
    case .nowDate: idiom.day(clock.date)
    case .nowTime: idiom.time(TimeOfDay(secondsOfDay: clock.time.secondsOfDay / 60 * 60))
    case .intentTitle: intent.flatMap { playbook.intent($0)?.titled(in: language) }
    case .slotTitle: slot.flatMap { playbook.slot($0)?.titled(in: language) }
    case .slotValue: slotValue.map { shown($0, of: slot) }
    case .slotRequirement: requirement
    }
  }

  /// What a value has to be, in the customer's language.
  func words(for requirement: Requirement) -> String { idiom.words(for: requirement) }

  private var theQueue: Queue? {
    (queue ?? caseQueue).flatMap { playbook.queue($0) }
  }

  /// What is known, in the playbook's order: "Card ending 4417, Card credit card". Nothing where nothing is known.
  private var facts: String? {
    guard !known.isEmpty else { return nil }
    var said: [String] = []
    for slot in playbook.slots where onlyFacts?.contains(slot.id) ?? true {
      if let fact = known[slot.id] { said.append("\(slot.titled(in: language)): \(shown(fact.value, of: slot.id))") }
    }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  private func opening(_ moment: Timestamp) -> String {
    let zone = theQueue?.hours?.zone ?? playbook.settings.zone
    return idiom.opening(zone.civil(moment), today: zone.civil(now).date)
  }

  /// A value as a customer reads it; one that is sensitive is hidden.
  func shown(_ value: Value, of id: SlotID?) -> String {
    let slot = id.flatMap { playbook.slot($0) }
    if slot?.sensitive ?? false { return "••••" }
    if case .choice(let key) = value, let option = slot?.options.first(where: { $0.key == key }) {
      return option.shown(in: language)
    }
    return idiom.shown(value)
  }

  static func trimmed(_ text: String) -> String {
    // Nearly every text begins and ends with a letter or a plain mark.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return text
    }
    var view = text[...]
    while let last = view.last, last.isWhitespace { view.removeLast() }
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    return String(view)
  }
}

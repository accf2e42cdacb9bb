import Playbooks
import Vocabulary

/// Makes the playbook out of declarations that the checks have passed.
struct Linker {
  let catalog: Catalog
  private var declared: Declarations { catalog.declared }

  init(catalog: Catalog) { self.catalog = catalog }

  func playbook() -> Playbook {
    let sentences = declared.sentences.map { ($0.sentence, reply($0.reply)) }
    return Playbook(
      settings: settings(), intents: declared.intents.map(intent), slots: declared.slots.compactMap(slot),
      queues: declared.queues.map(queue), lookups: declared.lookups.map(lookup),
      sentences: Dictionary(sentences, uniquingKeysWith: { first, _ in first }))
  }

  private func settings() -> Settings {
    var settings = catalog.settings
    settings.defaultQueue = catalog.defaultQueue.map { QueueID($0) }
    let human = catalog.declared.settings?.human
    settings.human = human?.own(first)?.map(\.text) ?? []
    settings.humanIn = human.map(others) ?? [:]
    settings.country = settings.country ?? ZoneReader.country(of: settings.zone.name)
    return settings
  }

  private var first: Language { catalog.settings.defaultLanguage }

  private func others(_ words: ByLanguage<[LocatedName]>) -> [Language: [String]] {
    words.others(than: first).mapValues { $0.map(\.text) }
  }

  private func intent(_ declared: DeclaredIntent) -> Intent {
    let id = declared.id
    return Intent(
      id: IntentID(id.text), place: id.place, title: title(declared.title, of: id),
      titles: declared.title?.others(than: first) ?? [:], note: declared.note,
      templates: declared.templates.map(template),
      regexes: declared.regexes.map {
        IntentRegex(
          pattern: $0.source.text, place: $0.source.place, language: $0.language.map { Language($0.text) })
      },
      counterExamples: declared.counterExamples.map(template), needs: declared.needs.map { SlotID($0.text) },
      takes: declared.takes.map { SlotID($0.text) }, confirm: declared.confirm,
      lookups: declared.lookups.map { LookupID($0.text) }, rules: declared.rules.map(rule),
      outcome: outcome(declared.outcome), asksWhetherSettled: declared.asksWhetherSettled)
  }

  private func template(_ declared: DeclaredTemplate) -> Template {
    let language = declared.language.map { Language($0.text) } ?? catalog.settings.defaultLanguage
    return Template(
      text: declared.text.text, language: language, place: declared.text.place, read: TemplateSyntax.root(of:))
  }

  private func rule(_ declared: DeclaredRule) -> Rule {
    let when = declared.when.map { clauses in
      Condition(clauses: clauses.flatMap { ConditionReader.read($0, catalog).clauses })
    }
    return Rule(place: declared.place, when: when, outcome: outcome(declared.outcome))
  }

  private func outcome(_ declared: DeclaredOutcome) -> Outcome {
    let handoff = declared.handoff.map { HandoffPlan(queue: $0.queue.map { QueueID($0.text) }, priority: $0.priority) }
    return Outcome(
      answer: declared.answer.map(reply), handoff: handoff, start: declared.start.map { IntentID($0.text) })
  }

  /// The default language stands first.
  private func reply(_ declared: DeclaredReply) -> Reply {
    let fallback = catalog.settings.defaultLanguage
    let bodies = declared.bodies.map { body in
      Reply.Body(language: body.language.map { Language($0.text) } ?? fallback, parts: body.parts)
    }
    let first = bodies.filter { $0.language == fallback }
    return Reply(place: declared.place, bodies: first + bodies.filter { $0.language != fallback })
  }

  private func slot(_ declared: DeclaredSlot) -> Slot? {
    let id = declared.id
    guard let kind = catalog.kind(of: id.text) else { return nil }
    return Slot(
      id: SlotID(id.text), place: id.place, title: title(declared.title, of: id),
      titles: declared.title?.others(than: first) ?? [:], kind: kind,
      ask: declared.ask.map(reply), retry: declared.retry.map(reply),
      cues: declared.cues?.own(first)?.map(\.text) ?? [],
      cuesIn: declared.cues.map(others) ?? [:], options: declared.options.map(option),
      bounds: BoundsReader.read(declared, kind, catalog).bounds, remember: declared.remember,
      freshForMilliseconds: declared.freshForMilliseconds, onRecord: declared.onRecord, confirm: declared.confirm,
      sensitive: declared.sensitive, tries: declared.tries)
  }

  private func option(_ declared: DeclaredOption) -> Slot.Option {
    Slot.Option(
      key: declared.key.text, says: declared.words?.own(first)?.map(\.text) ?? [],
      saysIn: declared.words.map(others) ?? [:])
  }

  /// Queues by name; of two with one name the first.
  func queues() -> [String: Queue] { catalog.queues.mapValues(queue) }

  private func queue(_ declared: DeclaredQueue) -> Queue {
    let id = declared.id
    return Queue(
      id: QueueID(id.text), place: id.place, title: title(declared.title, of: id),
      titles: declared.title?.others(than: first) ?? [:], skills: declared.skills,
      hours: hours(declared), firstReplyWithinMilliseconds: declared.firstReplyWithinMilliseconds,
      offerForMilliseconds: declared.offerForMilliseconds, overflow: declared.overflow.map { QueueID($0.text) },
      phone: declared.phone, closed: declared.closed.map(reply))
  }

  /// Days on which a queue is closed count also where it is open all other time.
  private func hours(_ declared: DeclaredQueue) -> OpeningHours? {
    let zone = declared.zone ?? catalog.settings.zone
    if let hours = declared.hours { return OpeningHours(days: hours.days, zone: zone, closedOn: declared.closedOn) }
    guard !declared.closedOn.isEmpty else { return nil }
    let allDay = OpeningHours.Span(from: .midnight, to: TimeOfDay(secondsOfDay: 86_400))
    let days = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [allDay]) })
    return OpeningHours(days: days, zone: zone, closedOn: declared.closedOn)
  }

  private func lookup(_ declared: DeclaredLookup) -> Lookup {
    Lookup(
      id: LookupID(declared.id.text), place: declared.id.place, url: declared.url, sends: declared.sends.map(\.text),
      gives: declared.gives.map(\.text), withinMilliseconds: declared.withinMilliseconds,
      secretFile: declared.secretFile)
  }

  private func title(_ declared: ByLanguage<String>?, of id: LocatedName) -> String {
    declared?.own(first) ?? Linker.inWords(id.text)
  }

  /// `lost_card` becomes `Lost card`.
  static func inWords(_ id: String) -> String {
    let words = id.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

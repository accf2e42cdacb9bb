import Playbooks
import Vocabulary

extension DeclarationReader {
  mutating func readIntent(_ id: LocatedName, _ map: LocatedMap) {
    var intent = DeclaredIntent(id: id)
    for (key, entry) in entries(map, IntentKey.self, of: "an intent") { readIntent(key, entry, into: &intent) }
    declared.intents.append(intent)
  }

  private mutating func readIntent(_ key: IntentKey, _ entry: LocatedMap.Entry, into intent: inout DeclaredIntent) {
    switch key {
    case .title: intent.title = textByLanguage(entry)
    case .note: intent.note = text(entry)?.text
    case .utterances:
      intent.utterances = entry.key.place
      intent.templates = templates(entry)
    case .regex: intent.regexes = regexes(entry)
    case .not: intent.counterExamples = templates(entry)
    case .needs: intent.needs = names(entry, "the name of a slot")
    case .takes: intent.takes = names(entry, "the name of a slot")
    case .confirm: intent.confirm = flag(entry) ?? false
    case .lookup: intent.lookups = names(entry, "the name of a lookup")
    case .rules: intent.rules = rules(entry)
    case .answer: intent.outcome.answer = reply(entry)
    case .handoff: intent.outcome.handoff = handoff(entry)
    case .start: intent.outcome.start = text(entry, "the name of an intent")?.name
    case .settled: intent.asksWhetherSettled = !settledIsAssumed(entry)
    }
  }

  private mutating func settledIsAssumed(_ entry: LocatedMap.Entry) -> Bool {
    guard let text = text(entry, "assumed") else { return false }
    if text.text == "assumed" { return true }
    if text.text != "ask" {
      report(ValueProblem.bad("settled", text.text, expected: "assumed, or ask"), at: text.place)
    }
    return false
  }

  /// A list, or a map of language to list.
  private mutating func templates(_ entry: LocatedMap.Entry) -> [DeclaredTemplate] {
    let subject = "\"\(entry.key.text)\""
    guard case .map(let map) = entry.value else {
      return texts(entry.value, subject, "a sentence").map { template($0, nil) }
    }
    return map.entries.flatMap { entry -> [DeclaredTemplate] in
      guard let language = language(entry.key.name) else { return [] }
      return texts(entry.value, subject, "a sentence").map { template($0, language) }
    }
  }

  private mutating func template(_ text: LocatedText, _ language: LocatedName?) -> DeclaredTemplate {
    let result = TemplateSyntax.read(text.text)
    for (problem, offset) in result.problems { report(problem, at: text.place(at: offset)) }
    let isTooLarge = result.root.forms > Limits.templateForms
    if isTooLarge { report(TemplateProblem.tooLarge, at: text.place) }
    let slots = result.slots.map { LocatedName(text: $0.name, place: text.place(at: $0.offset)) }
    return DeclaredTemplate(
      text: text.name, language: language, slots: slots,
      isBroken: isTooLarge || !result.problems.isEmpty)
  }

  /// A list for all languages, or a map of language to list.
  private mutating func regexes(_ entry: LocatedMap.Entry) -> [DeclaredRegex] {
    let subject = "\"\(entry.key.text)\""
    guard case .map(let map) = entry.value else {
      return texts(entry.value, subject, "a regular expression").map { regex($0, nil) }
    }
    return map.entries.flatMap { entry -> [DeclaredRegex] in
      guard let language = language(entry.key.name) else { return [] }
      return texts(entry.value, subject, "a regular expression").map { regex($0, language) }
    }
  }

  private func regex(_ text: LocatedText, _ language: LocatedName?) -> DeclaredRegex {
    let groups = RegexGroups.named(in: text.text).map { LocatedName(text: $0.name, place: text.place(at: $0.offset)) }
    return DeclaredRegex(source: text, language: language, groups: groups)
  }

  private mutating func rules(_ entry: LocatedMap.Entry) -> [DeclaredRule] {
    guard case .list(let list) = entry.value else {
      report(ShapeProblem.wrong("\"rules\"", expected: "a list: each rule begins with a dash"), at: entry.value.place)
      return []
    }
    return list.items.compactMap { item in
      guard let map = map(item, "A rule", "keys such as when: and handoff:") else { return nil }
      return rule(map, at: item.place)
    }
  }

  private mutating func rule(_ map: LocatedMap, at place: SourcePlace) -> DeclaredRule {
    var rule = DeclaredRule(place: place)
    for (key, entry) in entries(map, RuleKey.self, of: "a rule") {
      switch key {
      case .when: rule.when = clauses(entry)
      case .answer: rule.outcome.answer = reply(entry)
      case .handoff: rule.outcome.handoff = handoff(entry)
      case .start: rule.outcome.start = text(entry, "the name of an intent")?.name
      }
    }
    return rule
  }

  private mutating func clauses(_ entry: LocatedMap.Entry) -> [DeclaredClause]? {
    guard let map = map(entry.value, "\"when\"", "what must hold: { slot: value }") else { return [] }
    if map.entries.isEmpty { report(ShapeProblem.empty("\"when\"", "what must hold"), at: map.place) }
    return map.entries.map { DeclaredClause(subject: $0.key.name, value: $0.value) }
  }

  private mutating func handoff(_ entry: LocatedMap.Entry) -> DeclaredHandoff? {
    guard case .map(let map) = entry.value else {
      return text(entry, "the name of a queue").map { DeclaredHandoff(place: $0.place, queue: $0.name) }
    }
    var handoff = DeclaredHandoff(place: entry.key.place)
    for (key, entry) in entries(map, HandoffKey.self, of: "a handoff") {
      switch key {
      case .queue: handoff.queue = text(entry, "the name of a queue")?.name
      case .priority: handoff.priority = word(entry, Priority.self) ?? .normal
      }
    }
    return handoff
  }
}

/// Finds the named groups of a regular expression: `(?<name>…)`, `(?P<name>…)`, `(?'name'…)`.
enum RegexGroups {
  static func named(in pattern: String) -> [(name: String, offset: Int)] {
    let scalars = Array(pattern.unicodeScalars)
    var found: [(String, Int)] = []
    var inClass = false
    var at = 0
    while at < scalars.count {
      defer { at += 1 }
      switch scalars[at] {
      case "\\": at += 1
      case "[": inClass = true
      case "]": inClass = false
      case "(" where !inClass && scalars.element(at: at + 1) == "?":
        let start = at + (scalars.element(at: at + 2) == "P" ? 3 : 2)
        guard let open = scalars.element(at: start), open == "<" || open == "'",
          let first = scalars.element(at: start + 1), first == "_" || first.properties.isAlphabetic
        else { continue }
        let name = scalars[(start + 1)...].prefix { $0 != ">" && $0 != "'" && $0 != ")" }
        found.append((String(String.UnicodeScalarView(name)), start + 1))
      default: break
      }
    }
    return found
  }
}

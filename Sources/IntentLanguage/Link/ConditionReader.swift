import Playbooks
import Vocabulary

/// Reads one line of a `when`: what it looks at decides what its value may be.
struct ConditionReader {
  static func read(_ clause: DeclaredClause, _ catalog: Catalog) -> (clauses: [Condition.Clause], findings: [Finding]) {
    var reader = ConditionReader(name: clause.subject, catalog: catalog)
    guard let subject = reader.subject() else { return ([], reader.findings) }
    let tests = reader.tests(clause.value, subject)
    let place = clause.subject.place
    return (tests.map { Condition.Clause(subject: subject, test: $0, place: place) }, reader.findings)
  }

  private let name: LocatedName
  private let catalog: Catalog
  private var findings: [Finding] = []

  private init(name: LocatedName, catalog: Catalog) {
    self.name = name
    self.catalog = catalog
  }

  private mutating func report(_ problem: any Problem, at place: SourcePlace) {
    findings.append(Finding(problem, at: place))
  }

  private mutating func subject() -> Condition.Subject? {
    let parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first ?? "", parts.count) {
    case ("channel", 1): return .channel
    case ("language", 1): return .language
    case ("customer", 2) where !parts[1].isEmpty: return .customer(parts[1])
    case ("queue", 2) where parts[1] == "open": return .queueOpen
    case ("lookup", 3): return lookup(parts[1], field: parts[2])
    case (let slot, 1) where catalog.hasSlot(slot): return .slot(SlotID(slot))
    default:
      report(ConditionProblem.unknownSubject(name.text, slots: catalog.slotNames), at: name.place)
      return nil
    }
  }

  private mutating func lookup(_ id: String, field: String) -> Condition.Subject? {
    guard let lookup = catalog.lookups[id] else {
      report(NameProblem.unknown(.lookup, id, known: Array(catalog.lookups.keys)), at: name.place)
      return nil
    }
    let known = lookup.gives.map(\.text)
    if known.contains(field) { return .lookup(LookupID(id), field: field) }
    report(ReplyProblem.unknownField(field, lookup: id, known: known), at: name.place)
    return nil
  }

  private mutating func tests(_ value: LocatedNode, _ subject: Condition.Subject) -> [Condition.Test] {
    switch value {
    case .text(let text): return word(text, subject).map { [.isOneOf([$0])] } ?? []
    case .list(let list):
      let words = list.items.compactMap { item -> String? in
        if case .text(let text) = item { return word(text, subject) }
        report(
          ConditionProblem.wrongTest(name.text, "a word", why: "A list holds words, any of which may be it."),
          at: item.place)
        return nil
      }
      if list.items.isEmpty { report(ShapeProblem.empty("\"\(name.text)\"", "what it must be"), at: list.place) }
      return words.isEmpty ? [] : [.isOneOf(words)]
    case .map(let map): return tests(map, subject)
    }
  }

  private mutating func tests(_ map: LocatedMap, _ subject: Condition.Subject) -> [Condition.Test] {
    var tests: [Condition.Test] = []
    var range: [TestKey: Bound] = [:]
    if map.entries.isEmpty { report(ShapeProblem.empty("\"\(name.text)\"", "what it must be"), at: map.place) }
    for entry in map.entries {
      guard let key = TestKey(rawValue: entry.key.text) else {
        let names = TestKey.allCases.map(\.rawValue)
        report(ShapeProblem.unknownKey(entry.key.text, of: "a condition", known: names), at: entry.key.place)
        continue
      }
      switch key {
      case .over, .under, .from, .to: range[key] = bound(entry, subject)
      case .known: tests += known(entry)
      case .matches: tests += matches(entry)
      case .not: tests += not(entry, subject)
      }
    }
    if !range.isEmpty {
      tests.append(.range(over: range[.over], under: range[.under], from: range[.from], to: range[.to]))
    }
    return tests
  }

  private mutating func word(_ text: LocatedText, _ subject: Condition.Subject) -> String? {
    if text.isBlank {
      report(ShapeProblem.empty("\"\(name.text)\"", "what it must be"), at: text.place)
      return nil
    }
    switch subject {
    case .queueOpen: return flag(text)
    case .channel, .language: return text.text.lowercased()
    case .customer, .lookup: return text.text
    case .slot(let id): return word(text, of: id.rawValue)
    }
  }

  private mutating func word(_ text: LocatedText, of slot: String) -> String? {
    switch catalog.kind(of: slot) {
    case .choice:
      let options = catalog.slots[slot]?.options.map(\.key.text) ?? []
      if options.contains(text.text) { return text.text }
      report(ConditionProblem.unknownOption(text.text, slot: slot, known: options), at: text.place)
      return nil
    case .yesNo: return flag(text)
    case .number, .integer:
      if let number = DecimalNumber(text.text) { return number.description }
      report(ValueProblem.bad(slot, text.text, expected: "a number"), at: text.place)
      return nil
    case .date:
      if CivilDate(iso: text.text) != nil { return text.text }
      report(ValueProblem.bad(slot, text.text, expected: "a date, year first: 2026-12-25"), at: text.place)
      return nil
    case .money, .time, .datetime, .duration:
      let why = "Values of this type are compared: { over: … }, { under: … }, { from: …, to: … }."
      report(ConditionProblem.wrongTest(slot, text.text, why: why), at: text.place)
      return nil
    case .text, .name, .digits, .email, .phone, .url, .iban, .card, .regex, nil: return text.text
    }
  }

  private mutating func flag(_ text: LocatedText) -> String? {
    if let flag = Flag.read(text.text) { return flag ? "yes" : "no" }
    report(ValueProblem.bad(name.text, text.text, expected: "yes or no"), at: text.place)
    return nil
  }

  private mutating func bound(_ entry: LocatedMap.Entry, _ subject: Condition.Subject) -> Bound? {
    guard case .text(let text) = entry.value, !text.isBlank else {
      report(ShapeProblem.wrong("\"\(entry.key.text)\"", expected: "a value"), at: entry.value.place)
      return nil
    }
    let kind: EntityKind?
    switch subject {
    case .slot(let id): kind = catalog.kind(of: id.rawValue)
    case .customer, .lookup: kind = nil
    case .channel, .language, .queueOpen: kind = .text
    }
    if let bound = kind.map({ ValueSyntax.bound(text.text, $0) }) ?? ValueSyntax.anyBound(text.text) { return bound }
    let expected = kind.map(ValueSyntax.expected) ?? "a number, an amount, a date or a time"
    report(ValueProblem.bad(entry.key.text, text.text, expected: expected), at: text.place)
    return nil
  }

  private mutating func known(_ entry: LocatedMap.Entry) -> [Condition.Test] {
    if case .text(let text) = entry.value, let flag = Flag.read(text.text) { return [.known(flag)] }
    report(ShapeProblem.wrong("\"known\"", expected: "yes or no"), at: entry.value.place)
    return []
  }

  private mutating func matches(_ entry: LocatedMap.Entry) -> [Condition.Test] {
    if case .text(let text) = entry.value, !text.isBlank { return [.matches(text.text)] }
    report(ShapeProblem.wrong("\"matches\"", expected: "a regular expression"), at: entry.value.place)
    return []
  }

  private mutating func not(_ entry: LocatedMap.Entry, _ subject: Condition.Subject) -> [Condition.Test] {
    let inner = tests(entry.value, subject)
    guard inner.count > 1 else { return inner.map { .not($0) } }
    let why = "Under not stands one test; write a second rule for another."
    report(ConditionProblem.wrongTest(name.text, "not", why: why), at: entry.value.place)
    return []
  }
}

import Playbooks
import Regexes
import Understanding
import Vocabulary

/// All values that what a condition looks at may have, as the files say it.
final class World {
  let catalog: Catalog
  let duty: Duty
  lazy var builtIn = catalog.builtInWords(in: catalog.settings.defaultLanguage.base)
  private let currencies: [String]
  private var universes: [Axis: ValueSet] = [:]
  private var domains: [String: SlotDomain] = [:]
  private var patterns: [String: Pattern?] = [:]
  /// Words as the files write them, by their normal form.
  private var spellings: [String: String] = [:]

  convenience init(catalog: Catalog) { self.init(catalog: catalog, currencies: World.currencies(in: catalog)) }

  /// - Parameter currencies: those that are told apart from all others.
  init(catalog: Catalog, currencies: [String]) {
    self.catalog = catalog
    self.currencies = currencies
    duty = Duty(catalog: catalog)
  }

  func universe(of axis: Axis) -> ValueSet {
    if let known = universes[axis] { return known }
    let new = makeUniverse(of: axis)
    universes[axis] = new
    return new
  }

  private func makeUniverse(of axis: Axis) -> ValueSet {
    switch axis {
    case .value(let subject): values(of: subject)
    case .distance(let subject): ValueSet(numbers: [.span: domain(of: subject)?.distances ?? .none])
    case .pattern, .opaque: ValueSet(words: .some(["yes", "no"]))
    case .duty: ValueSet(words: .some(Set(duty.moments.indices.map(String.init))))
    }
  }

  private func values(of subject: Condition.Subject) -> ValueSet {
    switch subject {
    case .slot, .customer:
      if let domain = domain(of: subject) {
        var set = domain.values
        set.absent = true
        return set
      }
      return subject == .customer("verified")
        ? ValueSet(words: .some(["yes", "no"])) : ValueSet(absent: true, words: .all)
    case .lookup: return World.anything
    case .channel: return ValueSet(words: .all)
    case .language: return ValueSet(words: .some(Set(catalog.languages.map { WordSet.normal($0.rawValue) })))
    case .queueOpen: return ValueSet(words: .some(["yes", "no"]))
    }
  }

  /// What another program may answer: words, numbers, days, or that there is nothing.
  private static let anything = ValueSet(absent: true, words: .all, numbers: [.number: .all, .day: .all])

  /// What the slot behind a subject may hold; nothing where no slot stands behind it.
  func domain(of subject: Condition.Subject) -> SlotDomain? {
    switch subject {
    case .slot(let id): domain(of: id.rawValue)
    case .customer(let field): catalog.slots[field].flatMap { $0.remember == .customer ? domain(of: field) : nil }
    case .lookup, .channel, .language, .queueOpen: nil
    }
  }

  func domain(of slot: String) -> SlotDomain? {
    if let known = domains[slot] { return known }
    guard let kind = catalog.kind(of: slot) else { return nil }
    let bounds = catalog.slots[slot].map { BoundsReader.read($0, kind, catalog).bounds } ?? SlotBounds()
    let options = catalog.slots[slot]?.options.map(\.key.text) ?? []
    for option in options { note(option) }
    let new = SlotDomain(kind: kind, bounds: bounds, options: options, currencies: currencies)
    domains[slot] = new
    return new
  }

  // MARK: words and patterns

  func note(_ word: String) { spellings[WordSet.normal(word)] = word }
  func spelling(of word: String) -> String { spellings[word] ?? word }

  func pattern(_ source: String) -> Pattern? {
    if let known = patterns[source] { return known }
    let new = try? Pattern(source)
    patterns[source] = .some(new)
    return new
  }

  /// Where only some words are left, one of them holds or breaks each pattern as it has to be.
  func isPossible(_ region: Region) -> Bool {
    var wanted: [Condition.Subject: [(source: String, holds: Bool)]] = [:]
    for (axis, set) in region {
      if case .pattern(let subject, let source) = axis {
        wanted[subject, default: []].append((source, set.words.contains("yes")))
      }
    }
    return wanted.allSatisfy { subject, patterns in
      let left = region[.value(subject)] ?? universe(of: .value(subject))
      if left.absent, !patterns.contains(where: \.holds) { return true }
      guard case .some(let words) = left.words, left.numbers.isEmpty else { return true }
      return words.contains { word in patterns.allSatisfy { holds($0.source, spelling(of: word)) == $0.holds } }
    }
  }

  func holds(_ source: String, _ text: String) -> Bool { pattern(source)?.firstMatch(in: text) != nil }

  /// Nothing where no file names the currency.
  func universe(ofCurrency currency: String) -> String? { currencies.first { $0 == currency } }

  // MARK: currencies

  /// Every currency that a file names; all others are alike.
  private static func currencies(in catalog: Catalog) -> [String] {
    var named = Set([catalog.settings.currency].compactMap { $0 })
    for slot in catalog.declared.slots where catalog.kind(of: slot.id.text) == .money {
      let bounds = BoundsReader.read(slot, .money, catalog).bounds
      for case .money(_, let currency?) in [bounds.min, bounds.max].compactMap({ $0 }) { named.insert(currency) }
      if let currency = bounds.currency { named.insert(currency) }
    }
    for clause in catalog.declared.intents.flatMap(\.rules).flatMap({ $0.when ?? [] }) {
      for case .money(_, let currency?) in ConditionReader.read(clause, catalog).clauses.flatMap({ bounds(of: $0.test) }
      ) { named.insert(currency) }
    }
    return named.sorted()
  }

  private static func bounds(of test: Condition.Test) -> [Bound] {
    switch test {
    case .range(let over, let under, let from, let to): [over, under, from, to].compactMap { $0 }
    case .not(let inner): bounds(of: inner)
    case .isOneOf, .known, .matches: []
    }
  }
}

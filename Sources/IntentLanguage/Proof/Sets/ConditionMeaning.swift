import Playbooks
import Vocabulary

/// What a `when` demands, as the engine judges it.
struct ConditionMeaning {
  let world: World

  /// - Parameter queue: the queue that the rule hands off to, of which `queue.open` speaks.
  func formula(_ clauses: [Condition.Clause], queue: String?) -> Formula {
    .all(clauses.map { formula($0.test, of: $0.subject, queue: queue) })
  }

  private func formula(_ test: Condition.Test, of subject: Condition.Subject, queue: String?) -> Formula {
    if case .not(let inner) = test { return formula(inner, of: subject, queue: queue).negated(in: world) }
    if subject == .queueOpen { return duty(test, queue: queue) }
    let axis = Axis.value(subject)
    let universe = world.universe(of: axis)
    switch test {
    case .isOneOf(let words):
      for word in words { world.note(word) }
      return .atom(axis, one(of: words, subject, in: universe))
    case .known(let known): return .atom(axis, known ? universe.known : .absentOnly)
    case .matches(let source): return matches(source, subject, universe)
    case .range(let over, let under, let from, let to):
      return range([(over, .over), (under, .under), (from, .from), (to, .to)], subject, universe)
    case .not: return .never
    }
  }

  private func duty(_ test: Condition.Test, queue: String?) -> Formula {
    let name = queue ?? world.catalog.defaultQueue
    let open = Set(
      world.duty.moments.indices.filter { at in
        name.map { world.duty.moments[at].staffed.contains($0) } ?? false
      }.map(String.init))
    let all = Set(world.duty.moments.indices.map(String.init))
    func at(_ moments: Set<String>) -> Formula { .atom(.duty, ValueSet(words: .some(moments))) }
    switch test {
    case .isOneOf(let words):
      return at((words.contains("yes") ? open : []).union(words.contains("no") ? all.subtracting(open) : []))
    case .known(let known): return known ? .always : .never
    case .matches, .range, .not: return .always
    }
  }

  // MARK: words

  private func one(of words: [String], _ subject: Condition.Subject, in universe: ValueSet) -> ValueSet {
    var set = ValueSet(words: WordSet.some(Set(words.map(WordSet.normal))).intersection(universe.words))
    for (sort, numbers) in universe.numbers {
      let named = words.compactMap { ConditionMeaning.number($0, sort) }
      let points = named.reduce(NumberSet.all) { $0.subtracting(.only($1)) }.complement
      let held = (isWhole(sort, subject) ? points.whole : points).intersection(numbers)
      if !held.isEmpty { set.numbers[sort] = held }
    }
    return set
  }

  /// Only whole numbers are there.
  private func isWhole(_ sort: ValueSet.Sort, _ subject: Condition.Subject) -> Bool {
    switch world.domain(of: subject)?.kind {
    case .integer: sort == .number
    case .duration: sort == .span
    case .text, .name, .number, .digits, .money, .date, .time, .datetime, .email, .phone, .url, .iban, .card, .yesNo,
      .choice, .regex, nil:
      false
    }
  }

  private static func number(_ word: String, _ sort: ValueSet.Sort) -> DecimalNumber? {
    switch sort {
    case .number: DecimalNumber(word)
    case .day: CivilDate(iso: word).map { DecimalNumber($0.daysSince1970) }
    case .time, .span, .currency, .otherCurrency: nil
    }
  }

  private func matches(_ source: String, _ subject: Condition.Subject, _ universe: ValueSet) -> Formula {
    if case .some(let words) = universe.words, universe.numbers.isEmpty {
      let held = words.filter { world.holds(source, world.spelling(of: $0)) }
      return .atom(.value(subject), ValueSet(words: .some(held)))
    }
    return .all([
      .atom(.value(subject), universe.known), .atom(.pattern(subject, source), ValueSet(words: .some(["yes"]))),
    ])
  }

  // MARK: ranges

  private enum Side { case over, under, from, to }

  private func range(
    _ sides: [(Bound?, Side)], _ subject: Condition.Subject, _ universe: ValueSet
  ) -> Formula {
    let bounds = sides.compactMap { bound, side in bound.map { ($0, side) } }
    let domain = world.domain(of: subject)
    let isDate = domain?.kind == .date || domain?.kind == .datetime
    var set = ValueSet()
    for (sort, numbers) in universe.numbers {
      var left: NumberSet? = numbers
      for (bound, side) in bounds {
        if sort == .day, isDate, case .duration = bound { continue }
        left = BoundPlace(bound, among: sort).flatMap { place in
          left.map { $0.intersection(ConditionMeaning.numbers(side, place.number)) }
        }
      }
      if let left = isWhole(sort, subject) ? left?.whole : left, !left.isEmpty { set.numbers[sort] = left }
    }
    if case .lookup = subject, bounds.contains(where: { ConditionMeaning.isLength($0.0) }) {
      // How far a day lies from now that nobody knows yet.
      let known = Formula.atom(.value(subject), universe.known)
      return .all([known, .atom(.opaque(subject, "\(bounds)"), ValueSet(words: .some(["yes"])))])
    }
    let here = Formula.atom(.value(subject), set)
    guard isDate else { return here }
    let lengths = bounds.compactMap { bound, side -> NumberSet? in
      guard case .duration(let length) = bound else { return nil }
      let distance = Distance(length, isWholeDays: domain?.kind == .date)
      switch side {
      case .over: return distance.over
      case .under: return distance.under
      case .from: return distance.from
      case .to: return distance.to
      }
    }
    guard !lengths.isEmpty else { return here }
    let far = lengths.reduce(domain?.distances ?? .all) { $0.intersection($1) }.whole
    return .all([here, .atom(.distance(subject), ValueSet(numbers: [.span: far]))])
  }

  private static func isLength(_ bound: Bound) -> Bool {
    if case .duration = bound { return true }
    return false
  }

  private static func numbers(_ side: Side, _ limit: DecimalNumber) -> NumberSet {
    switch side {
    case .over: .over(limit)
    case .under: .under(limit)
    case .from: .from(limit)
    case .to: .to(limit)
    }
  }
}

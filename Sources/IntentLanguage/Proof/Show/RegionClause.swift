import Playbooks
import Vocabulary

/// Writes a region as an author writes it in a `when`: `amount: { from: 50 EUR, to: 100 EUR }`.
struct RegionClause {
  let world: World

  /// Nothing where no single rule says it.
  func text(_ region: Region) -> String? {
    let clauses = region.sorted { "\($0.key)" < "\($1.key)" }.compactMap { axis, set -> String?? in
      let universe = world.universe(of: axis)
      return universe.subtracting(set).isEmpty ? .none : .some(clause(axis, set, universe))
    }
    guard !clauses.isEmpty, !clauses.contains(nil) else { return nil }
    return clauses.compactMap { $0 }.joined(separator: ", ")
  }

  private func clause(_ axis: Axis, _ set: ValueSet, _ universe: ValueSet) -> String? {
    switch axis {
    case .value(let subject):
      return value(set, universe, subject).map { "\(RegionWords.name(subject)): \($0)" }
    case .distance(let subject):
      let unit = world.domain(of: subject)?.kind == .date ? "days" : "seconds"
      guard let only = set.numbers[.span]?.intervals, only.count == 1 else { return nil }
      return bounds(only[0], isWhole: true) { "\($0) \(unit)" }.map { "\(RegionWords.name(subject)): \($0)" }
    case .pattern, .opaque, .duty: return nil
    }
  }

  private func value(_ set: ValueSet, _ universe: ValueSet, _ subject: Condition.Subject) -> String? {
    let known = set.known
    if known.isEmpty { return "{ known: no }" }
    if set.absent { return nil }
    if universe.known.subtracting(known).isEmpty { return "{ known: yes }" }
    switch set.words {
    case .some(let words) where !words.isEmpty:
      guard set.numbers.isEmpty else { return nil }
      let names = words.map { world.spelling(of: $0) }.sorted()
      return names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
    case .some: return numbers(set, subject)
    case .allBut(let words):
      guard set.numbers.isEmpty, !words.isEmpty else { return nil }
      return "{ not: [\(words.map { world.spelling(of: $0) }.sorted().joined(separator: ", "))] }"
    }
  }

  private func numbers(_ set: ValueSet, _ subject: Condition.Subject) -> String? {
    guard set.numbers.count == 1, let (sort, numbers) = set.numbers.first, numbers.intervals.count == 1 else {
      return nil
    }
    let isWhole = world.domain(of: subject)?.kind == .integer
    switch sort {
    case .number: return bounds(numbers.intervals[0], isWhole: isWhole) { "\($0)" }
    case .currency(let currency): return bounds(numbers.intervals[0], isWhole: false) { "\($0) \(currency)" }
    case .day:
      return bounds(numbers.intervals[0], isWhole: false) { number in
        number.whole.map { CivilDate(daysSince1970: $0).description } ?? "\(number)"
      }
    case .time:
      return bounds(numbers.intervals[0], isWhole: false) { number in
        "'\(TimeOfDay(secondsOfDay: number.floor.whole ?? 0))'"
      }
    case .span: return bounds(numbers.intervals[0], isWhole: true) { ExampleWords.length($0) ?? "\($0) seconds" }
    case .otherCurrency: return nil
    }
  }

  private func bounds(
    _ interval: NumberSet.Interval, isWhole: Bool, _ show: (DecimalNumber) -> String
  ) -> String? {
    let from = interval.from.map { "\($0.isAbove ? "over" : "from"): \(show($0.number))" }
    let to = interval.to.map { cut in
      isWhole ? "to: \(show(cut.number.previous))" : "\(cut.isAbove ? "to" : "under"): \(show(cut.number))"
    }
    let parts = [from, to].compactMap { $0 }
    return parts.isEmpty ? nil : "{ \(parts.joined(separator: ", ")) }"
  }
}

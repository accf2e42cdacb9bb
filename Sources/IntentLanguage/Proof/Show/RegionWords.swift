import Playbooks
import Vocabulary

/// Says in words which values are meant: "amount is from 50 to 100 EUR".
struct RegionWords {
  let world: World

  /// The parts that differ from "anything", in the order of their names.
  func text(_ region: Region) -> String {
    let parts = region.compactMap { axis, set -> String? in
      let universe = world.universe(of: axis)
      return universe.subtracting(set).isEmpty ? nil : text(axis, set, universe)
    }
    return parts.isEmpty ? "anything is said" : parts.sorted().joined(separator: " and ")
  }

  private func text(_ axis: Axis, _ set: ValueSet, _ universe: ValueSet) -> String? {
    switch axis {
    case .value(let subject): "\(RegionWords.name(subject)) is \(values(set, universe, subject))"
    case .distance(let subject):
      "\(RegionWords.name(subject)) lies \(distance(set, subject)) from \(isWholeDays(subject) ? "today" : "now")"
    case .pattern(let subject, let source):
      "\(RegionWords.name(subject)) \(set.words.contains("yes") ? "matches" : "does not match") '\(source)'"
    case .opaque: nil
    case .duty: duty(set)
    }
  }

  static func name(_ subject: Condition.Subject) -> String {
    switch subject {
    case .slot(let id): id.rawValue
    case .customer(let field): "customer.\(field)"
    case .lookup(let id, let field): "lookup.\(id).\(field)"
    case .channel: "channel"
    case .language: "language"
    case .queueOpen: "queue.open"
    }
  }

  private func values(_ set: ValueSet, _ universe: ValueSet, _ subject: Condition.Subject) -> String {
    var parts: [String] = []
    let known = set.known
    if universe.known.subtracting(known).isEmpty, !set.absent { return "known" }
    switch set.words {
    case .some(let words): if !words.isEmpty { parts.append(list(words, subject)) }
    case .allBut(let words):
      if !words.isEmpty || !universe.numbers.isEmpty {
        parts.append(words.isEmpty ? "a word" : "anything but \(list(words, subject))")
      }
    }
    for (sort, numbers) in set.numbers.sorted(by: { RegionWords.unit($0.key) < RegionWords.unit($1.key) }) {
      parts += numbers.intervals.map { RegionWords.interval($0, sort, isWhole: isWhole(subject)) }
    }
    if set.absent { parts.append("not known") }
    return parts.isEmpty ? "known" : parts.prefix(4).joined(separator: " or ")
  }

  private func list(_ words: Set<String>, _ subject: Condition.Subject) -> String {
    words.map { world.spelling(of: $0) }.sorted().prefix(6).joined(separator: " or ")
  }

  private func isWhole(_ subject: Condition.Subject) -> Bool { world.domain(of: subject)?.kind == .integer }
  private func isWholeDays(_ subject: Condition.Subject) -> Bool { world.domain(of: subject)?.kind == .date }

  private func duty(_ set: ValueSet) -> String? {
    let moments = world.duty.moments.indices.filter { set.words.contains(String($0)) }
    guard let first = moments.first else { return nil }
    return "it is \(world.duty.moments[first].at)"
  }

  private func distance(_ set: ValueSet, _ subject: Condition.Subject) -> String {
    guard let interval = set.numbers[.span]?.intervals.first else { return "somewhere" }
    let unit = isWholeDays(subject) ? "days" : "seconds"
    return RegionWords.whole(interval) { "\($0)" } + " \(unit)"
  }

  // MARK: numbers

  static func interval(_ interval: NumberSet.Interval, _ sort: ValueSet.Sort, isWhole: Bool = false) -> String {
    let show: (DecimalNumber) -> String = { shown($0, sort) }
    if isWhole || sort == .span { return whole(interval, show) }
    if let from = interval.from, let to = interval.to, from.number == to.number {
      return "exactly \(show(from.number))"
    }
    let from = interval.from.map { "\($0.isAbove ? "over" : "from") \(show($0.number))" }
    let to = interval.to.map { "\($0.isAbove ? "to" : "under") \(show($0.number))" }
    return [from, to].compactMap { $0 }.joined(separator: " ").isEmpty
      ? "any \(unit(sort))"
      : [from, to].compactMap { $0 }.joined(separator: from != nil && interval.to?.isAbove == false ? " and " : " ")
  }

  /// Whole numbers are said with both ends included.
  private static func whole(_ interval: NumberSet.Interval, _ show: (DecimalNumber) -> String) -> String {
    let last = interval.to.map { $0.number.previous }
    if let from = interval.from?.number, from == last { return "exactly \(show(from))" }
    let parts = [interval.from.map { "from \(show($0.number))" }, last.map { "to \(show($0))" }]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private static func shown(_ number: DecimalNumber, _ sort: ValueSet.Sort) -> String {
    switch sort {
    case .number: number.description
    case .currency(let currency): "\(number) \(currency)"
    case .otherCurrency: "\(number) of another currency"
    case .day: number.whole.map { CivilDate(daysSince1970: $0).description } ?? number.description
    case .time: TimeOfDay(secondsOfDay: number.floor.whole ?? 0).description
    case .span: "\(number) seconds"
    }
  }

  private static func unit(_ sort: ValueSet.Sort) -> String {
    switch sort {
    case .number: "number"
    case .currency(let currency): "amount in \(currency)"
    case .otherCurrency: "amount in another currency"
    case .day: "day"
    case .time: "time"
    case .span: "length of time"
    }
  }
}

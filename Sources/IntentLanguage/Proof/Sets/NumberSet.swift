import Vocabulary

/// A set of numbers as intervals that do not touch, exact at every bound.
struct NumberSet: Hashable, Sendable {
  /// A place between numbers: just below one or just above it.
  struct Cut: Hashable, Comparable, Sendable {
    let number: DecimalNumber
    let isAbove: Bool

    static func below(_ number: DecimalNumber) -> Cut { Cut(number: number, isAbove: false) }
    static func above(_ number: DecimalNumber) -> Cut { Cut(number: number, isAbove: true) }

    static func < (left: Cut, right: Cut) -> Bool {
      left.number == right.number ? !left.isAbove && right.isAbove : left.number < right.number
    }
  }

  /// From one cut to a later one; without a cut it goes on for ever.
  struct Interval: Hashable, Sendable {
    let from: Cut?
    let to: Cut?

    var isEmpty: Bool {
      guard let from, let to else { return false }
      return from >= to
    }
  }

  /// In order, with room between them.
  let intervals: [Interval]

  private init(ordered: [Interval]) { intervals = ordered }
  init(_ interval: Interval) { intervals = interval.isEmpty ? [] : [interval] }

  static let none = NumberSet(ordered: [])
  static let all = NumberSet(Interval(from: nil, to: nil))
  static func over(_ number: DecimalNumber) -> NumberSet { NumberSet(Interval(from: .above(number), to: nil)) }
  static func from(_ number: DecimalNumber) -> NumberSet { NumberSet(Interval(from: .below(number), to: nil)) }
  static func under(_ number: DecimalNumber) -> NumberSet { NumberSet(Interval(from: nil, to: .below(number))) }
  static func to(_ number: DecimalNumber) -> NumberSet { NumberSet(Interval(from: nil, to: .above(number))) }
  static func only(_ number: DecimalNumber) -> NumberSet {
    NumberSet(Interval(from: .below(number), to: .above(number)))
  }

  var isEmpty: Bool { intervals.isEmpty }

  func intersection(_ other: NumberSet) -> NumberSet {
    var result: [Interval] = []
    for mine in intervals {
      for theirs in other.intervals {
        let from = [mine.from, theirs.from].compactMap { $0 }.max()
        let to = [mine.to, theirs.to].compactMap { $0 }.min()
        let common = Interval(from: from, to: to)
        if !common.isEmpty { result.append(common) }
      }
    }
    return NumberSet(ordered: result)
  }

  var complement: NumberSet {
    var result: [Interval] = []
    var start: Cut?
    var isOpen = true
    for interval in intervals {
      if let from = interval.from {
        let gap = Interval(from: start, to: from)
        if !gap.isEmpty { result.append(gap) }
      }
      start = interval.to
      isOpen = interval.to != nil
    }
    if isOpen { result.append(Interval(from: start, to: nil)) }
    return NumberSet(ordered: result)
  }

  func union(_ other: NumberSet) -> NumberSet { complement.intersection(other.complement).complement }

  func subtracting(_ other: NumberSet) -> NumberSet { intersection(other.complement) }

  /// The same set where only whole numbers are: every cut lies just below one.
  var whole: NumberSet {
    NumberSet(
      ordered: intervals.compactMap { interval in
        let moved = Interval(from: interval.from.map(NumberSet.wholeCut), to: interval.to.map(NumberSet.wholeCut))
        return moved.isEmpty ? nil : moved
      })
  }

  private static func wholeCut(_ cut: Cut) -> Cut {
    let floor = cut.number.floor
    if floor == cut.number { return .below(cut.isAbove ? floor.next : floor) }
    return .below(floor.next)
  }
}

extension NumberSet {
  func contains(_ number: DecimalNumber) -> Bool { !intersection(.only(number)).isEmpty }

  /// A number of the set as a person would say it: the usual one where it may be, else the middle of the first interval
  /// or what lies beside its only bound.
  func example(usual: DecimalNumber) -> DecimalNumber? {
    if contains(usual) { return usual }
    let positive = intersection(.from(DecimalNumber(0)))
    let choice = positive.isEmpty ? self : positive
    guard let interval = choice.intervals.first else { return nil }
    switch (interval.from, interval.to) {
    case (nil, nil): return usual
    case (let from?, nil): return from.isAbove ? from.number.floor.next : from.number
    case (nil, let to?):
      return to.isAbove ? to.number : to.number.floor == to.number ? to.number.previous : to.number.floor
    case (let from?, let to?): return NumberSet.between(from, to)
    }
  }

  private static func between(_ from: Cut, _ to: Cut) -> DecimalNumber? {
    if from.number == to.number { return from.number }
    let middle = from.number.middle(to: to.number)
    let interval = NumberSet(Interval(from: from, to: to))
    let near = middle.floor
    if interval.contains(near) { return near }
    return interval.contains(near.next) ? near.next : middle
  }
}

extension DecimalNumber {
  /// The greatest whole number that is not above it.
  var floor: DecimalNumber {
    guard scale > 0 else { return self }
    var divisor: Int64 = 1
    for _ in 0..<scale { divisor *= 10 }
    let quotient = units / divisor
    return DecimalNumber(units: units < 0 && units % divisor != 0 ? quotient - 1 : quotient, scale: 0)
  }

  /// One more; the number itself where there is none.
  var next: DecimalNumber { added(to: DecimalNumber(1)) ?? self }
  var previous: DecimalNumber { added(to: DecimalNumber(-1)) ?? self }

  func middle(to other: DecimalNumber) -> DecimalNumber {
    added(to: other)?.multiplied(by: DecimalNumber(units: 5, scale: 1)) ?? self
  }
}

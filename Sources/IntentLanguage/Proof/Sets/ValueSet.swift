import Vocabulary

/// Which values something may have: nothing at all, some words, some numbers of each sort.
struct ValueSet: Hashable, Sendable {
  /// Numbers that are not compared with each other.
  enum Sort: Hashable, Sendable {
    case number
    /// Days since 1970.
    case day
    /// Seconds since midnight.
    case time
    /// Seconds, or days where only whole days are compared.
    case span
    case currency(String)
    /// Any currency that no file names.
    case otherCurrency
  }

  /// Unknown or declined.
  var absent = false
  var words = WordSet.none
  /// Sorts that are missing have no number.
  var numbers: [Sort: NumberSet] = [:]

  static let absentOnly = ValueSet(absent: true)

  var isEmpty: Bool { !absent && words.isEmpty && numbers.values.allSatisfy(\.isEmpty) }
  /// The same without the possibility that nothing is known.
  var known: ValueSet { ValueSet(absent: false, words: words, numbers: numbers) }

  func intersection(_ other: ValueSet) -> ValueSet {
    var common: [Sort: NumberSet] = [:]
    for (sort, mine) in numbers {
      guard let theirs = other.numbers[sort] else { continue }
      let both = mine.intersection(theirs)
      if !both.isEmpty { common[sort] = both }
    }
    return ValueSet(absent: absent && other.absent, words: words.intersection(other.words), numbers: common)
  }

  func subtracting(_ other: ValueSet) -> ValueSet {
    var rest: [Sort: NumberSet] = [:]
    for (sort, mine) in numbers {
      let left = other.numbers[sort].map { mine.subtracting($0) } ?? mine
      if !left.isEmpty { rest[sort] = left }
    }
    return ValueSet(
      absent: absent && !other.absent, words: words.intersection(other.words.complement), numbers: rest)
  }
}

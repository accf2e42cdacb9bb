import Vocabulary

/// What a word adds to a number.
enum NumberWord: Hashable, Sendable {
  case zero
  case unit(Int)
  case teen(Int)
  case tens(Int)
  case hundred
  case scale(Int)
  /// A count that stands for itself: a dozen.
  case bundle(Int)
  /// Several words in one, from a hundred on: "zweihundertfünf".
  case whole(Int)
  /// So many and a half: "zweieinhalb".
  case mixed(Int)
  case half
  case quarter
  case article
  case and
  case point
  case minus
  /// "oh" in a run of digits.
  case letterZero
  /// "double four", "triple nine".
  case times(Int)
  /// "first", also as the last word of a longer one.
  case ordinal(Int)
  /// "thirds", "fifths".
  case part(Int)
}

extension NumberWord {
  /// One digit of a run.
  var digit: Int? {
    if case .unit(let number) = self { return number }
    return self == .zero || self == .letterZero ? 0 : nil
  }

  /// What it multiplies: "a hundred", "two dozen".
  var size: Int? {
    if case .scale(let scale) = self { return scale }
    if case .bundle(let size) = self { return size }
    return self == .hundred ? 100 : nil
  }

  /// How many of it make one: "two thirds".
  var denominator: Int? {
    if case .part(let number) = self { return number }
    if self == .half { return 2 }
    return self == .quarter ? 4 : nil
  }

  /// It may begin or go on with a number by itself.
  var isCounting: Bool { below != nil || self == .zero }

  /// The number itself, where it is one that others are added to: 1 ... 90, or one that is put together.
  var below: Int? {
    if case .unit(let number) = self { return number }
    if case .teen(let number) = self { return number }
    if case .tens(let number) = self { return number }
    if case .whole(let number) = self { return number }
    return nil
  }
}

/// Number words that are compared as digits.
enum NumberTerms {
  static let small: [String: String] = {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, String($0)) })
  }()
}

/// What is wrong with the form of a value: its keys, its shape, its wording.
enum ShapeProblem: Problem {
  case unknownKey(String, of: String, known: [String])
  case wrong(String, expected: String)
  case empty(String, String)

  var code: FindingCode {
    switch self {
    case .unknownKey: .unknownKey
    case .wrong: .wrongShape
    case .empty: .emptyValue
    }
  }

  var prose: Prose {
    switch self {
    case .unknownKey(let key, let owner, let known):
      Prose(
        "\(owner) has no key \"\(key)\"", Phrase.didYouMean(key, among: known), "It may have: \(Phrase.list(known)).")
    case .wrong(let subject, let expected):
      Prose(
        "\(subject) has to be \(expected)",
        "A sentence that begins with [ or { is taken for a list or a map unless it stands in quotes.")
    case .empty(let subject, let expected):
      Prose("\(subject) is empty", "Write \(expected) here, or delete the line.")
    }
  }
}

/// A value that cannot be what its key wants.
enum ValueProblem: Problem {
  case bad(String, String, expected: String)
  case unknownWord(String, String, known: [String])

  var code: FindingCode {
    switch self {
    case .bad, .unknownWord: .badValue
    }
  }

  var prose: Prose {
    switch self {
    case .bad(let key, let value, let expected):
      Prose("\"\(key)\" cannot be \"\(value)\"", "Write \(expected).")
    case .unknownWord(let key, let value, let known):
      Prose(
        "\"\(key)\" cannot be \"\(value)\"", Phrase.didYouMean(value, among: known),
        "It is one of: \(Phrase.list(known)).")
    }
  }
}

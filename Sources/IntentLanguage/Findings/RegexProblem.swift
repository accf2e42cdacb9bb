/// What is wrong with a regular expression.
enum RegexProblem: Problem {
  case unknownGroup(String, known: [String])
  case invalid(String)
  case slow

  var code: FindingCode {
    switch self {
    case .unknownGroup: .regexUnknownSlot
    case .invalid: .invalidRegex
    case .slow: .slowRegex
    }
  }

  var prose: Prose {
    switch self {
    case .unknownGroup(let name, let known):
      Prose(
        "the group \"\(name)\" fills no slot", Phrase.nearest(name, among: known, kind: "slot"),
        "A group with a name fills the slot of that name; a group that only holds together is written (?:…).")
    case .invalid(let message):
      Prose(
        "this regular expression cannot be used: \(message)",
        "Between single quotes a backslash is written once: '\\d{4}'.")
    case .slow:
      Prose(
        "this regular expression gives up on some texts, because it tries too many ways",
        "Where one repetition stands in or beside another, such as (a+)+ or .*.*, make it one, and give it a bound: .{0,30}"
      )
    }
  }
}

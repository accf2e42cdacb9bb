import Vocabulary

/// Names that stand for what differs from run to run: days, as `$yesterday`, and the case's code, `$case`.
package enum Placeholders {
  package static let caseCode = "$case"

  package static func expand(_ text: String, in state: TranscriptState) -> String {
    guard text.contains("$") else { return text }
    let dated = DayNames.expand(text, on: state.now.date)
    guard let code = state.theCase?.code else { return dated }
    return dated.replacing(caseCode, with: code.rawValue)
  }

  /// The text with the case's code as its placeholder.
  package static func hideCode(_ text: String, of code: CaseCode?) -> String {
    guard let code, !code.rawValue.isEmpty else { return text }
    return text.replacing(code.rawValue, with: caseCode)
  }
}

/// `$today`, `$yesterday`, `$tomorrow`, `$today+3` and `$today-3` in texts and values.
package enum DayNames {
  private static let names: [(String, Int)] = [("$yesterday", -1), ("$tomorrow", 1), ("$today", 0)]

  package static func expand(_ text: String, on today: CivilDate) -> String {
    guard text.contains("$") else { return text }
    var rest = text[...]
    var result = ""
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[dollar...]
      guard let (name, offset) = names.first(where: { rest.hasPrefix($0.0) }) else {
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count)
      result += today.adding(days: offset + takeOffset(from: &rest)).description
    }
    return result + rest
  }

  /// The day's name where the text is a day no further than `reach` days away; else the text.
  package static func name(of text: String, on today: CivilDate, reach: Int = 1) -> String {
    guard let date = CivilDate(iso: text) else { return text }
    let offset = date.daysSince1970 - today.daysSince1970
    guard abs(offset) <= reach else { return text }
    if let near = names.first(where: { $0.1 == offset }) { return near.0 }
    return offset > 0 ? "$today+\(offset)" : "$today\(offset)"
  }

  private static func takeOffset(from rest: inout Substring) -> Int {
    guard let sign = rest.first, sign == "+" || sign == "-" else { return 0 }
    let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let days = Int(digits), days < 1_000_000 else { return 0 }
    rest = rest.dropFirst(1 + digits.count)
    return sign == "-" ? -days : days
  }
}

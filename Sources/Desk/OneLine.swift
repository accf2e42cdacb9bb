import Runtime

extension TerminalText {
  /// `clean`, on one line and without blanks in a row.
  static func oneLine(_ text: String) -> String {
    clean(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

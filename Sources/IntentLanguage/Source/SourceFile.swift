/// One file of the author: its path below the folder of intents and its text, with LF for every line end.
package struct SourceFile: Hashable, Sendable {
  package let path: String
  package let text: String

  /// A byte order mark is dropped and CRLF becomes LF, so that columns are what an editor shows.
  package init(path: String, text: String) {
    self.path = path
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    guard scalars.contains("\r") else {
      self.text = String(scalars)
      return
    }
    var plain = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      if scalar == "\r" { plain.append("\n") } else if scalar != "\n" || previous != "\r" { plain.append(scalar) }
      previous = scalar
    }
    self.text = String(plain)
  }
}

/// Lines as the YAML parser counts them.
enum SourceLines {
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    lines.append(String(line))
    return lines
  }
}

extension SourceLines {
  /// The text of those lines, with the ends that YAML and people agree on.
  static func joined(_ lines: [[Unicode.Scalar]]) -> String {
    var view = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { view.append("\n") }
      view.append(contentsOf: line)
    }
    return String(view)
  }
}

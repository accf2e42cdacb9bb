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
  static func split(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      guard isEnd(scalar) else {
        line.append(scalar)
        continue
      }
      lines.append(line)
      line = []
      line.reserveCapacity(80)
    }
    lines.append(line)
    return lines
  }

  static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}

extension String {
  init(scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.allSatisfy(\.isASCII) else {
      self.init(String.UnicodeScalarView(scalars))
      return
    }
    self.init(unsafeUninitializedCapacity: scalars.count) { buffer in
      for (at, scalar) in scalars.enumerated() { buffer[at] = UInt8(truncatingIfNeeded: scalar.value) }
      return scalars.count
    }
  }
}

extension Unicode.Scalar {
  /// As `properties.isWhitespace`, which takes long to look it up.
  var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
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

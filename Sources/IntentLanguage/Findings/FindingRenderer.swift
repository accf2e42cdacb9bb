import Vocabulary

/// Prints findings as an author reads them: the place, the text, the author's own line with a caret, then help.
package struct FindingRenderer: Sendable {
  /// Stands before every path, so that an editor can open it: `Intents/`.
  let prefix: String
  let colour: Bool
  private let lines: [String: [[Unicode.Scalar]]]

  package init(files: [SourceFile], prefix: String = "", colour: Bool = false) {
    self.prefix = prefix.isEmpty || prefix.hasSuffix("/") ? prefix : prefix + "/"
    self.colour = colour
    lines = Dictionary(files.map { ($0.path, SourceLines.split($0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  package func render(_ findings: [Finding]) -> String {
    findings.map { render($0) + "\n" }.joined(separator: "\n")
  }

  package func render(_ finding: Finding) -> String {
    let prose = finding.problem.prose
    let place = finding.place
    let head = paint("\(prefix)\(TerminalText.plain(place.file)):\(place.line):\(place.column):", .bold)
    let severity = paint("\(finding.severity.rawValue):", finding.severity == .error ? .red : .yellow)
    var result = ["\(head) \(severity) \(TerminalText.plain(prose.text)) [\(finding.code)]"]
    result += excerpt(place)
    result += prose.help.map { "  help: \(TerminalText.plain($0))" }
    if let conversation = finding.conversation { result += shown(conversation) }
    return result.joined(separator: "\n")
  }

  /// The conversation as a transcript, set off so that all of it can be copied.
  private func shown(_ conversation: Conversation) -> [String] {
    let lines = conversation.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return ["  shown by:", ""] + lines.map { $0.isEmpty ? "" : "    \(TerminalText.plain(String($0)))" }
  }

  private func excerpt(_ place: SourcePlace) -> [String] {
    guard let scalars = lines[place.file]?.element(at: place.line - 1), !scalars.isEmpty else { return [] }
    let start = min(max(place.column - 1, 0), scalars.count)
    let isLong = scalars.count > FindingRenderer.width
    let first = isLong ? max(0, start - FindingRenderer.before) : 0
    let shown = scalars[first..<min(scalars.count, first + FindingRenderer.width)]
    let lead = first > 0 ? "…" : ""
    let number = String(place.line)
    let blank = String(repeating: " ", count: number.count)
    let indent = lead.count + shown.prefix(start - first).reduce(0) { $0 + TerminalText.width($1) }
    let carets = String(repeating: "^", count: max(1, wordLength(scalars[start...])))
    let tail = first + shown.count < scalars.count ? "…" : ""
    let text = lead + TerminalText.plain(String(String.UnicodeScalarView(shown))) + tail
    let marks = String(repeating: " ", count: indent) + paint(carets, .red)
    return ["  \(number) | \(text)", "  \(blank) | \(marks)"]
  }

  /// How many columns the word at the place takes, so that all of it is marked.
  private func wordLength(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    rest.prefix(FindingRenderer.before)
      .prefix { $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil }
      .reduce(0) { $0 + TerminalText.width($1) }
  }

  private static let width = 110
  private static let before = 60

  private enum Ink: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
  }

  private func paint(_ text: String, _ ink: Ink) -> String {
    colour ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Text that does nothing to a terminal but show itself.
enum TerminalText {
  /// Tabs become blanks; control characters and direction marks become a replacement character.
  static func plain(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append(scalar == "\t" || scalar == "\n" ? " " : isHarmful(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(view)
  }

  /// How many columns a terminal gives it.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: scalar.properties.canonicalCombiningClass == .notReordered && !isInvisible(scalar) ? 1 : 0
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }
}

extension Array {
  /// The element, or nothing where there is none.
  func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

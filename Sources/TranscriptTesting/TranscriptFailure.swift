/// Where a transcript and what came part ways.
package struct TranscriptFailure: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package let line: Int
  package let expected: [String]
  package let got: [String]
  /// What the customer had said before.
  package var said: TranscriptLine?

  package init(file: String = "", line: Int, expected: [String], got: [String], said: TranscriptLine? = nil) {
    self.file = file
    self.line = line
    self.expected = expected
    self.got = got
    self.said = said
  }

  func located(in transcript: Transcript, _ said: TranscriptLine?) -> TranscriptFailure {
    var failure = self
    failure.file = transcript.file
    failure.said = said
    return failure
  }

  /// In one line: the place and what is missing.
  package var summary: String {
    let missing = expected.first { !got.contains($0) } ?? expected.first
    return "\(file):\(line): expected \(missing ?? "nothing")"
  }

  /// The place, what was said before, then a diff: `-` what was expected, `+` what came.
  package var description: String {
    let before = said.map { ["  after line \($0.line), \"\(TranscriptFailure.shortened($0.text))\":"] } ?? []
    return ([summary] + before + diff).joined(separator: "\n")
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }

  /// Lines that both have are shown once, with a blank before them.
  package var diff: [String] {
    let difference = got.difference(from: expected)
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < expected.count || right < got.count {
      if left < expected.count, removed.contains(left) {
        lines.append("  - \(expected[left])")
        left += 1
      } else if right < got.count, inserted.contains(right) {
        lines.append("  + \(got[right])")
        right += 1
      } else {
        lines.append("    \(expected[left])")
        left += 1
        right += 1
      }
    }
    return lines
  }
}

/// Where a transcript and what came part ways.
package struct TranscriptFailure: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let expected: [String]
  package let got: [String]

  package init(file: String, line: Int, expected: [String], got: [String]) {
    self.file = file
    self.line = line
    self.expected = expected
    self.got = got
  }

  /// The place and what was expected, then a diff: `-` what was expected, `+` what came.
  package var description: String {
    (["\(file):\(line): expected \(expected.first ?? "nothing")"] + diff).joined(separator: "\n")
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

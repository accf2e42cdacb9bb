import Vocabulary

/// Compares the text lines of a section with what was said.
///
/// Every line must be a whole line of what was said, in their order; what stands between them may be anything. A line
/// with `!` must not be said at all.
struct WordingCheck {
  let state: TranscriptState
  /// The lines that came.
  let came: [String]
  private let turnStart: Int

  init(_ state: TranscriptState, after turnStart: Int) {
    self.state = state
    self.turnStart = turnStart
    came = state.replies(after: turnStart).flatMap { $0.text.split(separator: "\n") }.map { Blanks.single($0) }
      .filter { !$0.isEmpty }
  }

  /// For every line the place of what came that is it; nothing where it did not come.
  func places(of lines: [TranscriptLine]) -> [Int?] {
    var next = 0
    return lines.map { line in
      let wanted = texts(of: line)
      guard let at = came.indices.dropFirst(next).first(where: { wanted.contains(came[$0]) }) else { return nil }
      next = at + 1
      return at
    }
  }

  func failures(of lines: [TranscriptLine]) -> [TranscriptFailure] {
    let wanted = lines.filter { $0.form != .notSaid }
    var failures: [TranscriptFailure] = []
    let missing = zip(wanted, places(of: wanted)).first { $0.form == .said && $1 == nil }?.0
    if let missing {
      let expected = wanted.map { shown($0, missing: $0 == missing) }
      failures.append(TranscriptFailure(line: missing.line, expected: expected, got: came))
    }
    for line in lines where line.form == .notSaid {
      guard let said = came.first(where: { texts(of: line).contains($0) }) else { continue }
      failures.append(TranscriptFailure(line: line.line, expected: ["not said: \(said)"], got: [said]))
    }
    return failures
  }

  /// Of a list of utterances the one that came, else the first.
  private func shown(_ line: TranscriptLine, missing: Bool) -> String {
    let texts = texts(of: line)
    return texts.first { came.contains($0) } ?? texts.first ?? ""
  }

  /// What will do for the line.
  func texts(of line: TranscriptLine) -> [String] {
    let texts = line.alternatives.isEmpty ? [line.text] : line.alternatives
    return texts.map { Blanks.single(Placeholders.expand($0, in: state)[...]) }
  }
}

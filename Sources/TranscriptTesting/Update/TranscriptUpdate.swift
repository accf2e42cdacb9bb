import Playbooks
import Vocabulary

/// Rewrites the expectations of a transcript that do not hold, and nothing else: remarks, order, blank lines and what the
/// customer and the agents do stay as they are.
package struct TranscriptUpdate: Sendable {
  /// One line of the file and what stands there now.
  package struct Change: Hashable, Sendable {
    package let line: Int
    package let before: String
    package let after: [String]
  }

  package private(set) var changes: [Change] = []
  /// Expectations that fail and are left as they are, and why.
  package private(set) var left: [(line: Int, why: String)] = []
  /// The whole file.
  package let text: String

  package init(
    of text: String, _ transcript: Transcript, after run: TranscriptRun, strictness: TranscriptRunner.Strictness
  ) {
    let unknown = Set(run.failures.filter { $0.got == ["no such name in the playbook"] }.map(\.line))
    var replaced: [Int: [String]] = [:]
    var left: [(line: Int, why: String)] = []
    for turn in run.turns {
      guard transcript.sections.indices.contains(turn.section),
        case .bot(let lines, let asserters) = transcript.sections[turn.section].kind
      else { continue }
      if strictness == .everything { replaced.merge(WordingUpdate(turn, lines).replaced) { old, _ in old } }
      for placed in asserters where placed.mismatch(in: turn.state, after: turn.after) != nil {
        switch placed.update(in: turn.state, after: turn.after, namesAreKnown: !unknown.contains(placed.line)) {
        case .replace(let asserters): replaced[placed.line] = asserters.map(\.notation)
        case .leave(let why): left.append((placed.line, why))
        }
      }
    }
    let updatable = Set(replaced.keys).union(left.map(\.line)).union(unknown)
    left += run.failures.filter { !updatable.contains($0.line) && $0.got.first?.hasPrefix("refused") == true }
      .map { ($0.line, "\($0.got.joined()): an agent's verb is no expectation") }
    self.left = left.sorted { $0.line < $1.line }
    (self.text, changes) = TranscriptUpdate.rewrite(text, replaced)
  }

  /// Keeps the line's indentation and the file's line ends.
  private static func rewrite(_ text: String, _ replaced: [Int: [String]]) -> (String, [Change]) {
    var changes: [Change] = []
    var result = ""
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      number += 1
      let end = line.endIndex < text.endIndex ? String(text[line.endIndex]) : ""
      guard let new = replaced[number] else {
        result += line + end
        continue
      }
      let blanks = line.prefix { $0 == " " || $0 == "\t" }
      changes.append(Change(line: number, before: String(line.dropFirst(blanks.count)), after: new))
      for text in new { result += blanks + text + (end.isEmpty ? "\n" : end) }
    }
    return (result, changes)
  }
}

/// What text lines become that were not said.
private struct WordingUpdate {
  /// The lines that change, by number.
  private(set) var replaced: [Int: [String]] = [:]

  init(_ turn: TranscriptRun.Turn, _ lines: [TranscriptLine]) {
    let check = WordingCheck(turn.state, after: turn.after)
    for line in lines where line.form == .notSaid {
      if check.texts(of: line).contains(where: check.came.contains) { replaced[line.line] = [] }
    }
    let wanted = lines.filter { $0.form != .notSaid }
    guard !wanted.isEmpty else { return }
    let places = check.places(of: wanted)
    var index = 0
    while index < wanted.count {
      guard places[index] == nil else {
        index += 1
        continue
      }
      let end = wanted.indices.dropFirst(index).first { places[$0] != nil } ?? wanted.count
      let from = places.prefix(index).compactMap(\.self).last.map { $0 + 1 } ?? 0
      let to = end < wanted.count ? places[end] ?? check.came.count : check.came.count
      let candidates = from < to ? Array(check.came[from..<to]) : []
      replace(Array(wanted[index..<end]), by: candidates, turn.state)
      index = end
    }
  }

  /// Each line by the one of what came that is most like it, in their order.
  private mutating func replace(_ lines: [TranscriptLine], by came: [String], _ state: TranscriptState) {
    var rest = came[...]
    for (index, line) in lines.enumerated() where line.form == .said {
      let reach = rest.dropLast(min(rest.count, lines.count - index - 1))
      let reachable = reach.isEmpty ? rest.prefix(1) : reach
      guard let best = reachable.indices.max(by: { likeness(line.text, rest[$0]) < likeness(line.text, rest[$1]) })
      else {
        replaced[line.line] = []
        continue
      }
      let text = Placeholders.hideCode(rest[best], of: state.theCase?.code)
      replaced[line.line] = [TranscriptParser.escaped(text)]
      rest = rest[(best + 1)...]
    }
  }

  /// How many words both have.
  private func likeness(_ left: String, _ right: String) -> Int {
    Set(left.lowercased().split(separator: " ")).intersection(right.lowercased().split(separator: " ")).count
  }
}

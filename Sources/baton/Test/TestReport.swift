import Gateways
import Runtime
import TranscriptTesting
import Vocabulary

/// Shows how transcripts went, for people or for programs.
struct TestReport {
  let json: Bool

  func show(_ results: [TranscriptResult], _ problems: [TranscriptProblem]) throws {
    let failed = results.filter { !$0.failures.isEmpty }
    if json {
      for result in results { try DescriptorSink.output.write(JSONLine.text(ResultDocument(result)) + "\n") }
      for problem in problems { try DescriptorSink.output.write(JSONLine.text(ProblemDocument(problem)) + "\n") }
    } else {
      for problem in problems { try put("\(problem)") }
      for failure in failed.flatMap(\.failures) { try put(TerminalText.clean("\(failure)\n")) }
    }
    let summary =
      "\(results.count) transcript\(results.count == 1 ? "" : "s"), \(failed.count) failed, \(problems.count) cannot be read"
    try DescriptorSink.errors.write(summary + "\n")
    guard !failed.isEmpty, !json else { return }
    try DescriptorSink.errors.write("Where what came is what it should be, `baton test --update` writes it down.\n")
  }

  /// What is missing, each with its place, then the shares.
  func show(_ coverage: Coverage, intents: String) throws {
    let prefix = intents.hasSuffix("/") ? intents : intents + "/"
    for item in coverage.missed {
      let place = item.place.flatMap { $0.file == "built in" ? nil : $0 }
      if json {
        let document = MissedDocument(
          kind: item.kind, name: item.name, file: place.map { prefix + $0.file }, line: place?.line)
        try put(JSONLine.text(document))
      } else {
        let where_ = place.map { "\(prefix)\($0):" } ?? "\(intents):"
        try put("\(where_) no transcript reaches the \(item.kind.words) \"\(item.name)\"")
      }
    }
    for kind in Coverage.Kind.allCases {
      let (reached, all) = coverage.count(of: kind)
      if json {
        try put(JSONLine.text(ShareDocument(kind: kind, reached: reached, of: all)))
      } else {
        // Nothing to reach is all of it; one of a thousand missing is not 100 %.
        let share = all == 0 ? 100 : reached * 100 / all
        try put("\(kind.plural): \(reached) of \(all), \(share) %")
      }
    }
  }

  func put(_ text: String) throws { try DescriptorSink.output.write(text + "\n") }
}

extension Coverage.Kind {
  var words: String {
    switch self {
    case .intent: "intent"
    case .rule: "rule"
    case .slot: "slot"
    case .reply: "reply"
    case .handoffReason: "handoff reason"
    }
  }

  var plural: String { self == .reply ? "replies" : words + "s" }
}

private struct ResultDocument: Encodable {
  struct Failure: Encodable {
    let line: Int
    let expected: [String]
    let got: [String]
  }
  let file: String
  let name: String
  let passed: Bool
  let seconds: Double
  let failures: [Failure]

  init(_ result: TranscriptResult) {
    file = result.transcript.file
    name = result.transcript.name
    passed = result.failures.isEmpty
    seconds = (result.seconds * 1e6).rounded() / 1e6
    failures = result.failures.map { Failure(line: $0.line, expected: $0.expected, got: $0.got) }
  }
}

private struct ProblemDocument: Encodable {
  let file: String
  let line: Int
  let problem: String

  init(_ problem: TranscriptProblem) {
    file = problem.file
    line = problem.line
    self.problem = problem.text
  }
}

private struct MissedDocument: Encodable {
  var type = "missed"
  let kind: Coverage.Kind
  let name: String
  let file: String?
  let line: Int?
}

private struct ShareDocument: Encodable {
  var type = "share"
  let kind: Coverage.Kind
  let reached: Int
  let of: Int
}

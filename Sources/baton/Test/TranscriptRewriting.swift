import ArgumentParser
import Foundation
import Gateways
import Runtime
import TranscriptTesting

/// Writes what came into the files in place of what was expected, and prints each line that changes.
struct TranscriptRewriting {
  let player: TranscriptPlayer
  let strictness: TranscriptRunner.Strictness
  let json: Bool

  private struct Counts {
    var files = 0
    var lines = 0
    var left = 0
  }

  /// False where something fails still.
  func rewrite(_ played: [PlayedTranscript]) async throws -> Bool {
    var counts = Counts()
    var done: Set<String> = []
    for one in played where !one.result.failures.isEmpty {
      // Of the variants of one file the first that fails; the others follow with the next run.
      guard done.insert(one.result.transcript.file).inserted else { continue }
      try await rewrite(one, &counts)
    }
    let left = counts.left == 0 ? "" : ", \(counts.left) expectation\(counts.left == 1 ? "" : "s") left as they are"
    try DescriptorSink.errors.write(
      "\(played.count) transcripts, \(counts.files) rewritten (\(counts.lines) lines)\(left)\n")
    return counts.left == 0
  }

  private func rewrite(_ played: PlayedTranscript, _ counts: inout Counts) async throws {
    let transcript = played.result.transcript
    guard let text = TranscriptFiles.text(of: transcript.file) else {
      counts.left += 1
      return
    }
    let update = TranscriptUpdate(of: text, transcript, after: played.run, strictness: strictness)
    for (line, why) in update.left { try say(transcript.file, line, [], [], why: why) }
    counts.left += update.left.count
    guard !update.changes.isEmpty else {
      if update.left.isEmpty { counts.left += 1 }
      return
    }
    let (new, problems) = TranscriptParser.parse(update.text, file: transcript.file)
    guard problems.isEmpty, new != nil else {
      try say(
        transcript.file, problems.first?.line ?? 1, [], [], why: "it would no longer be read, so it stays as it is")
      counts.left += 1
      return
    }
    do { try Data(update.text.utf8).write(to: URL(fileURLWithPath: transcript.file), options: .atomic) } catch {
      throw Complaint("\(transcript.file) cannot be written.", remedy: "Nothing of it was changed.", code: .inputOutput)
        .told()
    }
    for change in update.changes { try say(transcript.file, change.line, [change.before], change.after, why: nil) }
    counts.files += 1
    counts.lines += update.changes.count
  }

  private func say(_ file: String, _ line: Int, _ before: [String], _ after: [String], why: String?) throws {
    if json {
      let document = UpdateDocument(file: file, line: line, before: before, after: after, left: why)
      return try DescriptorSink.output.write(JSONLine.text(document) + "\n")
    }
    let head = "\(file):\(line):" + (why.map { " left: \($0)" } ?? "")
    let lines = [head] + before.map { "  - \($0)" } + after.map { "  + \($0)" }
    try DescriptorSink.output.write(lines.map { TerminalText.clean($0) + "\n" }.joined())
  }
}

private struct UpdateDocument: Encodable {
  let file: String
  let line: Int
  let before: [String]
  let after: [String]
  let left: String?
}

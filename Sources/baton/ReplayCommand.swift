import ArgumentParser
import Dialogue
import Gateways
import Runtime
import Storage
import TranscriptTesting
import Vocabulary

/// Runs what customers have written against a changed playbook, before it meets the next one.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play the recorded conversations of a store with these intents.",
    discussion: """
      Shows which answers, handoffs and questions would change, each kind of change once, with how often and where. \
      Nothing is written. Exits with 1 where a question would be put whose answer is known, or a person no longer be \
      reached.
      """)

  @OptionGroup var options: CommonOptions
  @Option(help: ArgumentHelp("Only threads with a case of this code; repeatable.", valueName: "code"))
  var only: [TypedCode] = []

  /// Threads read at a time.
  private static let page = 256

  func run() async throws {
    let engine = Engine(playbook: try Opening(options).playbook())
    let store = try Opening(options).existingStore()
    var replay = Replay(engine: engine, at: options.clock(in: engine.playbook.settings.zone).now())
    do throws(StoreError) {
      var last: ThreadID?
      while true {
        let threads = try await store.threads(after: last, limit: Self.page)
        guard let end = threads.last else { break }
        for thread in threads {
          guard let record = try await store.record(of: thread), isMeant(record) else { continue }
          replay.note(record)
        }
        last = end
      }
    } catch {
      throw Complaint(error, store: options.store).told()
    }
    try show(replay)
    if replay.isBroken { throw ExitCode.findings }
  }

  private func isMeant(_ record: ThreadRecord) -> Bool {
    only.isEmpty || record.cases.contains { theCase in only.contains { $0.code == theCase.code } }
  }

  private func show(_ replay: Replay) throws {
    if options.json {
      for group in replay.inOrder { try put(JSONLine.text(GroupDocument(group))) }
    } else {
      var kind: Replay.Kind?
      for group in replay.inOrder {
        if kind != group.kind { try put(title(of: group.kind, in: replay)) }
        kind = group.kind
        for line in lines(of: group) { try put(TerminalText.clean(line)) }
      }
    }
    try DescriptorSink.errors.write("\(replay.threads) conversations, \(replay.changed) would go otherwise\n")
  }

  private func title(of kind: Replay.Kind, in replay: Replay) -> String {
    let count = replay.groups.filter { $0.kind == kind }.map(\.count).reduce(0, +)
    let words =
      switch kind {
      case .askedTwice: "Asked though it is known"
      case .personLost: "No longer with a person"
      case .question: "Other questions"
      case .answer: "Other words"
      case .handoff: "Other handoffs"
      }
    return "\(words): \(count)"
  }

  private func lines(of group: Replay.Group) -> [String] {
    let place = group.caseCode.map { "case \($0)" } ?? "thread \(group.thread)"
    let example = "\(group.count) time\(group.count == 1 ? "" : "s"), as in \(place), entry \(group.seq)"
    switch group.kind {
    case .askedTwice: return ["  \(group.after): \(example)"]
    case .personLost: return ["  after \(group.before): \(example)"]
    case .question, .handoff: return ["  \(group.before) -> \(group.after): \(example)"]
    case .answer:
      let before = group.before.isEmpty ? [] : ["    - \(group.before)"]
      return ["  \(example)"] + before + (group.after.isEmpty ? [] : ["    + \(group.after)"])
    }
  }

  private func put(_ text: String) throws { try DescriptorSink.output.write(text + "\n") }
}

private struct GroupDocument: Encodable {
  let kind: Replay.Kind
  let before: String
  let after: String
  let count: Int
  let thread: ThreadID
  let theCase: CaseCode?
  let seq: Int

  enum CodingKeys: String, CodingKey {
    case kind, before, after, count, thread, seq
    case theCase = "case"
  }

  init(_ group: Replay.Group) {
    kind = group.kind
    before = group.before
    after = group.after
    count = group.count
    thread = group.thread
    theCase = group.caseCode
    seq = group.seq
  }
}

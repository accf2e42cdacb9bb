import Foundation
import IntentLanguage
import Playbooks
import Understanding
import Vocabulary

/// What a playbook of many intents costs: to load, to keep and to read with. Each size in a process of its own.
struct Scaling {
  let own: String
  static let sizes = [100, 1_000, 10_000, 100_000]
  /// The classifier learns from all templates when a reader is made, so that the whole reading is measured up to here.
  static let mostLearnt = 1_000

  func run() throws {
    for size in Scaling.sizes {
      Table.title("A playbook of \(size) intents, 5 templates each")
      for line in try Child.run(own, ["scale", "\(size)"]).output.split(separator: "\n") { Table.put("  " + line) }
    }
  }

  /// One size, measured in this process.
  static func measure(_ intents: Int) throws {
    let work = Workload(intents: intents)
    let files = work.files()
    let bytes = files.reduce(0) { $0 + $1.text.utf8.count }
    Table.row("files", "\(files.count), \(bytes / 1_024) KiB")
    let before = Memory.now
    let (playbook, load) = try load(files)
    let linked = Memory.now
    let (index, build) = costs {
      TemplateIndex(playbook) { jobs, job in DispatchQueue.concurrentPerform(iterations: jobs, execute: job) }
    }
    Table.row("template index", build.words + ", \(index.nodeCount) nodes")
    Table.row("parse, link and index", (load + build).words + "   target at 10000: 1 s")
    let held =
      "\((linked - before) / 1_024) MiB behind loading, \((Memory.now - linked) / 1_024) MiB more for the index"
    Table.row("memory", "\(held), peak \(Memory.peak / 1_024) MiB")
    match(work.lines(4_000), playbook, index)
    if intents <= 10_000 {
      let (findings, check) = costs { PlaybookLoader.load(files).findings }
      guard !findings.hasError else { throw BenchError("the workload has errors: \(findings.prefix(3))") }
      Table.row("parse, check and link", check.words + "   target at 1000: 2 s")
      Table.row("peak memory with the check", "\(Memory.peak / 1_024) MiB")
    }
    if intents <= mostLearnt { read(work.lines(2_000), playbook) }
  }

  private static func load(_ files: [SourceFile]) throws -> (Playbook, Cost) {
    let (draft, parse) = costs { PlaybookDraft(files) }
    Table.row("parse", parse.words)
    let (linked, link) = costs { draft.playbook() }
    guard let playbook = linked else { throw BenchError("the workload cannot be linked") }
    Table.row("link", link.words)
    return (playbook, parse + link)
  }

  private static func match(_ texts: [String], _ playbook: Playbook, _ index: TemplateIndex) {
    let context = ReadingContext(now: Timestamp(milliseconds: 1_763_800_000_000).utcClock)
    let suite = EntitySuite(playbook: playbook)
    let lines = texts.map { Line($0) }
    let entities = lines.map { suite.read($0, in: context) }
    var (sample, covered) = (Sample(), 0)
    let start = processorTicks()
    for (line, values) in zip(lines, entities) {
      let first = ticks()
      if !index.intents(covering: line, values: values).isEmpty { covered += 1 }
      sample.add(ticks() - first)
    }
    let mean = Double(processorTicks() - start) / Double(lines.count) / 1_000
    Table.row("matching a line", sample, "mean CPU \(Table.time(mean)), \(covered * 100 / lines.count) % covered")
    let cutStart = processorTicks()
    for text in texts { _ = Line(text) }
    let cut = Double(processorTicks() - cutStart) / Double(lines.count) / 1_000
    Table.row("  cutting it into tokens", "mean CPU \(Table.time(cut))")
  }

  private static func read(_ texts: [String], _ playbook: Playbook) {
    let context = ReadingContext(now: Timestamp(milliseconds: 1_763_800_000_000).utcClock)
    let (reader, learn) = costs { Reader(playbook: playbook) }
    Table.row("reader with training", learn.words)
    var sample = Sample()
    for text in texts {
      let first = ticks()
      _ = reader.read(text, in: context)
      sample.add(ticks() - first)
    }
    Table.row("reading a line", sample, "target at 1000: 250 µs")
  }

  private struct Cost {
    let elapsed: Double
    let processor: Double
    var words: String { "\(Table.time(elapsed)), processor time \(Table.time(processor))" }
    static func + (left: Cost, right: Cost) -> Cost {
      Cost(elapsed: left.elapsed + right.elapsed, processor: left.processor + right.processor)
    }
  }

  private static func costs<Value>(_ body: () throws -> Value) rethrows -> (Value, Cost) {
    let (start, processorStart) = (ticks(), processorTicks())
    let value = try body()
    let (end, processorEnd) = (ticks(), processorTicks())
    return (
      value, Cost(elapsed: Double(end - start) / 1_000, processor: Double(processorEnd - processorStart) / 1_000)
    )
  }
}

/// Memory of this process in KiB, as the system counts it.
enum Memory {
  static var now: Int { field("VmRSS:") }
  static var peak: Int { field("VmHWM:") }

  private static func field(_ name: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: " ").dropLast().last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? 0
  }
}

extension Timestamp {
  fileprivate var utcClock: CivilDateTime { Zone.utc.civil(self) }
}

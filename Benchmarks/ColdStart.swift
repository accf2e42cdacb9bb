import Dialogue
import Foundation
import IntentLanguage
import SQLiteStorage
import Understanding

/// How long `baton chat` takes from the shell to its end when nothing is said, and what of it goes where.
struct ColdStart {
  let baton: String
  let own: String
  let intents: String
  let folder: URL
  private static let runs = 20

  func run() throws {
    Table.title("Cold start of `baton chat </dev/null`, \(Self.runs) processes each")
    let store = folder.appendingPathComponent("start.sqlite").path
    let chat = ["chat", "--intents", intents, "--store", store, "--as", "bench"]
    var (fresh, again, bare, processor) = (Sample(), Sample(), Sample(), Sample())
    var peak = 0
    for _ in 0..<Self.runs {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("start.sqlite")
      {
        unlink(folder.appendingPathComponent(name).path)
      }
      fresh.add(try Child.run(baton, chat).duration)
      let child = try Child.run(baton, chat)
      again.add(child.duration)
      processor.add(child.processor)
      peak = max(peak, child.peakKibibytes)
      bare.add(try Child.run(baton, ["--help"]).duration)
    }
    Table.row("with the store of before", again, "target: under 150 ms")
    Table.row("  processor time of that", processor, "hardly changes with the machine's other work")
    Table.row("with a new store", fresh, "nothing is known: the files are checked, and intents learned")
    Table.row("`baton --help`", bare, "the start of the process alone")
    Table.row("peak memory", "\(peak / 1024) MiB")
    try printPhases(store)
  }

  private func printPhases(_ store: String) throws {
    var samples: [String: Sample] = [:]
    for _ in 0..<Self.runs {
      for line in try Child.run(own, ["phases", intents, store]).output.split(separator: "\n") {
        let words = line.split(separator: "\t")
        guard words.count == 2, let duration = UInt64(words[1]) else { continue }
        samples[String(words[0]), default: Sample()].add(duration)
      }
    }
    Table.title("Its parts, one after the other, each in a process of its own")
    for phase in Phases.names { Table.row(phase, samples[phase] ?? Sample()) }
  }
}

/// The parts of a start, each done once, as a process does them that has just begun.
enum Phases {
  static let names = ["read the files", "parse, check and link", "build the reader", "open the store"]

  static func run(intents: String, store: String) throws {
    let (files, first) = timed { IntentFolder.read(intents).files }
    let (playbook, second) = timed { PlaybookLoader.load(files).playbook }
    guard let playbook else { throw BenchError("the intents in \(intents) have errors") }
    let (_, third) = timed { Engine(playbook: playbook) }
    let (_, fourth) = try timed { try SQLiteStore(path: store) }
    for (name, duration) in zip(names, [first, second, third, fourth]) { Table.put("\(name)\t\(duration)") }
  }

  private static func timed<Value>(_ body: () throws -> Value) rethrows -> (Value, UInt64) {
    let start = ticks()
    let value = try body()
    return (value, ticks() - start)
  }
}

/// A process that is waited for.
struct Child {
  let duration: UInt64
  let processor: UInt64
  let peakKibibytes: Int
  let output: String

  static func run(_ program: String, _ arguments: [String]) throws -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchError("no pipe") }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    let words = ([program] + arguments).map { strdup($0) }
    let variables = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for word in words + variables { free(word) } }
    let start = ticks()
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, &actions, nil, words + [nil], variables + [nil])
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw BenchError("\(program) cannot be started") }
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: false).readDataToEndOfFile()
    var (status, usage): (Int32, rusage) = (0, rusage())
    wait4(child, &status, 0, &usage)
    guard status == 0 else { throw BenchError("\(program) \(arguments.first ?? "") ended with status \(status)") }
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let processor = seconds * 1_000_000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Child(
      duration: ticks() - start, processor: UInt64(max(0, processor)) * 1_000, peakKibibytes: usage.ru_maxrss,
      output: String(decoding: output, as: UTF8.self))
  }
}

import Foundation
import Testing

/// Plays the console examples of a page with the built program, all in one folder with the demo bank, and compares what
/// is shown. A conversation that is open goes on where a later example begins without a command.
struct ConsoleReplay {
  /// The code that stands in the pages for whatever code a case gets.
  static let code = "K7F3QX"
  static let now = "2026-11-20T10:00:00+01:00"

  let program: Program
  private var conversation: Running?
  private var shown: [String] = []
  private var actualCode = ConsoleReplay.code

  init() throws {
    program = try Program()
    for folder in ["Intents", "Transcripts"] {
      let target = program.folder.appendingPathComponent(folder)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: URL(fileURLWithPath: Bank.root + "/" + folder), to: target)
    }
  }

  mutating func play(_ example: Page.Example, of page: Page) async throws {
    for command in Self.commands(in: example) {
      let place = "\(page.path):\(example.line)"
      switch command.words.first {
      case nil: try await goOn(command, place)
      case "alias", "export", "cd": #expect(command.shown.isEmpty, "\(place)")
      case "make":
        conversation = try program.start(["chat", "--as", "maja", "--now", Self.now])
        try await goOn(command, place)
      case "baton": try await run(command, place)
      default: Issue.record("\(place): nobody knows how to play \(command.words)")
      }
    }
  }

  /// Ends the open conversation and compares all that it has shown.
  mutating func end(of page: Page) async throws {
    guard let conversation else { return }
    conversation.close()
    let result = await conversation.end()
    #expect(result.code == 0, "\(result.errors)")
    #expect(asInPage(result.output) == shown.joined(separator: "\n"), "\(page.path)")
  }

  private mutating func goOn(_ command: Command, _ place: String) async throws {
    let conversation = try #require(conversation, "\(place): no conversation is open")
    command.typed.forEach { conversation.send($0) }
    shown += command.shown
    guard let last = command.shown.last else { return }
    // The code is not known before it is shown, so the longest piece without it is waited for.
    let piece = last.components(separatedBy: Self.code).max { $0.count < $1.count } ?? last
    #expect(await conversation.says(piece), "\(place): \(last)")
    if actualCode == Self.code { actualCode = try await openCode() }
  }

  /// The code of the only case; that of the pages while there is none.
  func openCode() async throws -> String {
    let list = try await program.run("desk", "list", "--now", Self.now)
    return list.output.hasPrefix("No open cases.") ? Self.code : String(list.output.prefix(6))
  }

  private func run(_ command: Command, _ place: String) async throws {
    var words: [String] = command.words.dropFirst().map { $0 == Self.code ? actualCode : $0 }
    if words.first != "--version" { words += ["--now", Self.now] }
    let running = try program.start(words)
    command.typed.forEach { running.send($0) }
    running.close()
    let result = await running.end()
    // An example may leave out what is long: then it shows nothing.
    guard !command.shown.isEmpty else {
      #expect(result.code == 0, "\(place): \(result.errors)")
      return
    }
    let expected = uncounted(command.shown.joined(separator: "\n"))
    #expect(uncounted(asInPage(result.output + result.errors)) == expected, "\(place)")
  }

  /// How much the proof looked through changes with every line of the demo.
  private func uncounted(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.hasPrefix("Proved over ") ? $0.filter { !$0.isNumber } : String($0) }.joined(separator: "\n")
  }

  /// As a page shows it.
  private func asInPage(_ output: String) -> String {
    let text = output.replacingOccurrences(of: actualCode, with: Self.code)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension ConsoleReplay {
  /// One command of an example, with what is typed into it and what it shows. No words: the open conversation goes on.
  struct Command {
    var words: [String] = []
    var typed: [String] = []
    var shown: [String] = []
  }

  static func commands(in example: Page.Example) -> [Command] {
    var commands: [Command] = []
    for line in example.lines {
      if line.hasPrefix("$ ") {
        commands.append(Command(words: words(of: String(line.dropFirst(2)))))
        continue
      }
      if commands.isEmpty { commands.append(Command()) }
      let last = commands.count - 1
      if line.hasPrefix("> ") {
        commands[last].typed.append(String(line.dropFirst(2)))
      } else {
        commands[last].shown.append(line)
      }
    }
    return commands
  }

  /// As a shell splits them: blanks divide, double and single quotes hold together, `#` begins a remark.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch character {
      case quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil:
        quote = character
        word = word ?? ""
      case " " where quote == nil:
        if let word { words.append(word) }
        word = nil
      case "#" where quote == nil && word == nil: return words
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

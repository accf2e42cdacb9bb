import Foundation
import Testing

/// A frame as a client reads it.
struct Frame: Decodable {
  struct Choice: Decodable {
    let title: String
    let say: String
  }

  let type: String
  let seq: Int?
  let cid: String?
  let dup: Bool?
  let code: String?
  let from: Sender?
  let text: String?
  let floor: String?
  let last: Int?
  let to: Int?
  let more: Bool?
  let position: Int?
  let state: String?
  let disclosure: String?
  let resume: String?
  let limits: [String: Int]?

  /// In an entry who spoke, in a page where it begins.
  enum Sender: Decodable, Equatable, ExpressibleByStringLiteral {
    case speaker(String)
    case number(Int)
    init(stringLiteral value: String) { self = .speaker(value) }
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .speaker(try container.decode(String.self))
      }
    }
  }
}

enum Frames {
  struct Missing: Error { let what: String }

  static let hello = #"{"type":"hello","v":1}"#

  static func all(_ output: String) throws -> [Frame] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Frame.self, from: Data($0.utf8)) }
  }

  static func say(_ cid: String, _ text: String) -> String { #"{"type":"say","cid":"\#(cid)","text":"\#(text)"}"# }
}

@Suite(.timeLimit(.minutes(2))) struct ChatFrameTests {
  private func talk(_ program: Program, _ frames: [String]) async throws -> [Frame] {
    let input = frames.map { $0 + "\n" }.joined()
    let result = try await program.run("chat", "--as", "ana", "--json", input: input)
    #expect(result.code == 0, "\(result.errors)")
    return try Frames.all(result.output)
  }

  @Test func `a conversation in frames`() async throws {
    let program = try Program()
    let frames = try await talk(program, [Frames.hello, Frames.say("c1", "when are you open"), #"{"type":"beat"}"#])
    let welcome = try #require(frames.first)
    #expect(welcome.type == "welcome" && welcome.floor == "bot")
    #expect(welcome.disclosure?.contains("Testbank") == true)
    let entries = frames.filter { $0.type == "entry" }
    #expect(entries.compactMap(\.seq) == Array(1...entries.count))
    let ack = try #require(frames.first { $0.type == "ack" })
    #expect(ack.cid == "c1" && ack.dup == false)
    let own = try #require(entries.first { $0.from == "customer" })
    #expect(own.seq == ack.seq && own.text == "when are you open")
    #expect(entries.last?.text?.contains("From eight to four.") == true)
    #expect(frames.last { $0.type == "beat" }?.last == entries.count)
  }

  @Test func `a retry is told as such, another text under the same id is a conflict`() async throws {
    let program = try Program()
    let once = try await talk(program, [Frames.hello, Frames.say("c1", "when are you open")])
    let frames = try await talk(
      program, [Frames.hello, Frames.say("c1", "when are you open"), Frames.say("c1", "something else")])
    let ack = try #require(frames.first { $0.type == "ack" })
    #expect(ack.dup == true)
    #expect(ack.seq == once.first { $0.type == "ack" }?.seq)
    #expect(frames.first { $0.type == "nack" }?.code == "cid_conflict")
    let count = { (frames: [Frame]) in frames.count { $0.type == "entry" } }
    #expect(count(frames) == count(once))
  }

  @Test func `asking for a person opens a case, and its line is printed`() async throws {
    let program = try Program()
    let frames = try await talk(program, [Frames.hello, #"{"type":"human","cid":"h1"}"#])
    #expect(frames.contains { $0.type == "ack" && $0.cid == "h1" })
    let status = try #require(frames.last { $0.type == "status" })
    #expect(status.floor == "queue" && status.position == 1)
    #expect(frames.contains { $0.type == "case" && $0.state == "queued" })
    let again = try await talk(program, [Frames.hello])
    #expect(again.first { $0.type == "status" }?.floor == "queue")
  }

  @Test func `what is missing is read in pages`() async throws {
    let program = try Program()
    let lines = (1...5).map { Frames.say("c\($0)", "when are you open") }
    _ = try await talk(program, [Frames.hello] + lines)
    let hello = #"{"type":"hello","v":1,"after":9000}"#
    let frames = try await talk(program, [hello, #"{"type":"sync","after":1,"limit":3}"#])
    #expect(frames.filter { $0.type == "entry" }.compactMap(\.seq) == [2, 3, 4])
    let page = try #require(frames.first { $0.type == "page" })
    #expect(page.from == .number(2) && page.to == 4 && page.more == true)
  }

  @Test func `pushing stops at 64 entries without a receipt`() async throws {
    let program = try Program()
    let lines = (1...80).map { Frames.say("c\($0)", "when are you open") }
    let frames = try await talk(program, [Frames.hello] + lines)
    #expect(frames.count { $0.type == "ack" } == 80)
    #expect(frames.filter { $0.type == "entry" }.compactMap(\.seq) == Array(1...64))
    let more = try await talk(program, [#"{"type":"hello","v":1,"after":64}"#, #"{"type":"got","seq":128}"#])
    #expect(more.filter { $0.type == "entry" }.first?.seq == 65)
  }

  @Test(arguments: ["[]", "nonsense", #"{"type":"hello","v":1,"after":1e400}"#, #"{"type":"say","text":"no id"}"#])
  func `where a WebSocket would be closed, the program ends with 65`(line: String) async throws {
    let program = try Program()
    let input = [Frames.hello, Frames.say("c1", "when are you open"), line, Frames.say("c2", "too late")]
    let result = try await program.run("chat", "--as", "ana", "--json", input: input.joined(separator: "\n") + "\n")
    #expect(result.code == 65)
    #expect(result.errors.contains("baton: "))
    let acknowledged = try Frames.all(result.output).filter { $0.type == "ack" }.compactMap(\.cid)
    #expect(acknowledged.allSatisfy { $0 == "c1" })
  }

  @Test func `a secret that nobody gave out is refused`() async throws {
    let program = try Program()
    let result = try await program.run("chat", "--json", input: #"{"type":"hello","v":1,"resume":"x"}"# + "\n")
    #expect(result.code == 65)
    #expect(try Frames.all(result.output).map(\.type) == ["bye"])
  }
}

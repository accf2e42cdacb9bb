import Foundation
import Testing

/// `baton eval`, run as an author runs it.
@Suite(.timeLimit(.minutes(3))) struct EvalTests {
  static let train = """
    {"text":"my card is gone","intent":"lost_card"}
    {"text":"somebody stole my card","intent":"lost_card"}
    {"text":"I cannot find my card","intent":"lost_card"}
    {"text":"my wallet with the card was stolen","intent":"lost_card"}
    {"text":"I want to borrow money","intent":"loan"}
    {"text":"how do I get a loan","intent":"loan"}
    {"text":"can you lend me money for a car","intent":"loan"}
    {"text":"what is the rate of your loans","intent":"loan"}
    {"text":"when are you open","intent":"opening hours"}
    {"text":"what are your opening hours","intent":"opening hours"}
    {"text":"when does the branch close","intent":"opening hours"}
    {"text":"sing me a song about the sea","intent":"oos"}

    """
  static let test = """
    {"text":"my card is gone","intent":"lost_card"}
    {"text":"the loan, how do i get it","intent":"loan"}

    {"text":"when is the branch open","intent":"opening hours"}
    {"text":"why do birds sing","intent":null}
    {"text":"green fences look better than red ones","intent":"oos"}

    """

  struct Report: Decodable {
    struct Point: Decodable { let threshold: Double }
    let type: String
    let lines: Int
    let in_scope: Int
    let outside: Int
    let accuracy: Double
    let answered_right: Double
    let outside_recall: Double
    let outside_auroc: Double
    let wrong: Double
    let asked: Double
    let calibration_error: Double
    let threshold: Double
    let training_s: Double
    let curve: [Point]
  }

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.train, to: "train.jsonl")
    try program.write(Self.test, to: "test.jsonl")
    return program
  }

  @Test func `measures a playbook made of labelled lines`() async throws {
    let program = try program()
    let result = try await program.run("eval", "test.jsonl", "--train", "train.jsonl", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(report.type == "eval")
    #expect((report.lines, report.in_scope, report.outside) == (5, 3, 2))
    #expect(report.accuracy == 1)
    #expect(report.answered_right > 0)
    #expect(report.outside_recall == 1)
    #expect(report.outside_auroc == 1)
    #expect(report.wrong == 0)
    #expect((0...1).contains(report.calibration_error))
    #expect((0.3...0.8).contains(report.threshold))
    #expect(report.curve.count == 51)
  }

  @Test func `tells people, and draws a chart`() async throws {
    let program = try program()
    let result = try await program.run("eval", "test.jsonl", "--train", "train.jsonl", "--chart", "chart.svg")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(result.lines.first == "5 lines: 3 in scope, 2 outside")
    #expect(result.output.contains("in scope, likeliest intent is right  100.0 %"))
    #expect(result.output.contains("threshold in force"))
    let chart = try program.text(of: "chart.svg")
    #expect(chart.hasPrefix("<svg ") && chart.hasSuffix("</svg>\n"))
    #expect(chart.components(separatedBy: "<polyline").count == 3)
  }

  @Test func `measures the author's own intents`() async throws {
    let program = try program()
    try program.write(#"{"text":"are you open today","intent":"opening_times"}"# + "\n", to: "own.jsonl")
    let result = try await program.run("eval", "own.jsonl", "--json")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(#""in_scope":1"#))
  }

  @Test func `refuses a label that no intent has`() async throws {
    let program = try program()
    let result = try await program.run("eval", "test.jsonl")
    #expect(result.code == 65)
    #expect(result.errors.contains("test.jsonl:1: no intent is called 'lost_card'"))
  }

  @Test(arguments: ["[]", "text", #"{"intent":"a"}"#, #"{"text":5}"#, "\u{0}"])
  func `refuses what is no labelled line, and says where`(line: String) async throws {
    let program = try program()
    try program.write(#"{"text":"a","intent":"oos"}"# + "\n" + line + "\n", to: "bad.jsonl")
    let result = try await program.run("eval", "bad.jsonl", "--train", "train.jsonl")
    #expect(result.code == 65)
    #expect(result.errors.contains("bad.jsonl:2:"))
  }

  @Test func `refuses a file that is not there, and one without lines`() async throws {
    let program = try program()
    #expect(try await program.run("eval", "nowhere.jsonl").code == 74)
    try program.write("\n\n", to: "empty.jsonl")
    #expect(try await program.run("eval", "empty.jsonl").code == 65)
  }
}

/// What was learned stands beside the store.
@Suite(.timeLimit(.minutes(3))) struct LearnedFileTests {
  private func learned(_ program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.contains("-learned-") }
      .sorted()
  }

  private func say(_ program: Program) async throws -> String {
    let result = try await program.run("chat", "--as", "ana", input: "when are you opening\n")
    #expect(result.code == 0, "\(result.errors)")
    return result.output
  }

  @Test func `is made once, and a damaged one is made anew`() async throws {
    let program = try Program()
    _ = try await say(program)
    let name = try #require(try learned(program).first)
    #expect(try learned(program).count == 1)
    let whole = try Data(contentsOf: program.folder.appendingPathComponent(name))
    _ = try await say(program)
    #expect(try Data(contentsOf: program.folder.appendingPathComponent(name)) == whole)
    try program.write("nonsense", to: name)
    _ = try await say(program)
    #expect(try Data(contentsOf: program.folder.appendingPathComponent(name)) == whole)
  }

  @Test func `is of one playbook, and old ones go`() async throws {
    let program = try Program()
    for number in 0..<6 {
      try program.write(
        """
        settings: { name: Testbank, default_queue: front }
        queues:
          front: { title: Front desk }
        intents:
          opening_times:
            utterances: [when are you open, are you open on day \(number)]
            answer: From eight to four.

        """, to: "Intents/front.yml")
      _ = try await say(program)
    }
    #expect(try learned(program).count == 4)
  }

  @Test func `is not needed`() async throws {
    let program = try Program()
    let result = try await program.run("chat", "--store", ":memory:", "--as", "ana", input: "when are you open\n")
    #expect(result.code == 0)
    #expect(try learned(program).isEmpty)
  }
}

import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `A SARIF log` {
  private func log(_ findings: [Finding], prefix: String = "Intents") throws -> [String: Any] {
    let text = try SarifReport(findings, prefix: prefix, version: "0.1.0").text()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func finding(in file: String = "cards/lost card.yml") -> Finding {
    let turn = Conversation.Turn(said: "hello", answers: ["NO_HANDOFF"])
    return Finding(
      FlowProblem.noEnding("lost_card"), at: SourcePlace(file: file, line: 3, column: 5),
      shows: Conversation(name: "Nowhere", now: nil, turns: [turn]))
  }

  @Test func `has the version, one run and the program`() throws {
    let log = try log([])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    #expect((runs[0]["results"] as? [Any])?.isEmpty == true)
    #expect(runs[0]["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test func `has a result for each finding, and its rule once`() throws {
    let runs = try #require(try log([finding(), finding()])["runs"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.count == 2)
    #expect(results[0]["ruleId"] as? String == "no-ending")
    #expect(results[0]["level"] as? String == "error")
    let message = try #require((results[0]["message"] as? [String: String])?["text"])
    #expect(message.contains("leads nowhere") && message.contains("#me\nhello"))
    let driver = try #require((runs[0]["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["no-ending"])
    #expect(results[1]["ruleIndex"] as? Int == 0)
  }

  @Test func `names places by a URI, lines and columns from one`() throws {
    func physical(_ finding: Finding, prefix: String) throws -> [String: Any] {
      let runs = try #require(try log([finding], prefix: prefix)["runs"] as? [[String: Any]])
      let results = try #require(runs[0]["results"] as? [[String: Any]])
      let locations = try #require(results[0]["locations"] as? [[String: [String: Any]]])
      return try #require(locations[0]["physicalLocation"])
    }
    let place = try physical(finding(), prefix: "Intents/")
    #expect((place["artifactLocation"] as? [String: String])?["uri"] == "Intents/cards/lost%20card.yml")
    #expect((place["region"] as? [String: Int]) == ["startLine": 3, "startColumn": 5])
    let root = try physical(finding(in: "a:b.yml"), prefix: "/srv/Intents")
    #expect((root["artifactLocation"] as? [String: String])?["uri"] == "file:///srv/Intents/a%3Ab.yml")
  }
}

import Foundation
import Vocabulary

/// Findings in SARIF 2.1.0, which code hosts and editors show beside the author's lines.
package struct SarifReport: Encodable {
  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// - Parameters:
  ///   - prefix: the folder of intents as seen from the root of the repository.
  ///   - version: that of the program.
  package init(_ findings: [Finding], prefix: String, version: String) {
    let used = Set(findings.map(\.code))
    let codes = FindingCode.allCases.filter { used.contains($0.rawValue) }
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1.rawValue, $0) })
    let driver = Driver(version: version, rules: codes.map(Rule.init))
    runs = [Run(tool: Tool(driver: driver), results: findings.map { Result($0, prefix, indices[$0.code] ?? 0) })]
  }

  /// The whole log as one JSON text.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  // MARK: parts

  private struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    /// Columns are counted as the files are read.
    let columnKind = "unicodeCodePoints"
    enum CodingKeys: CodingKey { case tool, results, columnKind }
  }

  private struct Tool: Encodable { let driver: Driver }

  private struct Driver: Encodable {
    let name = "baton check"
    let version: String
    let rules: [Rule]
    enum CodingKeys: CodingKey { case name, version, rules }
  }

  private struct Message: Encodable { let text: String }

  private struct Rule: Encodable {
    struct Configuration: Encodable { let level: String }
    let id: String
    let defaultConfiguration: Configuration

    init(_ code: FindingCode) {
      id = code.rawValue
      defaultConfiguration = Configuration(level: code.severity.rawValue)
    }
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]

    init(_ finding: Finding, _ prefix: String, _ index: Int) {
      ruleId = finding.code
      ruleIndex = index
      level = finding.severity.rawValue
      let shown = finding.conversation.map { ["", $0.text] } ?? []
      message = Message(text: ([finding.text] + finding.help + shown).joined(separator: "\n"))
      locations = [Location(finding.place, prefix)]
    }
  }

  private struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable { let uri: String }
      struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
      }
      let artifactLocation: Artifact
      let region: Region
    }
    let physicalLocation: Physical

    init(_ place: SourcePlace, _ prefix: String) {
      physicalLocation = Physical(
        artifactLocation: .init(uri: Location.uri(ReportPath.joined(prefix, place.file))),
        region: .init(startLine: max(1, place.line), startColumn: max(1, place.column)))
    }

    /// A relative reference, or a file URI for a path from the root.
    private static func uri(_ path: String) -> String {
      let allowed = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
      let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
      return path.hasPrefix("/") ? "file://" + escaped : escaped
    }
  }
}

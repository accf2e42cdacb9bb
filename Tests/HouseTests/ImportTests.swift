import Foundation
import Testing

/// The direction of the house: nothing points back up, and the pure tier looks at nothing but itself.
struct ImportTests {
  static let pure = ["Vocabulary", "Playbooks", "Regexes", "Learning", "Understanding", "Dialogue"]

  /// What each target may import of ours and of others.
  static let allowed: [String: Set<String>] = [
    "Vocabulary": [],
    "Playbooks": ["Vocabulary"],
    "Regexes": ["CPCRE2"],
    "Learning": ["Synchronization"],
    "Understanding": ["Vocabulary", "Playbooks", "Regexes", "Learning"],
    "Dialogue": ["Vocabulary", "Playbooks", "Regexes", "Understanding"],
    "IntentLanguage": [
      "Vocabulary", "Playbooks", "Regexes", "Understanding", "Yams", "Foundation", "Glibc", "Synchronization",
    ],
    "Storage": ["Vocabulary", "Playbooks", "Dialogue", "Understanding", "Synchronization", "Foundation"],
    "SQLiteStorage": [
      "Vocabulary", "Playbooks", "Dialogue", "Understanding", "Storage", "GRDB", "GRDBSQLite", "Dispatch", "Foundation",
      "Glibc", "Synchronization",
    ],
    "Runtime": [
      "Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Foundation", "Logging", "ServiceLifecycle",
      "Synchronization", "Glibc",
    ],
    "Gateways": [
      "Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Runtime", "Foundation", "Logging",
      "ServiceLifecycle", "Synchronization", "Glibc", "Dispatch",
    ],
    "WebGateway": [
      "Vocabulary", "Dialogue", "Storage", "Runtime", "Gateways", "Pages", "Foundation", "Logging", "ServiceLifecycle",
      "Synchronization", "Glibc", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOWebSocket", "NIOSSL",
    ],
    "Desk": [
      "Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Runtime", "Foundation", "Logging",
      "ServiceLifecycle", "Synchronization", "Glibc",
    ],
    "Pages": [],
    "Lookups": [
      "Vocabulary", "Playbooks", "Dialogue", "Runtime", "Foundation", "CLookups",
      "Synchronization",
    ],
    "Signatures": ["Vocabulary", "Runtime", "CSignatures"],
    "StorageTesting": [
      "Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Foundation", "Synchronization",
    ],
    "TranscriptTesting": [
      "Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Runtime", "Desk", "Foundation",
      "Synchronization",
    ],
  ]

  @Test(arguments: House.files(below: "Sources"))
  func `no file imports what stands above it`(file: House.SourceText) {
    guard file.target != "baton" else { return }
    guard let allowed = Self.allowed[file.target] else {
      Issue.record("\(file.path): the target \(file.target) has no line in the table of imports")
      return
    }
    for (module, line) in House.imports(of: file) where !allowed.contains(module) {
      Issue.record("\(file.path):\(line): \(file.target) must not import \(module)")
    }
  }

  @Test(arguments: House.files(below: "Sources").filter { pure.contains($0.target) })
  func `the pure tier has no clock, no chance, no waiting and no printing`(file: House.SourceText) {
    let banned = [
      "Date()", ".random()", "SystemRandomNumberGenerator", "await ", "print(", "ContinuousClock", "async ",
    ]
    for (index, line) in file.lines.enumerated() {
      let code = line.components(separatedBy: "//")[0]
      for word in banned where code.contains(word) {
        Issue.record("\(file.path):\(index + 1): \(word) has no place in the pure tier")
      }
    }
  }

  @Test func `the rule would notice`() {
    let file = House.SourceText(target: "Vocabulary", path: "x", lines: ["@testable import GRDB", "let a = 1"])
    #expect(House.imports(of: file).map(\.module) == ["GRDB"])
  }
}

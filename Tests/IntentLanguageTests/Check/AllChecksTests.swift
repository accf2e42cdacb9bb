import Foundation
import Testing

@testable import IntentLanguage

@Suite struct `All checks` {
  @Test func `a check is one file, one test file, and one line in the list`() throws {
    func names(_ folder: String, _ ending: String) throws -> Set<String> {
      let path = ProjectFolder.root.appendingPathComponent(folder).path
      let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(ending) }
      return Set(files.map { String($0.dropLast(ending.count)) })
    }
    let listed = AllChecks.all.map { String(describing: $0) }
    let sources = try names("Sources/IntentLanguage/Check", "Check.swift").map { $0 + "Check" }
    let tests = try names("Tests/IntentLanguageTests/Check", "CheckTests.swift").map { $0 + "Check" }
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed) == Set(sources))
    #expect(Set(listed) == Set(tests))
  }
}

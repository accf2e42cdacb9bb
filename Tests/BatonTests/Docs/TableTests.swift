import Dialogue
import Playbooks
import Testing
import TranscriptTesting
import Vocabulary

/// Tables of the pages name what the program has, no more and no less.
struct TableTests {
  @Test func `every sentence stands in the page with its default`() throws {
    let rows = try Page("docs/intent-language.md").table(headed: "| name | default | in German |")
    #expect(rows.map(\.name) == Sentence.allCases.map(\.rawValue))
    for (row, sentence) in zip(rows, Sentence.allCases) {
      let texts = Idioms.all.map { $0.text(of: sentence) }
      #expect(row.rest == texts, "\(sentence.rawValue)")
    }
  }

  @Test func `every asserter stands in the page`() throws {
    let rows = try Page("docs/intent-language.md").table(headed: "| asserter | holds when |")
    let names = rows.map { String($0.name.prefix { $0 != " " }) }
    #expect(Set(names) == Set(Asserter.Name.allCases.map(\.rawValue)))
    #expect(names.count == Set(names).count)
  }

  @Test func `every signal stands in the page`() throws {
    let rows = try Page("docs/intent-language.md").table(headed: "| signal | ")
    #expect(rows.map(\.name) == Signal.allCases.map(\.rawValue))
  }

  @Test func `every built-in name stands in the page`() throws {
    let page = try Page("docs/intent-language.md")
    for name in BuiltInName.allCases { #expect(page.text.contains("`\(name.rawValue)`"), "\(name.rawValue)") }
  }

  @Test func `every slot type stands in the page`() throws {
    let rows = try Page("docs/intent-language.md").table(headed: "| type | example of what is said |")
    let names = rows.flatMap { $0.name.components(separatedBy: ", ") }
    #expect(Set(names) == Set(EntityKind.allCases.map(\.rawValue)))
  }

  @Test func `every reason of a handoff stands in the page`() throws {
    let rows = try Page("docs/wire.md").table(headed: "| `reason.kind` |")
    #expect(rows.map(\.name) == HandoffReason.Kind.allCases.map(\.rawValue))
  }
}

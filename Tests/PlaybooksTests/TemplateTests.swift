import Testing
import Vocabulary

@testable import Playbooks

@Suite struct `A template` {
  private static let place = SourcePlace(file: "a.yml", line: 1, column: 1)

  @Test func `means what its text is read as, each time`() {
    let template = Template(text: "{day} then", language: .english, place: Self.place) { text in
      .sequence([.slot("day"), .text(String(text.dropFirst(5)))])
    }
    #expect(template.root == .sequence([.slot("day"), .text(" then")]))
    #expect(template.root == template.root && template.slots == ["day"])
  }

  @Test func `is another one where it means something else`() {
    func template(_ root: TemplatePart) -> Template {
      Template(text: "a", language: .english, place: Self.place, root: root)
    }
    #expect(template(.text("a")) == template(.text("a")))
    #expect(template(.text("a")) != template(.text("b")))
    #expect(template(.text("a")).hashValue == template(.text("a")).hashValue)
  }
}

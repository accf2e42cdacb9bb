import Playbooks
import Testing
import Vocabulary

@testable import Understanding

struct RegexTests {
  private func slot(_ pattern: String) -> Slot {
    var bounds = SlotBounds()
    bounds.matches = pattern
    let place = SourcePlace(file: "test", line: 1, column: 1)
    return Slot(id: "code", place: place, title: "Code", kind: .regex, bounds: bounds)
  }

  @Test func `what the slot's own pattern matches is a value of that slot`() {
    let line = Line("že INV-204518 and inv-204519")
    let found = RegexSlotReader(slots: [slot("INV-\\d{6}")]).read(line, in: Samples.context())
    #expect(found.map(\.value) == [.pattern("INV-204518"), .pattern("inv-204519")])
    #expect(found.allSatisfy { $0.slot == "code" && line.typed($0.span) == $0.value.plain })
  }

  @Test func `nothing is read by a pattern that matches nowhere, matches nothing or does not compile`() {
    for pattern in ["INV-\\d{6}", "x*", "("] {
      #expect(RegexSlotReader(slots: [slot(pattern)]).read(Line("hello"), in: Samples.context()).isEmpty)
    }
  }
}

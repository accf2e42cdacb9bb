import Playbooks
import Testing
import Vocabulary

@testable import Understanding

/// Which words of a line are a slot's own.
struct ReadingSpansTests {
  private func readings(_ text: String) -> [String] {
    let slots = [
      TestPlaybook.slot("day", .date), TestPlaybook.slot("hour", .time), TestPlaybook.slot("address", .text),
      TestPlaybook.slot("name", .name, cues: ["my name is"]),
    ]
    let intents = [
      TestPlaybook.intent("visit", ["I want to come [[on] {day}] [at {hour}]"]),
      TestPlaybook.intent("move", ["my address is {address}"]),
    ]
    let reader = Reader(playbook: Playbook(intents: intents, slots: slots))
    let line = Line(text)
    return reader.read(line, in: TestPlaybook.context).readings.map { "\($0.slot)=\(line.typed($0.span))" }.sorted()
  }

  @Test func `a day taken out of a moment leaves the time to others`() {
    #expect(readings("I want to come tomorrow, 10:30") == ["day=tomorrow"])
    #expect(readings("I want to come tomorrow at 10:30") == ["day=tomorrow", "hour=10:30"])
  }

  @Test func `a bare time is no day`() {
    #expect(!readings("I want to come, 10:30").contains { $0.hasPrefix("day") })
  }

  @Test func `free words end where a named value begins behind a comma`() {
    #expect(readings("my address is 4 Mill Lane, my name is Ana Novak") == ["address=4 Mill Lane", "name=Ana Novak"])
    #expect(readings("my address is 4 Mill Lane, Kranj") == ["address=4 Mill Lane, Kranj"])
    #expect(readings("my address is the house where my name is on the door").count == 1)
  }
}

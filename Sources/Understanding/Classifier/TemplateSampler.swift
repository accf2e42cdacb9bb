import Playbooks
import Vocabulary

/// Some of a template's shapes, always the same ones.
struct TemplateSampler {
  private var state: UInt64
  private let slots: (SlotID) -> Slot?

  init(seed: Int, slots: @escaping (SlotID) -> Slot?) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    self.slots = slots
  }

  /// A value is a word of its own, or its kind stands beside the text.
  struct Sample: Hashable {
    var text = ""
    var kinds: [String] = []
  }

  /// At most `limit` different ones.
  mutating func samples(of root: TemplatePart, limit: Int) -> [Sample] {
    var found: [Sample] = []
    var seen = Set<Sample>()
    for _ in 0..<limit {
      var sample = Sample()
      var room = 400
      write(root, into: &sample, room: &room)
      if seen.insert(sample).inserted { found.append(sample) }
    }
    return found
  }

  private mutating func write(_ part: TemplatePart, into sample: inout Sample, room: inout Int) {
    room -= 1
    guard room > 0 else { return }
    switch part {
    case .text(let text): sample.text += text
    case .slot(let id): write(slots(id), into: &sample)
    case .sequence(let parts):
      for part in parts { write(part, into: &sample, room: &room) }
    case .alternatives(let arms):
      if !arms.isEmpty { write(arms[next(arms.count)], into: &sample, room: &room) }
    case .optional(let arms):
      let arm = next(arms.count + 1)
      if arm < arms.count { write(arms[arm], into: &sample, room: &room) }
    }
  }

  private mutating func write(_ slot: Slot?, into sample: inout Sample) {
    guard let slot else { return }
    if ValueWords.isSeen(slot.kind) {
      sample.text += " \(ValueWords.word(for: slot)) "
    } else {
      sample.text += " "
      sample.kinds.append(slot.kind.rawValue)
    }
  }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(count, 1)
  }
}

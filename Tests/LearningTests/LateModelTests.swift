import Synchronization
import Testing

@testable import Learning

@Suite struct `A model that is learned late` {
  @Test func `what was learned before is shared and not learned again`() {
    let count = Mutex(0)
    let known = LearnedModel(Toy.examples(classes: 3, lines: 6))
    let learning: LateModel.Learning = { _ in
      count.withLock { $0 += 1 }
      return known
    }
    let first = LateModel.shared(0x5EED_0001, known: known, learning: learning)
    let second = LateModel.shared(0x5EED_0001, learning: learning)
    #expect(first === second)
    #expect(second.model.classes == 3)
    #expect(count.withLock { $0 } == 0)
  }

  @Test func `the one before serves until it is learned`() {
    let before = LearnedModel(Toy.examples(classes: 3, lines: 6)).renumbered([0, 1, 2, nil])
    let late = LateModel.shared(0x5EED_0003, before: before) { _ in
      LearnedModel(Toy.examples(classes: 4, lines: 6))
    }
    let words = Toy.views(Toy.line(3, 7))
    #expect(!late.isLearned)
    #expect(late.model.judge(words, limit: 1).ranked.first?.number != 3)
    _ = late.learned(Schooling())
    #expect(late.isLearned)
    #expect(late.model.judge(words, limit: 1).ranked.first?.number == 3)
  }

  @Test func `what nobody learned before is learned once for all who ask`() {
    let count = Mutex(0)
    let learning: LateModel.Learning = { _ in
      count.withLock { $0 += 1 }
      return LearnedModel(Toy.examples(classes: 3, lines: 6))
    }
    let (first, second) = (
      LateModel.shared(0x5EED_0002, learning: learning), LateModel.shared(0x5EED_0002, learning: learning)
    )
    #expect(count.withLock { $0 } == 0)
    #expect(first.model.classes == second.model.classes)
    #expect(count.withLock { $0 } == 1)
  }
}

import Dispatch
import Synchronization
import Testing

@testable import Learning

@Suite struct `A learned model` {
  static let model = LearnedModel(Toy.examples(classes: 12, lines: 10))

  @Test func `tells lines apart that it has not seen`() throws {
    for owner in 0..<12 {
      let best = try #require(Self.model.judge(Toy.views(Toy.line(owner, 11)), limit: 3).ranked.first)
      #expect(best.number == owner)
      #expect(best.score > Self.model.threshold)
    }
  }

  @Test func `trusts itself less where the words are strange`() throws {
    let known = try #require(Self.model.judge(Toy.views(Toy.line(4, 11)), limit: 1).ranked.first)
    let half = try #require(
      Self.model.judge(Toy.views(Toy.line(4, 11).prefix(1) + [90_001, 90_002, 90_003]), limit: 1).ranked.first)
    let strange = try #require(Self.model.judge(Toy.views([90_001, 90_002, 90_003]), limit: 1).ranked.first)
    #expect(known.score > half.score)
    #expect(half.score > strange.score)
    #expect(strange.score < 0.2)
  }

  @Test func `sees no question between classes where no word was ever taught`() {
    let scores = Self.model.judge(Toy.views([90_001, 90_002, 90_003]), limit: 12).ranked.map(\.score)
    #expect(scores.count == 12)
    #expect(scores.reduce(0, +) <= 1.001)
  }

  @Test func `scores are best first and lie between 0 and 1`() {
    for number in 0..<60 {
      let words = (0..<(number % 9)).map { UInt64(100 + (number * 37 + $0 * 11) % 90) }
      let ranked = Self.model.judge(Toy.views(words), limit: 5).ranked
      #expect(ranked.map(\.score) == ranked.map(\.score).sorted(by: >))
      #expect(ranked.allSatisfy { $0.score >= 0 && $0.score <= 1 })
      #expect(ranked.count == 5)
    }
  }

  @Test func `serves other classes as far as it knows them`() throws {
    // The first class is new, the others come in another order, and one has gone.
    let places = [nil] + (1..<12).reversed().map { Optional($0) }
    let other = Self.model.renumbered(places)
    #expect(other.classes == 12)
    for owner in 1..<12 {
      let words = Toy.views(Toy.line(owner, 11))
      let (was, now) = (Self.model.judge(words, limit: 1).ranked.first, other.judge(words, limit: 1).ranked.first)
      #expect(now?.number == 12 - owner)
      #expect(abs((now?.score ?? 0) - (was?.score ?? 1)) < 0.05)
    }
    let gone = try #require(other.judge(Toy.views(Toy.line(0, 11)), limit: 12).ranked.first)
    #expect(gone.score < Self.model.threshold)
    let all = other.judge(Toy.views(Toy.line(0, 11)), limit: 12).ranked
    #expect(all.first { $0.number == 0 }?.score ?? 0 < 1e-6)
  }

  @Test func `is the same from the same examples`() {
    let again = LearnedModel(Toy.examples(classes: 12, lines: 10))
    #expect(again.encoded(key: 7) == Self.model.encoded(key: 7))
  }

  @Test func `is the same whoever does its parts, and in whatever order`() {
    let backwards = Schooling(crew: { jobs, job in for number in (0..<jobs).reversed() { job(number) } })
    let atOnce = Schooling(crew: { jobs, job in DispatchQueue.concurrentPerform(iterations: jobs, execute: job) })
    for schooling in [backwards, atOnce] {
      let again = LearnedModel(Toy.examples(classes: 12, lines: 10), schooling).encoded(key: 7)
      let isSame = again == Self.model.encoded(key: 7)
      #expect(isSame)
    }
  }

  @Test func `hears how far the learning is`() {
    let heard = Mutex<[Double]>([])
    _ = LearnedModel(
      Toy.examples(classes: 3, lines: 5), Schooling(told: { share in heard.withLock { $0.append(share) } }))
    let told = heard.withLock { $0 }
    #expect(told == told.sorted())
    #expect(told.last == 1)
  }

  @Test(arguments: [0, 1, 2]) func `may have few classes`(classes: Int) {
    let model = LearnedModel(Toy.examples(classes: classes, lines: 3))
    #expect(model.judge(Toy.views([100, 101]), limit: 4).ranked.count == classes)
  }

  @Test func `may have very many classes`() throws {
    let classes = LinearWeights.mostDenseClasses + 100
    let model = LearnedModel(Toy.examples(classes: classes, lines: 2))
    let words = (0..<3).map { UInt64(100 + 900 * 7 + $0) }
    #expect(model.judge(Toy.views(words), limit: 2).ranked.first?.number == 900)
    let bytes = model.encoded(key: 1)
    let kept = try #require(LearnedModel(bytes, key: 1))
    #expect(kept.judge(Toy.views(words), limit: 2).ranked == model.judge(Toy.views(words), limit: 2).ranked)
    let other = model.renumbered([nil, 900, 3, -4, 1_000_000])
    #expect(other.classes == 5)
    #expect(other.judge(Toy.views(words), limit: 2).ranked.first?.number == 1)
  }

  @Test func `a line that must not be read as one class speaks against it`() throws {
    var examples = Toy.examples(classes: 12, lines: 10)
    let before = try #require(Self.model.judge(Toy.views(Toy.line(2, 11)), limit: 1).ranked.first)
    for number in 0..<6 { examples.add(Toy.views(Toy.line(2, 11)), .isNotOf(2), group: 900 + number) }
    let model = LearnedModel(examples)
    let after = model.judge(Toy.views(Toy.line(2, 11)), limit: 12).ranked.first { $0.number == 2 }
    #expect(try #require(after).score < before.score)
  }

  @Test func `what is no line that anybody writes teaches, and is not rehearsed`() throws {
    var examples = Toy.examples(classes: 12, lines: 10)
    let before = (0..<3).map { Rehearsal.trials(examples, round: $0, told: { _ in }).count }
    for owner in 0..<12 { examples.add(Toy.views([UInt64(70_000 + owner)]), .isOf(owner), group: nil) }
    #expect((0..<3).map { Rehearsal.trials(examples, round: $0, told: { _ in }).count } == before)
    let best = LearnedModel(examples).judge(Toy.views([70_004]), limit: 1).ranked.first
    #expect(try #require(best).number == 4)
  }

  @Test func `says what each feature adds`() {
    let views = Toy.views(Toy.line(5, 11) + [90_000])
    let said = Self.model.contributions(views, for: 5)
    #expect(said.map(\.count) == views.map(\.count))
    #expect(said[0][0] > 0)
    #expect(said[0].last == 0)
    #expect(Self.model.contributions(views, for: 99).allSatisfy { $0.allSatisfy { $0 == 0 } })
  }
}

@Suite struct `A model on disk` {
  static let bytes = `A learned model`.model.encoded(key: 42)

  @Test func `judges as the one that was written`() throws {
    let kept = try #require(LearnedModel(Self.bytes, key: 42))
    #expect(kept.threshold == `A learned model`.model.threshold)
    for owner in 0..<12 {
      let views = Toy.views(Toy.line(owner, owner + 3))
      #expect(kept.judge(views, limit: 4).ranked == `A learned model`.model.judge(views, limit: 4).ranked)
    }
    #expect(kept.encoded(key: 42) == Self.bytes)
  }

  @Test func `is not believed when it was learned from something else`() {
    #expect(LearnedModel(Self.bytes, key: 43) == nil)
  }

  @Test func `is not believed when it is damaged`() {
    for at in stride(from: 0, to: Self.bytes.count, by: 997) {
      var damaged = Self.bytes
      damaged[at] ^= 0x10
      #expect(LearnedModel(damaged, key: 42) == nil, "byte \(at)")
    }
    for count in [0, 1, 7, 8, 16, 24, 1_000, Self.bytes.count - 8, Self.bytes.count - 1] {
      #expect(LearnedModel(Array(Self.bytes.prefix(count)), key: 42) == nil, "\(count) bytes")
    }
    #expect(LearnedModel(Self.bytes + [0, 0, 0, 0, 0, 0, 0, 0], key: 42) == nil)
  }

  @Test func `lengths that lie are not believed`() {
    var writer = ByteWriter()
    writer.write([UInt64(1)])
    var bytes = writer.closed()
    bytes.replaceSubrange(0..<8, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    let sum = ByteReader.sum(bytes[..<(bytes.count - 8)])
    withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange((bytes.count - 8)..., with: $0) }
    var reader = ByteReader(bytes)
    #expect(reader != nil)
    #expect(reader?.read(UInt64.self) == nil)
  }
}

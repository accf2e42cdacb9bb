import Chances
import Playbooks
import Testing
import TranscriptTesting
import Understanding
import Vocabulary

@testable import Dialogue
@testable import IntentLanguage

/// The sets of values are those of the engine's own judge: over all values that could make a difference, some rule holds
/// where the solver says that there is no gap, and none does where it says that there is one.
struct AlgebraTests {
  static let yaml = """
    settings: { default_queue: desk, currency: EUR }
    intents:
      all: { utterances: [one thing], needs: [size, kind, sum, day], takes: [flag], handoff: desk }
    slots:
      size: { type: integer, min: 0, max: 5, ask: How large is it? }
      kind: { type: choice, options: [red, blue, green], ask: Which colour is it? }
      sum: { type: money, min: 0, ask: How much is it? }
      day: { type: date, ask: On which day is it? }
      flag: { type: yes_no, ask: Is it so? }
    queues: { desk: { title: the desk } }
    """

  private let judge: Judge
  private let world: World
  private let meaning: ConditionMeaning

  init() throws {
    let draft = PlaybookDraft([SourceFile(path: "all.yml", text: Self.yaml)])
    let playbook = try #require(draft.playbook())
    judge = Judge(Engine(playbook: playbook))
    world = World(catalog: Catalog(draft.declarations), currencies: ["EUR"])
    meaning = ConditionMeaning(world: world)
  }

  @Test(arguments: [["size"], ["kind", "flag"], ["sum"], ["day"], ["size", "kind"], ["sum", "flag"]])
  func `a gap is found where there is one, and only there`(slots: [String]) {
    var chance = SplitMix(seed: UInt64(slots.joined().utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    let points = judge.points(of: slots)
    var gaps = 0
    let rounds = slots == ["day"] ? 16 : 60
    for _ in 0..<rounds {
      let rules = (0..<(1 + chance.below(4))).map { _ in judge.condition(over: slots, &chance) }
      let formulas = rules.map { meaning.formula($0.clauses, queue: nil).negated(in: world) }
      let hasGap = points.contains { point in !rules.contains { judge.holds($0, point) } }
      gaps += hasGap ? 1 : 0
      switch Solver.solve(formulas, in: world) {
      case .some(let region): #expect(hasGap, "\(rules) leave \(region)")
      case .none: #expect(!hasGap, "\(rules)")
      case .givenUp: Issue.record("given up")
      }
    }
    #expect(gaps > 3 && gaps < rounds)
  }

  @Test func `sets of numbers do what sets do`() {
    var chance = SplitMix(seed: 11)
    for _ in 0..<60 {
      let left = NumberSet.random(&chance)
      let right = NumberSet.random(&chance)
      for step in -2...22 {
        let number = DecimalNumber(units: Int64(step * 5), scale: 1)
        #expect(left.intersection(right).contains(number) == (left.contains(number) && right.contains(number)))
        #expect(left.complement.contains(number) == !left.contains(number))
        #expect(left.union(right).contains(number) == (left.contains(number) || right.contains(number)))
      }
      #expect(left.complement.complement == left)
      if let example = left.example(usual: 100) { #expect(left.contains(example)) } else { #expect(left.isEmpty) }
    }
  }
}

extension NumberSet {
  fileprivate static func random(_ chance: inout SplitMix) -> NumberSet {
    (0..<3).reduce(NumberSet.none) { set, _ in
      let low = DecimalNumber(chance.below(10))
      let high = DecimalNumber(chance.below(10))
      let from: NumberSet = chance.below(2) == 0 ? .from(low) : .over(low)
      let to: NumberSet = chance.below(2) == 0 ? .to(high) : .under(high)
      return set.union(from.intersection(to))
    }
  }
}

/// The engine's judge of conditions, with all values that could make a difference to the conditions made here.
struct Judge {
  private let thread: EngineThread

  init(_ engine: Engine) { thread = EngineThread(engine: engine, at: ChanceWalk.friday) }

  func holds(_ condition: Condition, _ point: [SlotID: Value]) -> Bool {
    var snapshot = thread.snapshot
    var values = point
    var now = thread.now
    if case .date(let day) = values.removeValue(forKey: Judge.now) {
      now = thread.engine.playbook.settings.zone.moment(CivilDateTime(day, TimeOfDay(secondsOfDay: 36_000)))
    }
    snapshot.talk.matter.facts = values.mapValues { value in
      Fact(value: value, said: "", seq: 1, span: ScalarSpan(0, 0), source: .said, at: thread.now)
    }
    let turn = Turn(engine: thread.engine, snapshot: snapshot, now: now, channel: .line)
    return ConditionJudge(turn).holds(condition)
  }

  /// Stands in a point for the day on which it is looked at.
  private static let now: SlotID = "now"

  func points(of slots: [String]) -> [[SlotID: Value]] {
    let days = slots.contains("day") ? (-7...7).map { Judge.there.adding(days: $0) } + [today] : [today]
    let starts = days.map { [Judge.now: Value.date($0)] }
    return slots.reduce(starts) { points, slot in
      points.flatMap { point -> [[SlotID: Value]] in
        [point] + values(of: slot).map { value in point.merging([SlotID(slot): value]) { $1 } }
      }
    }
  }

  private var today: CivilDate { thread.engine.playbook.settings.zone.civil(thread.now).date }

  private func values(of slot: String) -> [Value] {
    switch slot {
    case "size": return (0...5).map { .integer($0) }
    case "kind": return ["red", "blue", "green"].map { .choice($0) }
    case "flag": return [.yesNo(true), .yesNo(false)]
    case "sum":
      return (0...13).flatMap { step -> [Value] in
        let amount = DecimalNumber(units: Int64(step * 5), scale: 1)
        return [.money(amount, currency: "EUR"), .money(amount, currency: "USD")]
      }
    default:
      let days = [today.adding(days: -1), today] + (-9...9).map { Judge.there.adding(days: $0) }
      return days.flatMap { [.date($0), .dateRange($0, $0.adding(days: 3))] }
    }
  }

  private static let there = CivilDate(daysSince1970: 30_000)

  // MARK: conditions

  func condition(over slots: [String], _ chance: inout SplitMix) -> Condition {
    let count = 1 + chance.below(slots.count)
    let clauses = (0..<count).map { _ -> Condition.Clause in
      let slot = slots[chance.below(slots.count)]
      let place = SourcePlace(file: "all.yml", line: 1, column: 1)
      return Condition.Clause(subject: .slot(SlotID(slot)), test: test(of: slot, &chance), place: place)
    }
    return Condition(clauses: clauses)
  }

  private func test(of slot: String, _ chance: inout SplitMix) -> Condition.Test {
    switch chance.below(7) {
    case 0: return .known(chance.below(2) == 0)
    case 1: return .not(bare(of: slot, &chance))
    default: return bare(of: slot, &chance)
    }
  }

  private func bare(of slot: String, _ chance: inout SplitMix) -> Condition.Test {
    switch slot {
    case "kind":
      let words = ["red", "blue", "green"].filter { _ in chance.below(2) == 0 }
      return .isOneOf(words.isEmpty ? ["red"] : words)
    case "flag": return .isOneOf([chance.below(2) == 0 ? "yes" : "no"])
    case "size":
      if chance.below(4) == 0 { return .isOneOf([String(chance.below(6))]) }
      return range(&chance) { .number(DecimalNumber(units: Int64($0.below(13)), scale: $0.below(2))) }
    case "sum":
      return range(&chance) { .money(DecimalNumber($0.below(7)), currency: $0.below(4) == 0 ? nil : "EUR") }
    default:
      return range(&chance) { chance in
        chance.below(2) == 0
          ? .date(Judge.there.adding(days: chance.below(9) - 4))
          : .duration(DurationValue(days: chance.below(5), seconds: chance.below(3) == 0 ? 3_600 : 0))
      }
    }
  }

  private func range(_ chance: inout SplitMix, _ bound: (inout SplitMix) -> Bound) -> Condition.Test {
    let first = bound(&chance)
    let second = chance.below(2) == 0 ? bound(&chance) : nil
    switch chance.below(4) {
    case 0: return .range(over: first, under: second, from: nil, to: nil)
    case 1: return .range(over: nil, under: first, from: second, to: nil)
    case 2: return .range(over: nil, under: nil, from: first, to: second)
    default: return .range(over: second, under: nil, from: nil, to: first)
    }
  }
}

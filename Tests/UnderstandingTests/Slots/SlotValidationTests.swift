import Playbooks
import Testing
import Vocabulary

@testable import Understanding

struct SlotValidationTests {
  private func slot(
    _ kind: EntityKind, options: [Slot.Option] = [], _ change: (inout SlotBounds) -> Void = { _ in }
  ) -> Slot {
    var bounds = SlotBounds()
    change(&bounds)
    let place = SourcePlace(file: "test", line: 1, column: 1)
    return Slot(id: "it", place: place, title: "It", kind: kind, options: options, bounds: bounds)
  }
  private func entity(_ value: Value, alternatives: [Value] = []) -> Entity {
    Entity(kind: value.kind, value: value, span: ScalarSpan(0, 1), rule: "test", alternatives: alternatives)
  }
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
  /// 2026-11-22, a Sunday.
  private func now() throws -> CivilDateTime { CivilDateTime(try date("2026-11-22"), TimeOfDay(secondsOfDay: 36_000)) }

  private func problem(_ value: Value, _ slot: Slot) throws -> SlotProblem? {
    switch SlotValidation.check(value, against: slot, now: try now()) {
    case .success: nil
    case .failure(let problem): problem
    }
  }

  @Test func `a length has two ends`() throws {
    let slot = slot(.digits) { $0.length = 4...4 }
    #expect(try problem(.digits("0417"), slot) == nil)
    #expect(try problem(.digits("417"), slot) == .tooShort(expected: 4...4))
    #expect(try problem(.digits("04170"), slot) == .tooLong(expected: 4...4))
  }

  @Test func `the bound that fails is named`() throws {
    let low = Bound.number(DecimalNumber(10))
    let high = Bound.money(DecimalNumber(500), currency: "EUR")
    let slot = slot(.money) {
      $0.min = low
      $0.max = high
    }
    #expect(try problem(.money(DecimalNumber(10), currency: "EUR"), slot) == nil)
    #expect(try problem(.money(DecimalNumber(9), currency: "EUR"), slot) == .underMinimum(low))
    #expect(try problem(.money(DecimalNumber(501), currency: "EUR"), slot) == .overMaximum(high))
    #expect(try problem(.money(DecimalNumber(501), currency: "USD"), slot) == nil)
  }

  @Test func `another currency is a problem where the slot names one`() throws {
    let slot = slot(.money) { $0.currency = "EUR" }
    #expect(try problem(.money(DecimalNumber(5), currency: "USD"), slot) == .otherCurrency(expected: "EUR"))
  }

  @Test func `a weekday is the last one where the slot is of the past`() throws {
    let slot = slot(.date) { $0.past = true }
    let friday = entity(.date(try date("2026-11-27")), alternatives: [.date(try date("2026-11-20"))])
    #expect(SlotValidation.check(friday, against: slot, now: try now()) == .success(.date(try date("2026-11-20"))))
    let sure = entity(.date(try date("2026-11-27")))
    #expect(SlotValidation.check(sure, against: slot, now: try now()) == .failure(.notInThePast))
  }

  @Test func `today is of the past and of the future`() throws {
    let today = Value.date(try date("2026-11-22"))
    #expect(try problem(today, slot(.date) { $0.past = true }) == nil)
    #expect(try problem(today, slot(.date) { $0.future = true }) == nil)
    #expect(try problem(.date(try date("2026-11-21")), slot(.date) { $0.future = true }) == .notInTheFuture)
  }

  @Test func `a duration as a limit of a date is how far it lies from now`() throws {
    let limit = Bound.duration(DurationValue(days: 30))
    let slot = slot(.date) { $0.max = limit }
    #expect(try problem(.date(try date("2026-11-01")), slot) == nil)
    #expect(try problem(.date(try date("2026-09-01")), slot) == .overMaximum(limit))
  }

  @Test func `a pattern is a further condition`() throws {
    let slot = slot(.digits) { $0.matches = "^4" }
    #expect(try problem(.digits("417"), slot) == nil)
    #expect(try problem(.digits("517"), slot) == .doesNotMatch)
  }

  @Test func `a choice is one of the options`() throws {
    let slot = slot(.choice, options: [Slot.Option(key: "debit", says: [])])
    #expect(try problem(.choice("debit"), slot) == nil)
    #expect(try problem(.choice("gold"), slot) == .notAnOption)
  }

  @Test func `values fill slots of kinds near to theirs`() throws {
    func convert(_ value: Value, _ slot: Slot) -> Value? { SlotConversion.value(of: entity(value), for: slot) }
    let moment = CivilDateTime(try date("2026-11-20"), TimeOfDay(secondsOfDay: 3_600))
    #expect(convert(.number(DecimalNumber(4)), slot(.integer)) == .integer(4))
    #expect(convert(.number(DecimalNumber(units: 45, scale: 1)), slot(.integer)) == nil)
    let spoken = Entity(
      kind: .number, value: .number(DecimalNumber(4417)), span: ScalarSpan(0, 1), rule: "number: words")
    #expect(SlotConversion.value(of: spoken, for: slot(.digits)) == .digits("4417"))
    #expect(convert(.number(DecimalNumber(417)), slot(.digits)) == nil)
    #expect(convert(.phone("040123456"), slot(.digits)) == .digits("040123456"))
    #expect(
      convert(.number(DecimalNumber(20)), slot(.money) { $0.currency = "EUR" })
        == .money(DecimalNumber(20), currency: "EUR"))
    #expect(convert(.number(DecimalNumber(20)), slot(.money)) == nil)
    #expect(convert(.dateTime(moment), slot(.date)) == .date(moment.date))
    #expect(convert(.text("x"), slot(.text)) == nil)
    #expect(convert(.date(moment.date), slot(.number)) == nil)
  }

  @Test func `contact takes an address or a telephone number and nothing else`() {
    #expect(SlotConversion.value(of: entity(.email("a@b.si")), for: .contact) == .email("a@b.si"))
    #expect(SlotConversion.value(of: entity(.phone("+38640123456")), for: .contact) == .phone("+38640123456"))
    #expect(SlotConversion.value(of: entity(.name("Ana")), for: .contact) == nil)
  }
}

import Playbooks
import Vocabulary

/// What a customer may type so that a slot gets a value of a region.
struct ExampleWords {
  let world: World
  let region: Region
  /// The wall clock of the conversation.
  let now: CivilDateTime
  private var plain: PlainWords { PlainWords(world.catalog.settings.defaultLanguage) }

  /// Nothing where no plain words are known for such a value.
  func words(for slot: DeclaredSlot) -> String? {
    guard let domain = world.domain(of: slot.id.text) else { return nil }
    let subject = Condition.Subject.slot(SlotID(slot.id.text))
    let set = region[.value(subject)] ?? world.universe(of: .value(subject))
    switch domain.kind {
    case .text: return word(set, ["the blue one by the door", "it began in spring"], subject, domain)
    case .name: return word(set, ["Ana Novak"], subject, domain)
    case .email: return word(set, ["ana@example.com"], subject, domain)
    case .phone: return word(set, ["+386 40 123 456"], subject, domain)
    case .url: return word(set, ["https://example.com/a"], subject, domain)
    case .iban: return word(set, ["SI56 1910 0000 0123 438"], subject, domain)
    case .card: return word(set, ["4111 1111 1111 1111"], subject, domain)
    case .digits: return word(set, digits(domain.bounds.length), subject, domain)
    case .regex: return word(set, domain.bounds.matches.map { PatternSample($0).texts() } ?? [], subject, domain)
    case .yesNo:
      return set.words.contains("yes") ? plain.yes : set.words.contains("no") ? (plain.isGerman ? "nein" : "no") : nil
    case .choice: return option(of: slot, set)
    case .number, .integer: return set.numbers[.number]?.example(usual: 3)?.description
    case .money: return money(set)
    case .time: return set.numbers[.time]?.example(usual: 37_800).flatMap(ExampleWords.time)
    case .duration: return set.numbers[.span]?.example(usual: 7_200).flatMap(ExampleWords.length)
    case .date: return day(set, subject, domain).map { plain.day($0) }
    case .datetime: return moment(set, subject, domain)
    }
  }

  private func digits(_ length: ClosedRange<Int>?) -> [String] {
    let count = length?.lowerBound ?? 4
    return ["4417950263817264", "2079315486027391", "8530174692058317"].map { String($0.prefix(min(count, 16))) }
  }

  private func option(of slot: DeclaredSlot, _ set: ValueSet) -> String? {
    slot.options.lazy.filter { set.words.contains(WordSet.normal($0.key.text)) }
      .compactMap { SlotSupply(world: world).words(for: $0).first }.first
  }

  /// A text of the set that holds and breaks each pattern as the region has it.
  private func word(
    _ set: ValueSet, _ usual: [String], _ subject: Condition.Subject, _ domain: SlotDomain
  ) -> String? {
    let wanted = region.compactMap { axis, set -> (source: String, holds: Bool)? in
      guard case .pattern(subject, let source) = axis else { return nil }
      return (source, set.words.contains("yes"))
    }
    var tries = usual
    if case .some(let words) = set.words { tries = words.map { world.spelling(of: $0) }.sorted() }
    for pattern in wanted where pattern.holds { tries += PatternSample(pattern.source).texts() }
    return tries.first { text in
      set.words.contains(WordSet.normal(text)) && isValid(text, domain)
        && wanted.allSatisfy { world.holds($0.source, text) == $0.holds }
    }
  }

  private func isValid(_ text: String, _ domain: SlotDomain) -> Bool {
    if let length = domain.bounds.length, domain.kind != .phone, !length.contains(text.count) { return false }
    return domain.bounds.matches.map { world.holds($0, text) } ?? true
  }

  private func money(_ set: ValueSet) -> String? {
    let sorts = set.numbers.keys.compactMap { sort -> (currency: String, numbers: NumberSet)? in
      switch sort {
      case .currency(let currency): return (currency, set.numbers[sort] ?? .none)
      case .otherCurrency:
        let unnamed = ["USD", "GBP", "CHF", "JPY"].first { world.universe(ofCurrency: $0) == nil }
        return unnamed.map { ($0, set.numbers[sort] ?? .none) }
      case .number, .day, .time, .span: return nil
      }
    }.sorted { $0.currency < $1.currency }
    let own = world.catalog.settings.currency
    let chosen = sorts.first { $0.currency == own && !$0.numbers.isEmpty } ?? sorts.first { !$0.numbers.isEmpty }
    return chosen.flatMap { sort in sort.numbers.example(usual: 20).map { "\($0) \(sort.currency)" } }
  }

  // MARK: days

  private func day(_ set: ValueSet, _ subject: Condition.Subject, _ domain: SlotDomain) -> CivilDate? {
    guard let days = set.numbers[.day] else { return nil }
    let today = now.date.daysSince1970
    var far = (region[.distance(subject)] ?? world.universe(of: .distance(subject))).numbers[.span] ?? .all
    if domain.kind == .datetime { far = ExampleWords.wholeDays(far) }
    let sign = domain.bounds.past ? -1 : 1
    let usual = far.example(usual: 2)?.whole ?? 2
    let candidates =
      [usual, -usual].map { today + sign * $0 }
      + [days.example(usual: DecimalNumber(today))?.whole]
      .compactMap { $0 }
    let found = candidates.first { day in
      let isAllowed = !(domain.bounds.past && day > today) && !(domain.bounds.future && day < today)
      return isAllowed && days.contains(DecimalNumber(day)) && far.contains(DecimalNumber(abs(day - today)))
    }
    return found.map { CivilDate(daysSince1970: $0) }
  }

  /// Seconds as days, where whole days lie in it.
  private static func wholeDays(_ seconds: NumberSet) -> NumberSet {
    let days = (0...400).filter { seconds.contains(DecimalNumber($0 * 86_400)) }
    return days.reduce(NumberSet.none) { $0.union(.only(DecimalNumber($1))) }
  }

  private func moment(_ set: ValueSet, _ subject: Condition.Subject, _ domain: SlotDomain) -> String? {
    day(set, subject, domain).map {
      "\(plain.day($0)) \(plain.isGerman ? "um" : "at") \(now.time.description.prefix(5))"
    }
  }

  private static func time(_ seconds: DecimalNumber) -> String? {
    seconds.floor.whole.map { String(TimeOfDay(secondsOfDay: min($0, 86_340)).description.prefix(5)) }
  }

  static func length(_ seconds: DecimalNumber) -> String? {
    guard let seconds = seconds.whole else { return nil }
    for (unit, size) in [("day", 86_400), ("hour", 3_600), ("minute", 60)] where seconds >= size && seconds % size == 0
    {
      return "\(seconds / size) \(unit)\(seconds == size ? "" : "s")"
    }
    return "\(seconds) seconds"
  }
}

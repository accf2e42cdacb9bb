import Playbooks
import Understanding
import Vocabulary

/// Whether a customer can say anything that a slot takes, and what.
struct SlotSupply {
  enum Lack: Hashable {
    /// The bounds leave nothing.
    case nothingIsValid
    /// A date that is still to come and at the latest so long ago.
    case pastIsFuture
    /// The pattern matches no text.
    case nothingMatches
    /// What matches is never so long.
    case neverThatLong
    /// Every option is said with words that mean something else in every conversation.
    case optionsAreTaken
  }

  let world: World

  /// Why no line can ever fill the slot; nothing where one can.
  func lack(of slot: DeclaredSlot) -> Lack? {
    guard let domain = world.domain(of: slot.id.text), domain.kind != .choice || !slot.options.isEmpty else {
      return nil
    }
    if domain.isEmpty { return .nothingIsValid }
    switch domain.kind {
    case .choice: return optionsLack(slot)
    case .date, .datetime: return dateLack(domain.bounds)
    case .text, .name, .digits, .regex, .email, .phone, .url: return patternLack(domain)
    case .number, .integer, .money, .time, .duration, .iban, .card, .yesNo: return nil
    }
  }

  private func optionsLack(_ slot: DeclaredSlot) -> Lack? {
    guard !slot.options.isEmpty else { return nil }
    return slot.options.allSatisfy { words(for: $0).isEmpty } ? .optionsAreTaken : nil
  }

  /// What a customer may say for the option and be understood.
  func words(for option: DeclaredOption) -> [String] {
    ((option.words?.own(world.catalog.settings.defaultLanguage) ?? []) + [option.key]).map(\.text).filter {
      world.builtIn.move(of: $0).map(SlotSupply.isInTheWay) != true
    }
  }

  /// Moves that are answered before the open question is looked at.
  static func isInTheWay(_ move: Act.Move) -> Bool {
    switch move {
    case .person, .cancel, .startOver, .repeat, .capabilities, .areYouABot, .thanks, .goodbye, .greeting, .whyAsked,
      .saidSoFar:
      true
    case .yes, .no, .decline, .correction, .noneOfThese, .alreadyTold, .notSettled, .asBefore: false
    }
  }

  /// What lies in the past for everybody who reads this, in days.
  private static let today = Duty.usual.date

  private func dateLack(_ bounds: SlotBounds) -> Lack? {
    if bounds.past, bounds.future { return .nothingIsValid }
    if bounds.future, case .date(let latest)? = bounds.max, latest < SlotSupply.today { return .pastIsFuture }
    return nil
  }

  private func patternLack(_ domain: SlotDomain) -> Lack? {
    guard let source = domain.bounds.matches, world.pattern(source) != nil else { return nil }
    let sample = PatternSample(source)
    let isWhole = domain.kind == .regex || domain.kind == .digits || domain.kind == .text
    guard isWhole, sample.isExact else { return nil }
    let matching = sample.texts().filter { world.holds(source, $0) }
    if matching.isEmpty { return .nothingMatches }
    guard domain.kind == .regex, let length = domain.bounds.length else { return nil }
    let (least, most) = sample.length
    return least > length.upperBound || most.map { $0 < length.lowerBound } ?? false ? .neverThatLong : nil
  }
}

import Playbooks
import Understanding
import Vocabulary

/// A value on its way to a slot.
struct Fill: Hashable {
  enum Way: Hashable {
    /// A template, a regex or a cue names the slot.
    case named
    /// It takes the place of a part of the known value: "the last two are 17".
    case part
    /// It answers the open question.
    case answer
    /// No other slot of the intent can hold it.
    case onlyOne
  }

  let slot: SlotID
  var entity: Entity
  /// The value with what led to it.
  let said: ScalarSpan
  let way: Way
  /// Where it was said, if not in this line.
  var earlier: LooseValue?

  /// The value as the slot takes it, or why it does not. What names the slot or is its free text needs no conversion.
  func value(for slot: Slot, now: CivilDateTime) -> Result<Value, SlotProblem> {
    entity.rule == Fill.asSaid
      ? SlotValidation.check(entity.value, against: slot, now: now)
      : SlotValidation.check(entity, against: slot, now: now)
  }

  /// The words that it takes for itself.
  var taken: ScalarSpan { way == .part ? said : entity.span }

  static let asSaid = "as said"
}

/// What became of the values of one line.
struct Filled {
  /// Slots that are known now and were not, or have another value.
  var changed: [SlotID] = []
  /// Of these, the ones whose earlier value was replaced.
  var corrected: [SlotID] = []
  /// Slots whose value was refused, and why.
  var refused: [(slot: SlotID, problem: SlotProblem, said: String)] = []
  /// Slots that were said to be what is known already.
  var repeated: [SlotID] = []
  var isEmpty: Bool { changed.isEmpty && refused.isEmpty && repeated.isEmpty }
}

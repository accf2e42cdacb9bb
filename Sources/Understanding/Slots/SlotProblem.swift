import Playbooks
import Vocabulary

/// Why a value is not valid for a slot, so that a reply can say what is needed.
package enum SlotProblem: Error, Hashable, Sendable {
  case otherKind(expected: EntityKind)
  case tooShort(expected: ClosedRange<Int>)
  case tooLong(expected: ClosedRange<Int>)
  case underMinimum(Bound)
  case overMaximum(Bound)
  case notInThePast
  case notInTheFuture
  case otherCurrency(expected: String)
  /// The slot's `matches` does not hold.
  case doesNotMatch
  case notAnOption
}

import Playbooks
import Understanding
import Vocabulary

extension SlotProblem {
  /// What the value has to be, for the customer's language to say.
  var requirement: Requirement {
    switch self {
    case .otherKind(let kind): .kind(kind)
    case .tooShort(let expected), .tooLong(let expected): .length(expected)
    case .underMinimum(let bound): .atLeast(bound)
    case .overMaximum(let bound): .atMost(bound)
    case .notInThePast: .notLater
    case .notInTheFuture: .notEarlier
    case .otherCurrency(let currency): .currency(currency)
    case .doesNotMatch: .form
    case .notAnOption: .anOption
    }
  }
}

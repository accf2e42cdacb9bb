import Vocabulary

/// A `when`: all of its clauses must hold.
package struct Condition: Sendable {
  package let clauses: [Clause]
  package init(clauses: [Clause]) { self.clauses = clauses }

  package struct Clause: Sendable {
    package let subject: Subject
    package let test: Test
    package let place: SourcePlace
    package init(subject: Subject, test: Test, place: SourcePlace) {
      self.subject = subject
      self.test = test
      self.place = place
    }
  }

  /// What a clause looks at.
  package enum Subject: Hashable, Sendable {
    case slot(SlotID)
    case customer(String)
    case lookup(LookupID, field: String)
    case channel
    case language
    /// Whether the queue that this way hands off to has somebody on duty.
    case queueOpen
  }

  /// What must be true of it.
  package indirect enum Test: Hashable, Sendable {
    case isOneOf([String])
    /// `over` and `under` exclude their bound, `from` and `to` include it.
    case range(over: Bound?, under: Bound?, from: Bound?, to: Bound?)
    case known(Bool)
    case matches(String)
    case not(Test)
  }
}

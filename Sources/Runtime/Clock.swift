import Vocabulary

/// Tells the time. Tests have one that is moved by hand.
package protocol WallClock: Sendable {
  func now() -> Timestamp
}

/// Draws ids. Tests have one that counts.
package protocol IdentitySource: Sendable {
  func thread() -> ThreadID
  func customer() -> CustomerID
  func caseCode() -> CaseCode
}

import Desk
import Dialogue
import Foundation
import Runtime
import Vocabulary

/// What another program says in a transcript, and when. The network is never asked.
package struct StandIn: Hashable, Sendable {
  package let outcome: LookupOutcome
  /// How long it takes. What takes longer than the lookup may is late.
  package let afterMilliseconds: Int64

  package init(_ outcome: LookupOutcome, afterMilliseconds: Int64 = 0) {
    self.outcome = outcome
    self.afterMilliseconds = afterMilliseconds
  }

  /// Reads `{"state": "booked"}`, `fails` or `late`, each with `after 2s` before it if wanted.
  package init?(_ text: String) {
    var rest = text[...]
    var after: Int64 = 0
    if rest.hasPrefix("after ") {
      rest = rest.dropFirst("after ".count)
      let time = rest.prefix { !$0.isWhitespace }
      guard let milliseconds = ClockSpan.milliseconds(String(time)) else { return nil }
      after = milliseconds
      rest = rest.dropFirst(time.count).drop { $0.isWhitespace }
    }
    switch rest {
    case "fails": self.init(.failed(.unreachable), afterMilliseconds: after)
    case "late": self.init(.failed(.late), afterMilliseconds: .max)
    default:
      guard let fields = LookupAnswer.fields(of: Data(rest.utf8)) else { return nil }
      self.init(.answered(fields), afterMilliseconds: after)
    }
  }
}

/// The other programs of one transcript: what they were asked and when they answer.
struct StandIns: Sendable {
  struct Due: Sendable {
    let at: Timestamp
    let ticket: LookupTicket
    let outcome: LookupOutcome
    var event: Event { outcome.event(of: ticket) }
  }

  private var answers: [LookupID: StandIn] = [:]
  private var due: [Due] = []

  mutating func stand(in lookup: LookupID, _ answer: StandIn) { answers[lookup] = answer }

  mutating func ask(_ requests: [LookupRequest], at now: Timestamp) {
    for request in requests {
      let answer = answers[request.ticket.lookup] ?? StandIn(.failed(.unreachable))
      let isLate = answer.afterMilliseconds > request.withinMilliseconds
      due.append(
        Due(
          at: now.adding(milliseconds: min(answer.afterMilliseconds, request.withinMilliseconds)),
          ticket: request.ticket, outcome: isLate ? .failed(.late) : answer.outcome))
    }
  }

  /// What is said next, if it is said by then.
  mutating func next(by end: Timestamp) -> Due? {
    guard let index = due.indices.filter({ due[$0].at <= end }).min(by: { due[$0].at < due[$1].at }) else { return nil }
    return due.remove(at: index)
  }
}

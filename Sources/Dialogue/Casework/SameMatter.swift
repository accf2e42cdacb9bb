import Understanding
import Vocabulary

// After a case was resolved: is the next line about it, or about something else?
extension Turn {
  func isRecent(_ closed: Case) -> Bool {
    guard case .resolved(let at, _) = closed.state else { return false }
    return now.since(at) <= Limits.matterMilliseconds
  }

  /// Reopens the case where the line goes on about it: it says that it is not solved, reads as an intent of the case,
  /// asks for a person, or cannot be understood at all, and then a person who knows the matter is the safest reader.
  mutating func reopenIfSameMatter(_ heard: Heard) {
    guard let closed = theCase, !closed.isOpen, isRecent(closed), talk.matter.isEmpty, talk.expectation == .nothing
    else { return }
    let known = Set(closed.matter.intents.map(\.intent))
    let mentioned = heard.interpretation.mentions.filter { $0.certainty != .none }.flatMap {
      $0.candidates.map(\.intent)
    }
    if mentioned.contains(where: { !known.contains($0) }) && !mentioned.contains(where: { known.contains($0) }) {
      return
    }
    let isSmallTalk = heard.interpretation.acts.contains { act in
      act.isWhole
        && [.thanks, .goodbye, .greeting, .yes, .no, .capabilities, .areYouABot, .startOver, .saidSoFar, .cancel]
          .contains(act.move)
    }
    if isSmallTalk { return }
    reopen()
  }

  /// Puts the case back where it was, for the customer's sake at its old place.
  mutating func reopen() {
    own(.queued(since: now))
    talk.expectation = .nothing
    talk.agenda = []
    notify(.reopened)
    because("the line is about the case that was resolved")
  }
}

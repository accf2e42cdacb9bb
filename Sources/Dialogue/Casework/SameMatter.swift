import Playbooks
import Understanding
import Vocabulary

// After a case was resolved: is the next line about it, or about something else?
extension Turn {
  /// A case was resolved not long ago and nothing else was begun since.
  var mayReopen: Bool {
    guard let closed = theCase, case .resolved(let at, _) = closed.state else { return false }
    return now.since(at) <= Limits.matterMilliseconds && talk.matter.intents.isEmpty && talk.expectation == .nothing
  }

  /// Reopens the case where the line goes on about it: it says that it is not solved, reads as an intent of the case,
  /// asks for a person, or cannot be understood at all, and then a person who knows the matter is the safest reader.
  mutating func reopenIfSameMatter(_ heard: Heard) -> Bool {
    guard mayReopen, let closed = theCase else { return false }
    // What was answered beside it is another matter.
    let known = Set(closed.matter.intents.filter { $0.state == .open || $0.state == .handedOff }.map(\.intent))
    let mentioned = heard.interpretation.mentions.filter { $0.certainty != .none }.flatMap {
      $0.candidates.map(\.intent)
    }
    if !mentioned.isEmpty, !mentioned.contains(where: { known.contains($0) }) { return false }
    if let titled = engine.intentTitled(heard.line), !known.contains(titled) { return false }
    let isSmallTalk = heard.interpretation.acts.contains { act in
      act.isWhole
        && [.thanks, .goodbye, .greeting, .yes, .no, .capabilities, .areYouABot, .startOver, .saidSoFar, .cancel]
          .contains(act.move)
    }
    if isSmallTalk, !heard.has(.notSettled) { return false }
    reopen()
    return true
  }

  /// Puts the case back where it was, at its old place, with what was said since.
  mutating func reopen() {
    let since = talk.matter
    own(.queued(since: now))
    theCase?.matter.absorb(since)
    beginNewMatter()
    notify(.reopened)
    because("the line is about the case that was resolved")
  }

  mutating func sayReopened(_ heard: Heard) {
    addMentions(heard)
    notify(.customerWrote)
    sayWhoReopened()
  }

  mutating func sayWhoReopened() { sayWhatIsNext(after: [Wording(self).text(.reopened)]) }
}

extension Matter {
  /// Takes over what a later one knows.
  mutating func absorb(_ later: Matter) {
    facts.merge(later.facts) { _, new in new }
    for slot in later.facts.keys { declined[slot] = nil }
    declined.merge(later.declined) { old, _ in old }
    for slot in facts.keys { declined[slot] = nil }
    unclear = Array((unclear + later.unclear).prefix(Limits.matterRecords))
    signals = Array((signals + later.signals).prefix(Limits.matterRecords))
    asked = Array((asked + later.asked).prefix(Limits.matterRecords))
    loose = Array((loose + later.loose).suffix(Limits.looseValues))
  }
}

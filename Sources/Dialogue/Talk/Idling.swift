import Playbooks
import Vocabulary

// A customer who falls silent in the middle of a matter is reminded once. Nothing that was said is lost by it.
extension Turn {
  /// Whether the bot waits for something that the customer has to say.
  private var isInTheMiddle: Bool {
    guard floor == .bot else { return false }
    switch talk.expectation {
    case .slot, .confirmSlot, .confirmIntent, .chooseIntent, .chooseSlot: return true
    case .nothing, .settled: return false
    }
  }

  /// Begins the wait anew whenever the customer or the bot has spoken; ends it where nothing is awaited any more.
  mutating func mindIdleness(after event: Event) {
    guard isInTheMiddle, let idleAfter = playbook.settings.idleAfterMilliseconds else {
      timers[.idle] = nil
      return
    }
    switch event {
    case .customerSaid, .customerAskedForPerson, .lookupAnswered, .lookupFailed:
      timers[.idle] = now.adding(milliseconds: idleAfter)
    case .customerBrought: timers[.idle] = now.adding(milliseconds: idleAfter)
    case .customerCame, .customerRated, .customerSignedIn, .customerMovedOn, .agentDid, .agentWentAbsent, .caseOffered,
      .timerFired:
      return
    }
  }

  /// The one reminder, with the question that is open.
  mutating func remind() {
    guard isInTheMiddle else { return }
    because("the customer is silent in the middle of a matter")
    begin(with: Wording(self).text(.idleReminder))
    repeatQuestion()
  }
}

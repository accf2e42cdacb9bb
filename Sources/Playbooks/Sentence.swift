import Vocabulary

/// A sentence that Baton says by itself. Authors replace it under `replies:` by its raw value; what is said where they do
/// not stands in `Languages`.
package enum Sentence: String, Hashable, Sendable, CaseIterable {
  case disclosure, greeting
  case askMore = "ask_more"
  case retry
  case invalid
  case fallback
  case disambiguation
  case aPerson = "a_person"
  case whichSlot = "which_slot"
  case confirmSlot = "confirm_slot"
  case confirmIntent = "confirm_intent"
  case corrected
  case correctedSeveral = "corrected_several"
  case noted
  case whichValue = "which_value"
  case whatAbout = "what_about"
  case onBehalf = "on_behalf"
  case notWanted = "not_wanted"
  case leftOut = "left_out"
  case whatToChange = "what_to_change"
  case nothingBefore = "nothing_before"
  case stillNeeded = "still_needed"
  case settledQuestion = "settled_question"
  case settled
  case notSettled = "not_settled"
  case backTo = "back_to"
  case cancelled
  case startedOver = "started_over"
  case nothingToRepeat = "nothing_to_repeat"
  case capabilities
  case areYouABot = "are_you_a_bot"
  case thanks, goodbye
  case whyAsked = "why_asked"
  case saidSoFar = "said_so_far"
  case nothingSaid = "nothing_said"
  case handoff
  case handoffFacts = "handoff_facts"
  case handoffNext = "handoff_next"
  case handoffWait = "handoff_wait"
  case handoffClosed = "handoff_closed"
  case handoffPhone = "handoff_phone"
  case askContact = "ask_contact"
  case contactNoted = "contact_noted"
  case waiting
  case added
  case passedOn = "passed_on"
  case stillWithAgent = "still_with_agent"
  case agentJoined = "agent_joined"
  case agentLeft = "agent_left"
  case transferredToQueue = "transferred_to_queue"
  case transferredToAgent = "transferred_to_agent"
  case snoozed
  case resolved
  case reopened
  case tooLong = "too_long"
  case masked
  case languageChanged = "language_changed"
  case engineError = "engine_error"
  case lookingUp = "looking_up"
  case lookupFailed = "lookup_failed"
  case idleReminder = "idle_reminder"
}

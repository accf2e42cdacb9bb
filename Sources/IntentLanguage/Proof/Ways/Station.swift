/// A state of a conversation as the proof sees it. Intents, needs and ways are numbers in the order of the files.
enum Station: Hashable, Sendable {
  // Where the bot waits for the customer.

  /// Nothing is asked; so many times in a row nothing fitted.
  case rest(misses: Int)
  /// The same while an intent waits for its turn.
  case restBefore(misses: Int)
  /// A question, and how often it was answered in vain.
  case asks(Int, need: Int, tries: Int)
  /// The question once more, because what was read back is wrong.
  case asksAgain(Int, need: Int, tries: Int)
  case readsBack(Int, need: Int, tries: Int)
  /// What is on record is read back in place of the question.
  case readsRecord(Int, need: Int)
  case confirms(Int, misses: Int)
  case picksSlot(Int, misses: Int)
  case picksIntent(misses: Int)
  case awaitsLookup(Int)
  case asksWhetherSettled(Int)

  // Where people have the floor.

  case people
  /// Nobody is on duty, and it is asked how the customer can be reached.
  case asksContact(tries: Int)

  // What is passed through without a word of the customer.

  /// Some intent begins or goes on.
  case anyIntent
  /// So many needs are settled.
  case settledNeeds(Int, Int)
  /// So many of the settled needs have been read back.
  case checkedNeeds(Int, Int)
  case agreed(Int)
  case served(Int)
  case way(Int, Int)
  case answered(Int)
  /// The customer wants it no more.
  case stopped
  /// Nothing is said and nobody takes over.
  case deadEnd(Int)

  var waits: Bool {
    switch self {
    case .rest, .restBefore, .asks, .asksAgain, .readsBack, .readsRecord, .confirms, .picksSlot, .picksIntent,
      .awaitsLookup,
      .asksWhetherSettled, .people, .asksContact:
      true
    case .anyIntent, .settledNeeds, .checkedNeeds, .agreed, .served, .way, .answered, .stopped, .deadEnd: false
    }
  }

  /// The customer is owed something more: no answer was given and no person has taken over.
  var owes: Bool {
    switch self {
    case .people, .asksContact, .answered, .stopped, .asksWhetherSettled: false
    case .rest, .restBefore, .asks, .asksAgain, .readsBack, .readsRecord, .confirms, .picksSlot, .picksIntent,
      .awaitsLookup,
      .anyIntent, .settledNeeds, .checkedNeeds, .agreed, .served, .way, .deadEnd:
      true
    }
  }
}

/// What moves a conversation from one station to the next: a class of the customer's lines, or something else that happens.
enum Move: String, Hashable, Sendable, CaseIterable {
  // Lines that answer or fail to.
  case fits, invalid, declines, agrees, denies, unclear
  // Lines that bring something new.
  case names, volunteers, ambiguous, picks, setsAside
  // Lines that want something beside the matter.
  case remarks, cancels, startsOver, notSettled
  /// A person is asked for, in words or with the button.
  case person
  /// Signs that the customer wants past the bot, or the bot would say the same a third time.
  case givesUp
  /// Nobody writes; after a day the matter is forgotten.
  case silence
  case lookupAnswered, lookupFailed
  /// The line is about a case that was resolved not long ago.
  case reopens
  case agent
  /// Nothing happens: it goes on by itself.
  case on

  /// Answers and failures to answer. A customer who only does these must come to an end; all others bring something new,
  /// want something else, or are no lines at all.
  var isBound: Bool {
    switch self {
    case .fits, .invalid, .declines, .agrees, .denies, .unclear, .person, .givesUp, .lookupAnswered, .lookupFailed, .on:
      true
    case .names, .volunteers, .ambiguous, .picks, .setsAside, .remarks, .cancels, .startsOver, .notSettled, .silence,
      .reopens, .agent:
      false
    }
  }
}

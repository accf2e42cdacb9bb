import Playbooks
import Understanding
import Vocabulary

// While people have the floor the bot keeps listening: what the customer adds lands on the case.
extension Turn {
  mutating func listenWhileWaiting(_ heard: Heard) {
    wakeFromSnooze()
    addMentions(heard)
    notify(.customerWrote)
    if talk.expectation == .slot(Slot.contact.id), hearContact(heard) { return }
    if heard.has(.person) { return sayWaiting() }
    if heard.asksForLanguage { return sayLanguageChanged() }
    let answered = answerWhileWaiting(heard)
    if sayAdded(heard.filled) || answered || chatWhileWaiting(heard) { return }
    if asksForNews(heard) || !mayBeShort { return sayWaiting() }
    add(.bot, Wording(self).text(.passedOn))
  }

  /// The agent speaks; the bot only writes down, and tells the agent what changed.
  mutating func listenWhileServed(_ heard: Heard) {
    addMentions(heard)
    if talk.expectation == .slot(Slot.contact.id), knowsContact { talk.expectation = .nothing }
    notify(.customerWrote)
    for id in heard.filled.changed {
      guard let fact = matter.facts[id], let slot = playbook.slot(id) else { continue }
      let wording = Wording(forAgents: self)
      let before = fact.superseded.first.map { " (was \(wording.shown($0.value, of: id)))" } ?? ""
      add(.system, "\(slot.title) is now \(wording.shown(fact.value, of: id))\(before).", audience: .agents)
    }
  }

  mutating func addMentions(_ heard: Heard) {
    for mention in heard.interpretation.mentions where mention.intent.map({ playbook.intent($0) != nil }) ?? false {
      note(mention, heard)
      if let id = mention.intent { mark(id, .handedOff) }
    }
  }

  // MARK: how to reach the customer

  /// Whether the line answers the question how the customer can be reached, or fails to. Anything else that it may say
  /// leaves the question open and costs no try.
  private mutating func hearContact(_ heard: Heard) -> Bool {
    guard let slot = playbook.slot(Slot.contact.id) else { return false }
    if matter.knows(slot.id) || knowsContact {
      talk.expectation = .nothing
      add(.bot, Wording(self).text(.contactNoted))
      return true
    }
    if heard.has(.decline) || heard.isOnly(.no) {
      matter.declined[slot.id] = heard.seq
      talk.expectation = .nothing
      sayWaiting()
      return true
    }
    if saysSomethingElse(heard) { return false }
    let tries = (talk.attempts[slot.id] ?? 0) + 1
    talk.attempts[slot.id] = tries
    if tries < slot.tries {
      put(retryContact(slot), for: slot)
    } else {
      // The case is queued already: another try would only be in the way.
      talk.expectation = .nothing
      sayWaiting()
    }
    return true
  }

  private func saysSomethingElse(_ heard: Heard) -> Bool {
    heard.has(.person) || !heard.filled.changed.isEmpty || heard.interpretation.mentions.contains { $0.intent != nil }
      || heard.interpretation.acts.contains { $0.isWhole && $0.move != .yes }
  }

  private func retryContact(_ slot: Slot) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    return [wording.text(.retry), slot.ask.map { wording.text($0) } ?? wording.text(.askContact)].joined(separator: " ")
  }

  // MARK: what is said meanwhile

  /// Tells what is new on the case; nothing where nothing is.
  private mutating func sayAdded(_ filled: Filled) -> Bool {
    let added = filled.changed.filter { !filled.corrected.contains($0) }
    sayCorrected(filled.corrected)
    guard !added.isEmpty else { return !filled.corrected.isEmpty }
    var wording = Wording(self)
    wording.onlyFacts = added
    add(.bot, wording.text(.added))
    return true
  }

  /// Questions that only want an answer are answered, also in the queue.
  private mutating func answerWhileWaiting(_ heard: Heard) -> Bool {
    var hasAnswered = false
    for mention in heard.interpretation.mentions where mention.certainty == .certain {
      guard let intent = mention.intent.flatMap({ playbook.intent($0) }), sayPlainAnswer(of: intent) else { continue }
      hasAnswered = true
    }
    return hasAnswered
  }

  /// Moves that have an answer of their own. Nothing is stopped or begun: the case is with people.
  private mutating func chatWhileWaiting(_ heard: Heard) -> Bool {
    let moves = heard.interpretation.acts.filter(\.isWhole).map(\.move)
    let answers: [(Act.Move, Sentence)] = [
      (.areYouABot, .areYouABot), (.saidSoFar, matter.facts.isEmpty ? .nothingSaid : .saidSoFar),
      (.goodbye, .goodbye), (.thanks, .thanks),
    ]
    guard let answer = answers.first(where: { moves.contains($0.0) }) else { return false }
    add(.bot, Wording(self).text(answer.1))
    return true
  }

  /// "Is anybody there?", "hello", "help": who waits wants to know how it stands.
  private func asksForNews(_ heard: Heard) -> Bool {
    let moves: [Act.Move] = [.greeting, .repeat, .capabilities, .cancel, .startOver, .notSettled, .alreadyTold]
    return heard.line.tokens.contains { $0.folded == "?" } || moves.contains { heard.has($0) }
  }

  /// Not a third time in a row: then how it stands is said again.
  private var mayBeShort: Bool {
    let short = Wording(self).text(.passedOn)
    let last = snapshot.recent.filter { $0.from == .bot }.suffix(2)
    return !(last.count == 2 && last.allSatisfy { $0.text == short })
  }

  /// How the case stands; in other words where that was said twice just now.
  mutating func sayWaiting() {
    notify(.customerWrote)
    switch floor {
    case .queue:
      let words = Wording(self).text(.waiting)
      let last = snapshot.recent.filter { $0.from == .bot }.suffix(2)
      let isStale = last.count == 2 && last.allSatisfy { $0.text == words }
      add(.bot, isStale ? Wording(self).text(.passedOn) : words)
    case .agent: add(.system, Wording(self).text(.stillWithAgent))
    case .bot: break
    }
  }

  private mutating func wakeFromSnooze() {
    guard case .snoozed = theCase?.state else { return }
    own(.queued(since: now))
    notify(.returned)
    because("the customer wrote, so the case is no longer snoozed")
  }
}

import Playbooks
import Understanding
import Vocabulary

// Moves that every playbook understands. They count only where the line is nothing else, and leave the question open.
extension Turn {
  /// Whether the line was one of them and is answered.
  mutating func smallTalk(_ heard: Heard) -> Bool {
    let moves = heard.interpretation.acts.filter(\.isWhole).map(\.move)
    // "thanks, bye": the weightier one is answered.
    let order: [Act.Move] = [
      .startOver, .cancel, .areYouABot, .capabilities, .whyAsked, .saidSoFar, .repeat, .goodbye, .thanks, .greeting,
    ]
    guard let move = order.first(where: { moves.contains($0) }) else { return false }
    return take(move, heard)
  }

  private mutating func take(_ move: Act.Move, _ heard: Heard) -> Bool {
    switch move {
    case .startOver:
      beginNewMatter()
      sayAndRest(.startedOver)
    case .cancel: return cancelCurrent()
    case .areYouABot: remark(.areYouABot)
    case .capabilities: sayCapabilities()
    case .whyAsked:
      guard talk.expectation != .nothing else { return false }
      remark(.whyAsked)
    case .saidSoFar: remark(matter.facts.isEmpty ? .nothingSaid : .saidSoFar)
    case .repeat:
      repeatAnswer()
      repeatQuestion()
    case .goodbye: return takeLeave(.goodbye)
    case .thanks: return takeLeave(.thanks)
    case .greeting:
      if talk.expectation == .nothing { add(.bot, Wording(self).text(.greeting)) } else { putInOtherWords() }
    case .person, .yes, .no, .decline, .correction, .noneOfThese, .alreadyTold, .notSettled,
      .asBefore:
      return false
    }
    because("the line is \(move.rawValue)")
    return true
  }

  /// "Thanks" after an answer says that it is settled.
  private mutating func takeLeave(_ sentence: Sentence) -> Bool {
    if case .settled(let intent) = talk.expectation { settle(intent, true) }
    add(.bot, Wording(self).text(sentence))
    if sentence == .thanks, talk.expectation != .nothing { putInOtherWords() }
    because("the line is \(sentence.rawValue)")
    return true
  }

  /// Says something beside the matter and comes back to the open question.
  private mutating func remark(_ sentence: Sentence) {
    add(.bot, Wording(self).text(sentence))
    if talk.expectation != .nothing { putInOtherWords() }
  }

  mutating func sayCapabilities() {
    let listed = playbook.intents.filter { !$0.templates.isEmpty }.prefix(8).map(\.id)
    add(.bot, Wording(self).text(.capabilities), choices: choices(of: listed) + [personChoice])
    if talk.expectation != .nothing { putInOtherWords() }
  }

  private mutating func cancelCurrent() -> Bool {
    guard let intent = talk.agenda.first else {
      talk.expectation = .nothing
      add(.bot, Wording(self).text(.cancelled))
      return true
    }
    cancel(intent)
    return true
  }

  mutating func cancel(_ id: IntentID) {
    let isOneOfSeveral = talk.agenda.contains { $0 != id }
    giveUp(id)
    var wording = Wording(self)
    wording.intent = id
    add(.bot, wording.text(isOneOfSeveral ? .leftOut : .cancelled))
    if let next = talk.agenda.first { proceed(next) } else { add(.bot, Wording(self).text(.askMore)) }
  }

  mutating func giveUp(_ id: IntentID) {
    mark(id, .cancelled)
    talk.agenda.removeAll { $0 == id }
    talk.confirmed.removeAll { $0 == id }
    talk.expectation = .nothing
    because("\(id) is cancelled")
  }
}

import Vocabulary

@testable import Dialogue

/// What holds after every event of every conversation.
enum Invariants {
  static func broken(after event: Event, from before: Talk, to after: Talk) -> [String] {
    numbering(before, after) + owners(before, after) + questions(before, after) + replies(event, before, after)
      + bounds(after)
  }

  private static func numbering(_ before: Talk, _ after: Talk) -> [String] {
    let expected = Array((before.entries.count + 1)..<(after.entries.count + 1))
    return after.entries.dropFirst(before.entries.count).map(\.seq) == expected ? [] : ["seq has a gap"]
  }

  private static func owners(_ before: Talk, _ after: Talk) -> [String] {
    guard let new = after.theCase else { return before.theCase == nil ? [] : ["the case is lost"] }
    guard let old = before.theCase else { return new.epoch == 1 ? [] : ["a new case begins with epoch \(new.epoch)"] }
    if old.code != new.code { return old.isOpen ? ["a second case is opened"] : [] }
    if new.epoch < old.epoch { return ["the epoch shrinks"] }
    let owner = { (held: Case) in held.state.name + (held.agent?.rawValue ?? "") + held.queue.rawValue }
    return owner(old) != owner(new) && new.epoch == old.epoch ? ["another owner in the same epoch"] : []
  }

  /// No question for what was known or declined before it was put, and none by the bot while people have the floor.
  private static func questions(_ before: Talk, _ after: Talk) -> [String] {
    var problems: [String] = []
    for entry in after.entries.dropFirst(before.entries.count) {
      guard let slot = entry.asks else { continue }
      if after.matter.isSettled(slot) { problems.append("\(slot) is asked though it is known") }
      if after.floor != .bot, slot != "contact" { problems.append("\(slot) is asked though people have the floor") }
    }
    if case .slot(let slot) = after.expectation, after.matter.isSettled(slot) {
      problems.append("\(slot) is awaited though known")
    }
    return problems
  }

  private static func replies(_ event: Event, _ before: Talk, _ after: Talk) -> [String] {
    guard case .customerSaid = event else { return [] }
    let said = after.entries.dropFirst(before.entries.count).filter { $0.from != .customer && $0.audience == .everyone }
    if case .agent = after.floor { return [] }
    // The reply comes with the answer of the other program, which has a time limit of its own.
    if after.snapshot.awaitsOthers { return [] }
    if said.isEmpty || said.contains(where: { $0.text.isEmpty }) { return ["no reply"] }
    guard after.floor == .bot else { return [] }
    return isThirdTime(in: after) ? ["the same reply three times"] : []
  }

  private static let pleasantries: Set<String> = ["thanks", "bye", "hello", "yes", "no", "ok", "sure", "no thanks"]

  private static func isThirdTime(in talk: Talk) -> Bool {
    var answers: [[String]] = [[]]
    for entry in talk.entries {
      switch entry.from {
      case .customer: answers.append([])
      case .bot: answers[answers.count - 1].append(entry.text)
      case .agent, .system: continue
      }
    }
    let lines = talk.entries.filter { $0.from == .customer }.suffix(3)
    let isPolite = lines.contains { line in
      let words = line.text.lowercased().filter { $0 != "!" && $0 != "." && $0 != "," }
      return words.split(separator: " ").allSatisfy {
        pleasantries.contains(String($0)) || $0 == "hi" || $0 == "sorry" || $0 == "not"
      }
    }
    let last = answers.suffix(3)
    return last.count == 3 && !isPolite && Set(last).count == 1 && last.first != []
  }

  private static func bounds(_ talk: Talk) -> [String] {
    let isWithin =
      talk.matter.loose.count <= Limits.looseValues && talk.snapshot.talk.agenda.count <= Limits.agendaIntents
    let stale = talk.snapshot.talk.agenda.filter { id in talk.floor == .bot && talk.state(of: id) == .handedOff }
    return (isWithin ? [] : ["a bound is passed"]) + stale.map { "\($0) is with people and on the agenda" }
      + (talk.floor == .bot || talk.snapshot.talk.agenda.isEmpty ? [] : ["an agenda while people have the floor"])
  }
}

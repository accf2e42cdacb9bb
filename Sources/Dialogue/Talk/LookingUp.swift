import Playbooks
import Understanding
import Vocabulary

// Other programs are asked before an intent is served. The question is a value of the decision; the answer is an event.
extension Turn {
  /// Whether every lookup of the intent has an answer that counts.
  func isLookedUp(_ intent: Intent) -> Bool {
    intent.lookups.allSatisfy { id in
      guard let state = current(id) else { return false }
      if case .answered = state.standing { return true }
      return false
    }
  }

  /// Asks what is not known yet, says that the answer is still awaited, or hands off where there is none.
  mutating func lookUp(for intent: Intent) {
    let lookups = intent.lookups.compactMap { playbook.lookup($0) }
    if let missing = lookups.flatMap(\.sends).map({ SlotID($0) }).first(where: { matter.declined[$0] != nil }) {
      because("looking up takes \(missing), which was declined")
      return handOff(
        HandoffReason(.slotFailed, detail: missing.rawValue), plan: plan(of: intent.id), intent: intent.id)
    }
    // Nothing is sent to anybody before the yes.
    if intent.confirm, !talk.confirmed.contains(intent.id) { return readBack(intent) }
    if failedLookup(of: intent) { return }
    let wanted = lookups.filter { current($0.id) == nil }
    wanted.forEach { ask($0) }
    let isSlow = wanted.contains { $0.withinMilliseconds > Limits.quietLookupMilliseconds }
    if wanted.isEmpty || isSlow || opening != nil { add(.bot, Wording(self).text(.lookingUp)) }
  }

  /// The intent in hand whose answer is awaited.
  var intentLookingUp: IntentID? {
    guard talk.expectation == .nothing, let id = talk.agenda.first, let intent = playbook.intent(id) else { return nil }
    return intent.lookups.contains { talk.lookups[$0]?.isWaiting ?? false } ? id : nil
  }

  /// Takes what another program said, once, and goes on where the conversation waits for it.
  mutating func take(_ fields: [String: LookupValue], of ticket: LookupTicket) throws(Refusal) {
    guard let lookup = try awaited(ticket) else { return }
    guard lookup.gives.allSatisfy({ fields[$0] != nil }) else { return fail(ticket.lookup, .wrongNames) }
    talk.lookups[ticket.lookup]?.standing = .answered(at: now)
    because("lookup \(lookup.id) is answered", at: lookup.place)
    for name in lookup.gives {
      if let value = fields[name].flatMap(LookedUp.value) { learn(value, as: .lookedUp(lookup.id, name)) }
    }
    goOn(after: lookup.id)
  }

  mutating func take(_ failure: LookupFailure, of ticket: LookupTicket) throws(Refusal) {
    guard try awaited(ticket) != nil else { return }
    fail(ticket.lookup, failure)
  }

  /// Whoever asked did not come back in time. Once it is asked again: the process may have ended.
  mutating func wakeLookups() {
    for (id, state) in talk.lookups.sorted(by: { $0.key < $1.key }) {
      guard case .waiting(let until, let attempt) = state.standing, until <= now else { continue }
      guard attempt < Limits.lookupAttempts, let lookup = playbook.lookup(id) else {
        fail(id, .late)
        continue
      }
      because("lookup \(id) was not answered, and is asked again", at: lookup.place)
      send(lookup, number: state.number, attempt: attempt + 1)
    }
  }

  /// When somebody has to look after the questions that are open.
  var lookupsDue: Timestamp? {
    talk.lookups.values.compactMap { state in
      if case .waiting(let until, _) = state.standing { until } else { nil }
    }.min()
  }
}

extension Turn {
  /// How far the lookup is, if what it was asked with is what would be sent now.
  private func current(_ id: LookupID) -> LookupState? {
    guard let lookup = playbook.lookup(id), let state = talk.lookups[id], state.sent == origins(of: lookup),
      state.counts(at: now)
    else { return nil }
    return state
  }

  private mutating func ask(_ lookup: Lookup) {
    for field in lookup.gives { matter.facts[.lookedUp(lookup.id, field)] = nil }
    because("lookup \(lookup.id) is asked", at: lookup.place)
    send(lookup, number: snapshot.revision + 1, attempt: 1)
  }

  private mutating func send(_ lookup: Lookup, number: Int, attempt: Int) {
    let until = now.adding(milliseconds: lookup.withinMilliseconds).adding(milliseconds: Limits.lookupGraceMilliseconds)
    talk.lookups[lookup.id] = LookupState(
      number: number, standing: .waiting(until: until, attempt: attempt), sent: origins(of: lookup))
    requests.append(
      LookupRequest(
        ticket: LookupTicket(lookup: lookup.id, number: number), url: lookup.url,
        sends: lookup.sends.map { LookupRequest.Sent(name: $0, value: value(toSend: $0)) }, gives: lookup.gives,
        withinMilliseconds: lookup.withinMilliseconds, secretFile: lookup.secretFile))
  }

  private func value(toSend name: String) -> Value? {
    if let fact = matter.facts[SlotID(name)] { return fact.value }
    guard name.hasPrefix("customer.") else { return nil }
    return ConditionJudge(self).customer(String(name.dropFirst("customer.".count)))
  }

  /// Where each value stands that would be sent: never the value, as what is remembered nowhere must not stay here.
  private func origins(of lookup: Lookup) -> [String: String] {
    var origins: [String: String] = [:]
    for name in lookup.sends {
      let field = name.hasPrefix("customer.") ? String(name.dropFirst("customer.".count)) : nil
      let fact = field.map { customer.memory[SlotID($0)] } ?? matter.facts[SlotID(name)]
      origins[name] = fact.map { "\($0.seq).\($0.span.from)" } ?? (value(toSend: name) == nil ? nil : "-")
    }
    return origins
  }

  /// The lookup of a question that is still open. Nothing where its lookup is gone from the playbook meanwhile.
  private mutating func awaited(_ ticket: LookupTicket) throws(Refusal) -> Lookup? {
    guard let state = talk.lookups[ticket.lookup], state.number == ticket.number, state.isWaiting else {
      throw .nothingDue
    }
    if let lookup = playbook.lookup(ticket.lookup) { return lookup }
    talk.lookups[ticket.lookup] = nil
    because("\(ticket.lookup) is no longer in the playbook")
    goOn(after: ticket.lookup)
    return nil
  }

  private mutating func learn(_ value: Value, as id: SlotID) {
    let seq = max(1, snapshot.lastSeq)
    matter.facts[id] = Fact(value: value, said: "", seq: seq, span: ScalarSpan(0, 0), source: .lookup, at: now)
  }

  private mutating func fail(_ id: LookupID, _ failure: LookupFailure) {
    talk.lookups[id]?.standing = .failed(failure, at: now)
    because("lookup \(id) failed: \(failure.rawValue)")
    goOn(after: id)
  }

  /// Where the conversation waits for just that: the intent goes on. Where it has gone elsewhere, the answer is kept.
  private mutating func goOn(after id: LookupID) {
    guard floor == .bot, talk.expectation == .nothing, let first = talk.agenda.first,
      let intent = playbook.intent(first)
    else { return }
    if failedLookup(of: intent) { return }
    if isLookedUp(intent) || !intent.lookups.contains(id) && intentLookingUp == nil { proceed(first) }
  }

  /// Hands off where one of the intent's lookups has failed.
  private mutating func failedLookup(of intent: Intent) -> Bool {
    for id in intent.lookups {
      guard let state = current(id), case .failed(let failure, _) = state.standing else { continue }
      begin(with: Wording(self).text(.lookupFailed))
      because("lookup \(id) has no answer: \(failure.rawValue)")
      handOff(HandoffReason(.lookupFailed, detail: id.rawValue), plan: plan(of: intent.id), intent: intent.id)
      return true
    }
    return false
  }
}

/// What comes from another program, as the matter keeps it: bounded, without control characters, with numbers of payment
/// cards and accounts masked as everywhere.
enum LookedUp {
  static func value(_ given: LookupValue) -> Value? {
    switch given {
    case .number(let number): .number(number)
    case .flag(let flag): .yesNo(flag)
    case .nothing: nil
    case .text(let text): value(of: text)
    }
  }

  private static func value(of text: String) -> Value? {
    if let date = CivilDate(iso: text) { return .date(date) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(Limits.lookupTextScalars) {
      scalars.append(isControl(scalar) ? " " : scalar)
    }
    let clean = Wording.trimmed(String(scalars))
    guard !clean.isEmpty else { return nil }
    return .text(Masking.mask(clean, spans: Secrets.find(Line(clean))))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}

import Playbooks
import Vocabulary

/// Tells the shortest conversation in which an intent is served with values of a region.
struct Teller {
  let world: World
  let intents: [ProofIntent]

  /// Nothing where no transcript can show it: another channel, a lookup, a customer who is known already.
  func conversation(
    named name: String, of path: [Int], region: Region, asserting: [String], more: [Conversation.Turn] = []
  ) -> Conversation? {
    guard let first = path.first, isTellable(region), let lookups = lookups(of: path, region) else { return nil }
    let now = moment(region)
    let words = ExampleWords(world: world, region: region, now: now ?? Duty.usual)
    guard var turns = opening(of: intents[first].declared, words, region) else { return nil }
    var settled: Set<String> = Set(turns.flatMap(\.fills))
    for at in path {
      for need in intents[at].needs where !settled.contains(need.slot.id.text) {
        settled.insert(need.slot.id.text)
        turns[turns.count - 1].turn.answers += question(for: need.slot)
        guard let answer = answer(need.slot, words, region) else { return nil }
        turns.append(Step(turn: Conversation.Turn(said: answer)))
        guard need.slot.confirm, answer != phrases.decline else { continue }
        turns.append(Step(turn: Conversation.Turn(said: phrases.yes)))
      }
      if intents[at].declared.confirm { turns.append(Step(turn: Conversation.Turn(said: phrases.yes))) }
    }
    turns[turns.count - 1].turn.answers += asserting
    return Conversation(name: name, now: now, lookups: lookups, turns: turns.map(\.turn) + more)
  }

  /// The conversation up to the first question for the slot, answered in vain.
  func vain(_ need: ProofIntent.Need, of at: Int, saying tries: [String], name: String, _ asserting: [String])
    -> Conversation?
  {
    let region: Region = [:]
    let words = ExampleWords(world: world, region: region, now: Duty.usual)
    guard var turns = opening(of: intents[at].declared, words, region) else { return nil }
    for other in intents[at].needs {
      turns[turns.count - 1].turn.answers += question(for: other.slot)
      if other.slot.id.text == need.slot.id.text { break }
      turns.append(Step(turn: Conversation.Turn(said: phrases.decline)))
    }
    for said in tries.prefix(need.tries) { turns.append(Step(turn: Conversation.Turn(said: said))) }
    turns[turns.count - 1].turn.answers = asserting
    return Conversation(name: name, now: nil, turns: turns.map(\.turn))
  }

  private var phrases: PlainWords { PlainWords(world.catalog.settings.defaultLanguage) }

  private struct Step {
    var turn: Conversation.Turn
    var fills: [String] = []
  }

  // MARK: parts

  private func answer(_ slot: DeclaredSlot, _ words: ExampleWords, _ region: Region) -> String? {
    let set = region[.value(.slot(SlotID(slot.id.text)))]
    if let set, set.known.isEmpty { return phrases.decline }
    return words.words(for: slot)
  }

  private func question(for slot: DeclaredSlot) -> [String] {
    let own = world.catalog.settings.defaultLanguage.rawValue
    let body = slot.ask?.bodies.first { $0.language.map { $0.text == own } ?? true }
    guard let body, body.parts.count == 1, case .text(let text) = body.parts[0] else { return ["ASKS \(slot.id.text)"] }
    let lines = text.split(separator: "\n")
    return (lines.count == 1 ? [String(lines[0])] : []) + ["ASKS \(slot.id.text)"]
  }

  /// What the region wants that no line of a transcript can bring about.
  private func isTellable(_ region: Region) -> Bool {
    region.allSatisfy { axis, set in
      switch axis {
      case .value(.slot), .distance(.slot), .pattern(.slot, _), .duty: true
      case .value(.channel): set.words.contains("line")
      case .value(.language): set.words.contains(world.catalog.settings.defaultLanguage.rawValue)
      case .value(.customer("verified")): set.words.contains("no")
      case .value(.customer): set.absent
      case .value(.lookup), .pattern(.lookup, _): true
      case .value(.queueOpen), .distance, .pattern, .opaque: false
      }
    }
  }

  /// What the other programs of the intents say; nothing where no plain answer is known.
  private func lookups(of path: [Int], _ region: Region) -> [(name: String, answer: String)]? {
    var answers: [(name: String, answer: String)] = []
    for lookup in path.flatMap({ intents[$0].declared.lookups }).map(\.text)
    where !answers.contains(where: { $0.name == lookup }) {
      guard let declared = world.catalog.lookups[lookup] else { return nil }
      let fields = declared.gives.map { field -> String? in
        let subject = Condition.Subject.lookup(LookupID(lookup), field: field.text)
        return LookupAnswer(world: world, region: region).json(of: subject).map { "\"\(field.text)\": \($0)" }
      }
      guard !fields.contains(nil) else { return nil }
      answers.append((lookup, "{\(fields.compactMap { $0 }.joined(separator: ", "))}"))
    }
    return answers
  }

  /// The moment that the region wants, where it is not the usual one.
  private func moment(_ region: Region) -> CivilDateTime? {
    guard let set = region[.duty] else { return nil }
    let wanted = world.duty.moments.indices.first { set.words.contains(String($0)) }
    return wanted.flatMap { $0 == 0 ? nil : world.duty.moments[$0].at }
  }

  /// The conversations are told in the playbook's first language.
  private var language: Language { world.catalog.settings.defaultLanguage }

  /// Lines until the intent is under way. What it does not ask for is said before.
  private func opening(of intent: DeclaredIntent, _ words: ExampleWords, _ region: Region) -> [Step]? {
    let needs = Set(intent.needs.map(\.text))
    let volunteered = region.compactMap { axis, set -> DeclaredSlot? in
      guard case .value(.slot(let id)) = axis, !set.absent, !needs.contains(id.rawValue) else { return nil }
      return world.catalog.slots[id.rawValue]
    }.sorted { $0.id.text < $1.id.text }
    var steps: [Step] = []
    for slot in volunteered {
      guard let value = words.words(for: slot) else { return nil }
      let cue = slot.cues?.own(language)?.first.map { $0.text + " " } ?? ""
      steps.append(Step(turn: Conversation.Turn(said: cue + value), fills: [slot.id.text]))
    }
    guard let (said, fills) = saying(of: intent, words) else { return nil }
    return steps + [Step(turn: Conversation.Turn(said: said), fills: fills)]
  }

  /// The plainest sentence for the intent; one without slots, where there is one.
  private func saying(of intent: DeclaredIntent, _ words: ExampleWords) -> (said: String, fills: [String])? {
    let sound = intent.templates.filter {
      !$0.isBroken && ($0.language.map { $0.text == language.rawValue } ?? true)
    }
    let own = sound.lazy.compactMap { template in plain(template.root) { _ in nil } }.first { !$0.isEmpty }
    if let own { return (own, []) }
    for template in sound {
      let text = plain(template.root) { slot in world.catalog.slots[slot].flatMap { words.words(for: $0) } }
      if let text, !text.isEmpty { return (text, template.root.slots.map(\.rawValue)) }
    }
    for regex in intent.regexes where regex.groups.isEmpty {
      let sample = PatternSample(regex.source.text).texts().first { world.holds(regex.source.text, $0) }
      if let sample { return (sample, []) }
    }
    return nil
  }

  /// Without what may be missing.
  private func plain(_ part: TemplatePart, _ value: (String) -> String?) -> String? {
    plainText(part, value).map { $0.split(separator: " ").joined(separator: " ") }
  }

  private func plainText(_ part: TemplatePart, _ value: (String) -> String?) -> String? {
    switch part {
    case .text(let text): return text
    case .slot(let id): return value(id.rawValue)
    case .optional: return ""
    case .alternatives(let arms): return arms.compactMap { plainText($0, value) }.first
    case .sequence(let parts):
      let texts = parts.map { plainText($0, value) }
      return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined()
    }
  }
}

import Dialogue
import Playbooks
import Understanding
import Vocabulary

/// Plays one plan. Conversations that begin alike share their beginning, so that each state is cut once.
struct GeneratedWalk {
  private struct Node {
    var thread: EngineThread
    var lines: [String] = []
    /// What the customer has given so far, whatever the engine makes of it.
    var given: Set<SlotID> = []
    var isBroken = false
  }

  private static let persons = ["I want a human", "0", "can I talk to a real person please", "agent"]
  /// Answers to open questions, at most; a conversation that needs more has no end.
  private static let mostAnswers = 24

  private let plan: GeneratedPlan
  private let start: EngineThread
  private var nodes: [String: Node] = [:]
  private var outcome = GeneratedTests.Outcome()
  private var cuts = 0
  private var failed: Set<String> = []

  init(plan: GeneratedPlan, from start: EngineThread) {
    self.plan = plan
    self.start = start
  }

  mutating func run() -> GeneratedTests.Outcome {
    var start = Node(thread: start)
    do { try start.thread.take(.customerCame(via: start.thread.address)) } catch { return outcome }
    cut(start)
    for (index, order) in plan.orders.enumerated() {
      play(order, from: start, digression: nil)
      if !plan.digressions.isEmpty {
        play(order, from: start, digression: plan.digressions[index % plan.digressions.count])
      }
    }
    return outcome
  }

  /// One conversation: the lines, then an answer to everything that is open. The digression comes at the first question.
  private mutating func play(_ lines: [GeneratedLine], from start: Node, digression: String?) {
    var node = start
    var digression = digression
    for line in lines {
      guard !node.isBroken, node.thread.state.floor == .bot else { break }
      say(line, &node)
      wander(&digression, &node)
    }
    var answers = 0
    while !node.isBroken, let line = answer(in: node) {
      answers += 1
      guard answers <= Self.mostAnswers else { return fail(.noEnd, nil, node) }
      say(line, &node)
      wander(&digression, &node)
    }
    guard !node.isBroken else { return }
    outcome.conversations += 1
    let matter = node.thread.state.matter
    // A bare value means nothing before it is known what it is for.
    guard matter.intents.contains(where: { $0.intent == plan.intent.id }) else { return }
    for slot in node.given.sorted() where plan.intent.uses(slot) && !matter.isSettled(slot) && keeps(slot) {
      return fail(.forgotten, slot, node)
    }
  }

  private func keeps(_ slot: SlotID) -> Bool { plan.playbook.slot(slot)?.remember != .never }

  private mutating func wander(_ digression: inout String?, _ node: inout Node) {
    guard let line = digression, !node.isBroken, node.thread.state.floor == .bot,
      case .slot = node.thread.snapshot.talk.expectation
    else { return }
    digression = nil
    say(GeneratedLine(text: line, gives: []), &node)
  }

  private mutating func say(_ line: GeneratedLine, _ node: inout Node) {
    let key = (node.lines + [line.text]).joined(separator: "\n")
    if let known = nodes[key] {
      node = known
      return
    }
    let settled = node.thread.state.matter
    node.lines.append(line.text)
    node.given.formUnion(line.gives)
    do {
      let decision = try node.thread.say(line.text)
      let again = decision.entries.compactMap(\.asks).first { node.given.contains($0) || settled.isSettled($0) }
      if let again { fail(.askedTwice, again, node) }
      node.isBroken = again != nil
    } catch {
      fail(.refused, nil, node)
      node.isBroken = true
    }
    nodes[key] = node
    if !node.isBroken { cut(node) }
  }

  /// From every state a person is one line away.
  private mutating func cut(_ node: Node) {
    guard node.thread.state.floor == .bot else { return }
    outcome.conversations += 1
    var fork = node
    let words = Self.persons[cuts % Self.persons.count]
    cuts += 1
    fork.lines.append(words)
    do { try fork.thread.say(words) } catch { return fail(.refused, nil, fork) }
    if fork.thread.state.floor == .bot { fail(.noPerson, nil, fork) }
  }

  /// What a patient customer says to what is open; nothing where the conversation is at its end.
  private func answer(in node: Node) -> GeneratedLine? {
    guard node.thread.state.floor == .bot else { return nil }
    switch node.thread.snapshot.talk.expectation {
    case .nothing, .settled: return nil
    case .slot(let slot):
      let text = plan.samples[slot]?.text ?? "I don't have it"
      return GeneratedLine(text: text, gives: [slot])
    case .confirmSlot, .confirmIntent: return GeneratedLine(text: "yes", gives: [])
    case .chooseIntent(let intents):
      let meant = intents.first { $0 == plan.intent.id } ?? intents.first
      return GeneratedLine(text: meant.flatMap { plan.playbook.intent($0)?.title } ?? "yes", gives: [])
    case .chooseSlot(let value, let slots):
      let meant = slots.first { plan.samples[$0]?.plain == value.plain } ?? slots.first
      return GeneratedLine(text: meant.flatMap { plan.playbook.slot($0)?.title } ?? "yes", gives: [])
    }
  }

  private mutating func fail(_ kind: GeneratedTests.Kind, _ slot: SlotID?, _ node: Node) {
    let text = GeneratedTranscript.text(
      kind, of: plan.intent.id, slot, value: slot.flatMap { plan.samples[$0]?.plain }, lines: node.lines,
      at: node.thread.engine.playbook.settings.zone.civil(start.now))
    guard failed.insert(text).inserted else { return }
    outcome.failures.append(GeneratedTests.Failure(kind: kind, intent: plan.intent.id, text: text))
  }
}

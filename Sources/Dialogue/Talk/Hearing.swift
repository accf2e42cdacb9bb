import Playbooks
import Understanding
import Vocabulary

/// What was heard in one line.
struct Heard {
  let line: Line
  var interpretation: Interpretation
  let seq: Int
  /// The line as it is compared with the next one, without what must not be stored.
  var compared: String
  var filled = Filled()
  /// The line asks for a language and for nothing else.
  var asksForLanguage = false
  /// Intents that the line speaks of and that were not spoken of just now.
  var opened: [IntentID] = []

  init(_ line: Line, _ interpretation: Interpretation, seq: Int) {
    self.line = line
    self.interpretation = interpretation
    self.seq = seq
    compared = interpretation.normalized
  }

  func has(_ move: Act.Move) -> Bool { interpretation.has(move) }
  func isOnly(_ move: Act.Move) -> Bool { interpretation.isOnly(move) }
  /// A yes without a no.
  var agrees: Bool { has(.yes) && !has(.no) }
  /// "Thanks", "bye", "hello": the same words may be answered by the same words.
  var isPleasantry: Bool { isOnly(.thanks) || isOnly(.goodbye) || isOnly(.greeting) }
}

extension Turn {
  /// A new thread is told whom it talks to.
  mutating func welcome(_ address: Address) {
    arrived(from: address)
    guard snapshot.lastSeq == 0, entries.isEmpty else { return }
    add(.system, Wording(self).text(.disclosure))
    add(.bot, Wording(self).text(.greeting))
    because("a new thread begins with the disclosure")
  }

  /// Takes one line of the customer: keeps it, reads it, and answers as the floor allows.
  mutating func hear(_ utterance: Utterance) throws(Refusal) {
    guard utterance.text.unicodeScalars.count <= Limits.utteranceScalars else { throw .tooLong }
    guard !Wording.trimmed(utterance.text).isEmpty else { throw .emptyText }
    let line = Line(utterance.text)
    let choice = chooseLanguage(by: line)
    discloseOnce(utterance.via)
    forgetOldMatter()
    var heard = read(line, in: choice.language)
    heard.asksForLanguage = choice.isAsked
    let isReopened = reopenIfSameMatter(heard)
    keep(utterance, &heard)
    if choice.discloses { add(.system, Wording(self).text(.disclosure)) }
    noteSignals(heard)
    switch floor {
    case .bot: answer(heard)
    case .queue: if isReopened { sayReopened(heard) } else { listenWhileWaiting(heard) }
    case .agent: listenWhileServed(heard)
    }
    talk.lastLine = heard.compared
    talk.lastLineAt = now
  }

  /// The button that is always there: the same as asking in words.
  mutating func hearButton(from address: Address, key: ReceiptKey?) {
    discloseOnce(address)
    forgetOldMatter()
    let isReopened = mayReopen
    if isReopened { reopen() }
    let seq = add(.customer, Wording(self).text(.aPerson), deed: .askedForPerson)
    if let key { receipt = Receipt(key: key, seq: seq) }
    talk.lastLineAt = now
    if isReopened {
      sayWhoReopened()
    } else if isOpen {
      sayWaiting()
    } else {
      handOff(HandoffReason(.customerRequest), plan: nil)
    }
  }

  mutating func rate(_ score: Int, _ text: String?, from address: Address) {
    arrived(from: address)
    let words = text.map { ": " + Masking.mask($0, spans: Secrets.find(Line($0))) } ?? ""
    add(.system, "The customer rates this conversation \(score) of 5\(words)", audience: .agents)
  }

  private mutating func discloseOnce(_ address: Address) {
    arrived(from: address)
    if snapshot.lastSeq == 0 { add(.system, Wording(self).text(.disclosure)) }
  }

  /// A matter without a case lives a day beyond its last line.
  private mutating func forgetOldMatter() {
    guard !isOpen, let last = talk.lastLineAt, now.since(last) > Limits.matterMilliseconds else { return }
    beginNewMatter()
    because("the earlier matter is more than a day old")
  }

  mutating func beginNewMatter() {
    talk.matter = Matter()
    talk.expectation = .nothing
    talk.agenda = []
    talk.confirmed = []
    talk.attempts = [:]
    talk.fallbacks = 0
    talk.dodge = 0
    talk.questionSeq = nil
    talk.lookups = [:]
  }

  private func read(_ line: Line, in language: Language) -> Heard {
    let context = ReadingContext(
      expectation: talk.expectation, now: clock, language: language, country: playbook.settings.country,
      currency: playbook.settings.currency)
    let interpretation = engine.reader.read(line, in: context)
    return withPick(Heard(line.read(in: interpretation.language), interpretation, seq: nextSeq), in: context)
  }

  /// Intents that values of this line may serve: those mentioned first, then those under way.
  func intentsInHand(with heard: Heard) -> [Intent] {
    var ids = heard.interpretation.mentions.compactMap(\.intent)
    ids += talk.agenda
    ids += matter.intents.filter { $0.state == .open || $0.state == .handedOff }.map(\.intent)
    if ids.isEmpty, let last = matter.tried.last { ids.append(last.intent) }
    var seen: Set<IntentID> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { playbook.intent($0) }
  }
}

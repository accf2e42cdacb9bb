import Dialogue
import Playbooks
import Testing
import TranscriptTesting
import Understanding
import Vocabulary

/// Who writes German to the bank reads nothing in English.
struct `The bank in German` {
  private func bank() throws -> Playbook {
    try #require(Bank.shared.playbook)
  }

  @Test(arguments: Sentence.allCases) func `every sentence of ours is German`(sentence: Sentence) {
    let texts = Idioms.all.map { $0.text(of: sentence) }
    #expect(Set(texts).count == texts.count)
    let names = Idioms.all.map { Set(sentence.defaultParts(in: $0.language).flatMap(\.names)) }
    #expect(Set(names).count == 1, "both speak of the same: \(names)")
  }

  @Test func `every reply, title and option of the bank is German`() throws {
    let bank = try bank()
    let reader = Reader(playbook: bank)
    func expect(_ reply: Reply?, _ what: String) {
      guard let reply else { return }
      let text = reply.ownParts(in: .german).map(\.ownWords) ?? ""
      #expect(!text.isEmpty && text != reply.ownParts(in: .english).map(\.ownWords), "\(what)")
      #expect(reader.language(of: Line(text))?.language != .english, "\(what): \(text)")
    }
    for intent in bank.intents {
      #expect(intent.titles[.german] != nil && intent.templates.contains { $0.language == .german }, "\(intent.id)")
      for outcome in [intent.outcome] + intent.rules.map(\.outcome) { expect(outcome.answer, intent.id.rawValue) }
    }
    for slot in bank.slots {
      #expect(slot.titles[.german] != nil, "\(slot.id)")
      for reply in [slot.ask, slot.retry] { expect(reply, slot.id.rawValue) }
      for option in slot.options { #expect(option.saysIn[.german] != nil, "\(slot.id) \(option.key)") }
    }
    for queue in bank.queues {
      #expect(queue.titles[.german] != nil, "\(queue.id)")
      expect(queue.closed, queue.id.rawValue)
    }
    for (sentence, reply) in bank.sentences { expect(reply, sentence.rawValue) }
  }

  @Test func `no line of a German conversation is answered in English`() throws {
    let engine = Engine(playbook: try bank())
    let german = Bank.shared.transcripts.filter { $0.name.hasPrefix("Deutsch:") && !$0.name.contains("Englisch") }
    var heard = 0
    for transcript in german {
      var thread = EngineThread(engine: engine, at: Timestamp(milliseconds: 1_795_168_800_000))
      for case .me(let text) in transcript.sections.map(\.kind) { try thread.say(text) }
      for entry in thread.state.entries where entry.from != .customer && entry.audience == .everyone {
        heard += 1
        let said = ([entry.text] + entry.choices.map(\.title)).joined(separator: " ")
        #expect(engine.reader.language(of: Line(said))?.language == .german, "\(transcript.name): \(said)")
      }
    }
    #expect(heard > 40)
  }
}

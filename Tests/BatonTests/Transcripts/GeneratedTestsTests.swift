import Dialogue
import Playbooks
import Testing
import TranscriptTesting
import Understanding
import Vocabulary

/// Conversations that nobody wrote, all of them.
struct SlowGeneratedTests {
  @Test(.timeLimit(.minutes(5)))
  func `in 5,000 conversations nothing is asked twice, nothing is forgotten, and a person is always one line away`()
    async throws
  {
    let engine = try Bank.shared.engine()
    let start = engine.playbook.settings.zone.moment(Transcript.usualNow)
    let outcome = await GeneratedTests(engine: engine, at: start).run()
    #expect(outcome.conversations >= 5_000)
    #expect(outcome.failures.map(\.text) == [])
  }
}

/// One phrasing of each intent. The controls show that each fault would be seen.
struct GeneratedConversationTests {
  private let bank = Bank.shared

  private func run(phrasings: Int, fault: EngineFault? = nil) async throws -> GeneratedTests.Outcome {
    let engine = try bank.engine()
    let start = engine.playbook.settings.zone.moment(Transcript.usualNow)
    return await GeneratedTests(engine: engine, at: start, fault: fault).run(phrasings: phrasings)
  }

  @Test func `whatever the order, nothing is asked twice, and a person is always one line away`() async throws {
    let outcome = try await run(phrasings: 1)
    #expect(outcome.conversations > 500)
    #expect(outcome.failures.map(\.text) == [])
  }

  @Test func `an engine that forgets what was said is caught`() async throws {
    let outcome = try await run(phrasings: 1) { event, _, decision in
      guard case .customerSaid = event else { return }
      // The first fact of every second line is gone.
      guard decision.entries.first.map({ $0.seq.isMultiple(of: 2) }) ?? false else { return }
      if let slot = decision.talk.matter.facts.keys.sorted().first { decision.talk.matter.facts[slot] = nil }
      if let slot = decision.theCase?.matter.facts.keys.sorted().first { decision.theCase?.matter.facts[slot] = nil }
    }
    #expect(outcome.failures.contains { $0.kind == .askedTwice })
    #expect(outcome.failures.contains { $0.kind == .forgotten })
  }

  @Test func `an engine that is deaf to the wish for a person is caught, and the transcript it prints fails too`()
    async throws
  {
    let deaf: EngineFault = { event, snapshot, decision in
      guard case .customerSaid(let utterance) = event, utterance.text == "0", snapshot.theCase == nil else { return }
      decision.theCase = nil
    }
    let outcome = try await run(phrasings: 1, fault: deaf)
    #expect(!outcome.failures.isEmpty)
    #expect(outcome.failures.allSatisfy { $0.kind == .noPerson })
    let failure = try #require(outcome.failures.first)
    let (transcript, problems) = TranscriptParser.parse(failure.text, file: "generated.convo.txt")
    #expect(problems == [])
    let engine = try bank.engine()
    let runner = TranscriptRunner(playbook: engine.playbook)
    let written = try #require(transcript)
    let start = runner.start(of: written)
    let broken = EngineStage(EngineThread(engine: engine, at: start, fault: deaf))
    #expect(try await runner.run(written, on: broken) != [])
    #expect(try await runner.run(written, on: EngineStage(EngineThread(engine: engine, at: start))) == [])
  }

  @Test func `an engine that asks again what it knows is caught`() async throws {
    let outcome = try await run(phrasings: 1) { event, snapshot, decision in
      guard case .customerSaid = event, decision.theCase == nil,
        let known = decision.talk.matter.facts.keys.sorted().first, let last = decision.entries.indices.last,
        decision.entries[last].from == .bot, snapshot.lastSeq > 5
      else { return }
      decision.entries[last].asks = known
    }
    #expect(outcome.failures.contains { $0.kind == .askedTwice })
  }
}

struct CoverageTests {
  private let bank = Bank.shared

  private func coverage(of transcripts: [Transcript]) async throws -> Coverage {
    let engine = try bank.engine()
    var coverage = Coverage(of: engine.playbook)
    for played in await TranscriptPlayer(engine: engine).play(transcripts) { coverage.note(played.decisions) }
    return coverage
  }

  @Test func `the bank's transcripts reach every intent, rule, slot, reply and reason of a handoff`() async throws {
    let coverage = try await coverage(of: bank.transcripts)
    // Of replies in several languages those of the default one.
    let missed = coverage.missed.filter {
      $0.kind != .reply || !$0.name.contains(" in ") || $0.name.hasSuffix(" in en")
    }
    #expect(missed.map { "\($0.place?.description ?? ""): \($0.kind.rawValue) \($0.name)" } == [])
    for kind in Coverage.Kind.allCases { #expect(coverage.count(of: kind).all > 5, "\(kind)") }
  }

  @Test func `without its transcript an intent, its rule and its answer are missed with their places`() async throws {
    let rest = bank.transcripts.filter { !$0.file.contains("mortgage") }
    let missed = try await coverage(of: rest).missed
    let places = missed.compactMap(\.place)
    #expect(missed.contains { $0.kind == .intent && $0.name == "mortgage" })
    #expect(places.allSatisfy { !$0.file.isEmpty && $0.line > 0 })
  }

  @Test func `nothing is reached by nothing`() async throws {
    let coverage = try await coverage(of: [])
    #expect(coverage.count(of: .intent).reached == 0)
    #expect(coverage.count(of: .reply).reached == 0)
  }
}

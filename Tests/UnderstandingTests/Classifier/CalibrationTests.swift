import IntentLanguage
import Playbooks
import Testing
import Vocabulary

@testable import Understanding

/// The demo's own templates, each hidden once.
@Suite struct `A score` {
  /// The folder that holds this package.
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  @Test func `is how often it is right, on lines that were not learned`() throws {
    let playbook = try #require(PlaybookLoader.load(IntentFolder.read(Self.root + "/Intents").files).playbook)
    var verdicts: [Verdict] = []
    for part in 0..<4 {
      let (shown, hidden) = Self.split(playbook, part)
      let reader = Reader(playbook: shown)
      for (text, intent) in hidden { verdicts.append(reader.judge(text, intent: intent, in: TestPlaybook.context)) }
    }
    let card = Scorecard(verdicts)
    #expect(verdicts.count > 150)
    #expect(try #require(card.calibrationError) < 0.12)
    #expect(try #require(card.wrong) < 0.2)
  }

  /// Every fourth template of each intent is hidden; those with slots stay, for their values are not written out.
  private static func split(_ playbook: Playbook, _ part: Int) -> (Playbook, [(String, IntentID)]) {
    var hidden: [(String, IntentID)] = []
    var intents = Array(playbook.intents)
    for number in intents.indices {
      var shown: [Template] = []
      for (at, template) in intents[number].templates.enumerated() {
        if at % 4 == part, template.slots.isEmpty, template.language == .english {
          var sampler = TemplateSampler(seed: at) { _ in nil }
          hidden += sampler.samples(of: template.root, limit: 1).map { ($0.text, intents[number].id) }
        } else {
          shown.append(template)
        }
      }
      intents[number] = TestPlaybook.changed(intents[number], templates: shown)
    }
    return (Playbook(settings: playbook.settings, intents: intents, slots: playbook.slots), hidden)
  }
}

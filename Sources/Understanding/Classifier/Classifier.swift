import Learning
import Playbooks
import Vocabulary

/// Proposes intents for a text that no template covers. It never decides: what it says is a likelihood.
struct Classifier: Sendable {
  private let intents: [IntentID]
  private let nearest: NearestTemplates
  private let speller: Speller
  private let kinds: [EntityKind: UInt64]
  let values: ValueWords
  private let language: Language
  /// Words that tell nothing of a matter.
  private let common: Set<String>
  /// What it is learned from.
  let key: UInt64
  private let late: LateModel

  /// What was learned, or what was before it; where there is neither, the first who asks for it waits until it is.
  private var learned: LearnedModel { late.model }
  var isLearned: Bool { late.isLearned }
  var decision: Decision { Decision(likelyFrom: learned.threshold) }

  struct Proposal: Hashable {
    let intent: IntentID
    let score: Double
    let place: SourcePlace
  }

  /// What is proposed, and why.
  struct Proposals {
    var all: [Proposal] = []
    /// One word says it all, and mostly it speaks of other matters than the likeliest.
    var isVague = false
    var evidence: [Explanation.Evidence] = []
    var mended: [Explanation.Mended] = []
  }

  /// With a model that was learned from this very playbook nothing is learned anew.
  init(_ playbook: Playbook, lexicon: Lexicon = .english, teaching: Teaching) {
    intents = playbook.intents.map(\.id)
    (language, common) = (lexicon.language, lexicon.common)
    nearest = NearestTemplates(playbook, lexicon: lexicon)
    speller = Speller(nearest.words, language: language)
    let inTemplates = nearest.slots.compactMap { playbook.slot($0) }
    // The others are words of the line.
    let kinds = Set(inTemplates.map(\.kind)).filter { !ValueWords.isSeen($0) }
    self.kinds = Dictionary(uniqueKeysWithValues: kinds.map { ($0, Features.kindKey($0.rawValue)) })
    values = ValueWords(playbook, inTemplates: inTemplates, own: nearest.own)
    key = Lesson.key(of: playbook, in: language)
    late = Classifier.late(playbook, key, lexicon: lexicon, teaching: teaching)
  }

  /// What can serve another classifier until that has learned.
  var experience: Teaching.Experience? { late.present.map { Teaching.Experience(intents: intents, model: $0) } }

  private static func late(_ playbook: Playbook, _ key: UInt64, lexicon: Lexicon, teaching: Teaching) -> LateModel {
    let outside = teaching.outside
    let learning: LateModel.Learning = { schooling in
      LearnedModel(Lesson(playbook, lexicon: lexicon, outside: outside).examples, schooling)
    }
    guard outside.isEmpty else { return LateModel(learning: learning) }
    let known = teaching.known[key].flatMap { $0.classes == playbook.intents.count ? $0 : nil }
    let before = teaching.before[lexicon.language]
    return .shared(key, known: known, before: before?.model(of: playbook.intents.map(\.id)), learning: learning)
  }

  /// Whether lines of nothing but common words may mean the intent: its templates have such too.
  func isPlain(_ intent: IntentID) -> Bool { nearest.plain.contains(intent) }

  /// Learns now what was not learned before.
  func learn(_ schooling: Schooling) -> LearnedModel { late.learned(schooling) }

  /// The likeliest intents, best first, at most `limit` of them.
  func propose(_ words: [String], kinds: Set<EntityKind> = [], limit: Int = 4, explains: Bool = false) -> Proposals {
    guard !intents.isEmpty else { return Proposals() }
    let keys = kinds.isEmpty ? [] : kinds.compactMap { self.kinds[$0] }.sorted()
    let features = Features(words: words, kinds: keys, language: language, speller: speller, isNamed: explains)
    let learned = learned
    let judgement = learned.judge(features.views, limit: limit)
    var proposals = Proposals()
    for ranked in judgement.ranked {
      proposals.all.append(
        Proposal(
          intent: intents[ranked.number], score: ranked.score,
          place: nearest.place(for: ranked.number, features.stems)))
    }
    let telling = words.indices.filter { !common.contains(words[$0]) }
    if telling.count == 1, let best = judgement.ranked.first {
      proposals.isVague = !nearest.owns(features.stems[telling[0]], best.number)
    }
    if explains {
      proposals.mended = features.mended.map { .init(typed: $0.typed, taken: $0.taken) }
      if let best = judgement.ranked.first { proposals.evidence = evidence(features, for: best.number) }
    }
    return proposals
  }

  private static let mostEvidence = 8

  /// The words that weighed most for or against the best intent; all pieces of a word are told together.
  private func evidence(_ features: Features, for number: Int) -> [Explanation.Evidence] {
    var weights: [String: Double] = [:]
    for (names, values) in zip(features.names, learned.contributions(features.views, for: number)) {
      for (name, value) in zip(names, values) where value != 0 { weights[name, default: 0] += value }
    }
    return weights.map { Explanation.Evidence(words: $0.key, weight: $0.value) }
      .sorted { (abs($1.weight), $0.words) < (abs($0.weight), $1.words) }
      .prefix(Classifier.mostEvidence).map { $0 }
  }
}

import Playbooks
import Vocabulary

/// One reading of one utterance, with the evidence: never a bare name and a number.
package struct Interpretation: Hashable, Sendable {
  /// The text as it is compared: lower case, without accents, punctuation, padding.
  package var normalized: String
  /// What the customer wants, in the order of mention; empty where nothing fits.
  package var mentions: [IntentMention]
  /// Values found, in the order of the text; several readings of one span stand side by side.
  package var entities: [Entity]
  /// Values that a template, a regex or a cue gives to a slot by name.
  package var readings: [SlotReading]
  /// Built-in moves found in the line.
  package var acts: [Act]
  package var signals: [SignalReading]
  /// What must not be stored: payment cards and IBANs.
  package var secrets: [ScalarSpan]
  /// Patterns that were given up because they took too long on this line.
  package var exhausted: [SourcePlace]
  /// Intents that the line says are not wanted: "I don't want a loan".
  package var denied: [IntentID] = []
  /// Values that the line says are not meant: "not 50", "Monday does not work". They are none of its entities.
  package var deniedValues: [Entity] = []
  /// The words that name whose matter it is, where it is not the customer's own: "my wife".
  package var person: ScalarSpan?
  /// What the line was read in.
  package var language: Language = .english

  package init(
    normalized: String = "", mentions: [IntentMention] = [], entities: [Entity] = [], readings: [SlotReading] = [],
    acts: [Act] = [], signals: [SignalReading] = [], secrets: [ScalarSpan] = [], exhausted: [SourcePlace] = []
  ) {
    self.normalized = normalized
    self.mentions = mentions
    self.entities = entities
    self.readings = readings
    self.acts = acts
    self.signals = signals
    self.secrets = secrets
    self.exhausted = exhausted
  }

  package func has(_ move: Act.Move) -> Bool { acts.contains { $0.move == move } }
  /// The utterance is this move and nothing else of weight.
  package func isOnly(_ move: Act.Move) -> Bool { acts.contains { $0.move == move && $0.isWhole } }
}

/// One clause that speaks of an intent.
package struct IntentMention: Hashable, Sendable {
  package enum Certainty: String, Hashable, Codable, Sendable {
    /// A template covers the whole clause, or a regex holds.
    case certain
    /// The classifier proposes it and is above its threshold.
    case likely
    /// Two or three are near.
    case ambiguous
    /// Below the threshold: not to be acted upon.
    case none
  }

  package var certainty: Certainty
  /// Best first; one where certain or likely, two or three where ambiguous, the nearest where none.
  package var candidates: [Candidate]
  package var span: ScalarSpan

  package init(certainty: Certainty, candidates: [Candidate], span: ScalarSpan) {
    self.certainty = certainty
    self.candidates = candidates
    self.span = span
  }

  /// The one intent, where there is one.
  package var intent: IntentID? {
    switch certainty {
    case .certain, .likely: candidates.first?.intent
    case .ambiguous, .none: nil
    }
  }
}

/// An intent that may be meant, and why.
package struct Candidate: Hashable, Sendable {
  package enum Source: String, Hashable, Codable, Sendable { case template, regex, classifier }
  package var intent: IntentID
  /// 0 ... 1; 1 where certain.
  package var score: Double
  package var by: Source
  /// The template or regex that holds; for the classifier the nearest template.
  package var place: SourcePlace

  package init(intent: IntentID, score: Double, by source: Source, at place: SourcePlace) {
    self.intent = intent
    self.score = score
    self.by = source
    self.place = place
  }
}

/// A value found in the text.
package struct Entity: Hashable, Codable, Sendable {
  package var kind: EntityKind
  package var value: Value
  package var span: ScalarSpan
  /// Counts only when the open question asks for such a value: "Friday", "ten", "4417".
  package var latent: Bool
  /// For choices and regexes: the slot whose options or pattern made it.
  package var slot: SlotID?
  /// What made it, for `explain`: `date: weekday`.
  package var rule: String
  /// A span that could not be settled: the other values it may have.
  package var alternatives: [Value]

  package init(
    kind: EntityKind, value: Value, span: ScalarSpan, latent: Bool = false, slot: SlotID? = nil, rule: String,
    alternatives: [Value] = []
  ) {
    self.kind = kind
    self.value = value
    self.span = span
    self.latent = latent
    self.slot = slot
    self.rule = rule
    self.alternatives = alternatives
  }
}

/// A value with the slot that it is for.
package struct SlotReading: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case template(SourcePlace)
    case regex(SourcePlace)
    case cue(String)
    /// It answers the open question.
    case answer
    /// Of the slots that the intent needs or takes, only this one can hold it.
    case onlyOne
  }

  package var slot: SlotID
  package var value: Value
  /// The value's own words, without cue or article.
  package var span: ScalarSpan
  /// The value with what led to it: "ends with 4417".
  package var said: ScalarSpan
  package var source: Source

  package init(slot: SlotID, value: Value, span: ScalarSpan, said: ScalarSpan, source: Source) {
    self.slot = slot
    self.value = value
    self.span = span
    self.said = said
    self.source = source
  }
}

/// A move of conversation that every playbook understands.
package struct Act: Hashable, Sendable {
  package enum Move: String, Hashable, Codable, Sendable, CaseIterable {
    /// "I want a human", "0".
    case person
    case yes, no
    /// "stop", "never mind", "cancel that".
    case cancel
    case startOver = "start_over"
    case `repeat`
    /// "what can you do"
    case capabilities
    case areYouABot = "are_you_a_bot"
    case thanks, goodbye, greeting
    /// "I don't have it", "I'd rather not say", "no idea".
    case decline
    /// "why do you ask"
    case whyAsked = "why_asked"
    /// "what did I say so far"
    case saidSoFar = "said_so_far"
    /// "no, …", "I meant", "sorry, it is", "not 50 but".
    case correction
    /// "other", "none of these".
    case noneOfThese = "none_of_these"
    /// "I already told you".
    case alreadyTold = "already_told"
    /// "it still does not work", "that did not help".
    case notSettled = "not_settled"
    /// "The same as last time".
    case asBefore = "as_before"
  }

  package var move: Move
  package var span: ScalarSpan
  /// Nothing of weight stands beside it.
  package var isWhole: Bool

  package init(_ move: Move, span: ScalarSpan, isWhole: Bool) {
    self.move = move
    self.span = span
    self.isWhole = isWhole
  }
}

/// A sign that the customer wants past the bot, read from one line alone.
package struct SignalReading: Hashable, Sendable {
  package var signal: Signal
  package var span: ScalarSpan
  package init(_ signal: Signal, span: ScalarSpan) {
    self.signal = signal
    self.span = span
  }
}

/// What a reading depends on beside the words. Time and place are arguments, so that a reading is repeatable.
package struct ReadingContext: Hashable, Sendable {
  package var expectation: Expectation
  /// The wall clock in the playbook's zone.
  package var now: CivilDateTime
  package var language: Language
  /// ISO 3166, for phone numbers without a country code.
  package var country: String?
  /// ISO 4217, for amounts without a currency where a slot asks for money.
  package var currency: String?

  package init(
    expectation: Expectation = .nothing, now: CivilDateTime, language: Language = .english, country: String? = nil,
    currency: String? = nil
  ) {
    self.expectation = expectation
    self.now = now
    self.language = language
    self.country = country
    self.currency = currency
  }
}

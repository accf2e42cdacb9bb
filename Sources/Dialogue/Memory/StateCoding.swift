import Playbooks
import Understanding
import Vocabulary

// What is empty is not written: most of a state is, and every turn writes one.

extension Matter {
  private enum Key: String, CodingKey {
    case facts, declined, unclear, intents, asked, tried, signals, loose
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(unlessEmpty: facts, forKey: .facts)
    try fields.encode(unlessEmpty: declined, forKey: .declined)
    try fields.encode(unlessEmpty: unclear, forKey: .unclear)
    try fields.encode(unlessEmpty: intents, forKey: .intents)
    try fields.encode(unlessEmpty: asked, forKey: .asked)
    try fields.encode(unlessEmpty: tried, forKey: .tried)
    try fields.encode(unlessEmpty: signals, forKey: .signals)
    try fields.encode(unlessEmpty: loose, forKey: .loose)
  }

  package init(from decoder: any Decoder) throws {
    self.init()
    let fields = try decoder.container(keyedBy: Key.self)
    facts = try fields.decodeIfPresent(type(of: facts), forKey: .facts) ?? facts
    declined = try fields.decodeIfPresent(type(of: declined), forKey: .declined) ?? declined
    unclear = try fields.decodeIfPresent(type(of: unclear), forKey: .unclear) ?? unclear
    intents = try fields.decodeIfPresent(type(of: intents), forKey: .intents) ?? intents
    asked = try fields.decodeIfPresent(type(of: asked), forKey: .asked) ?? asked
    tried = try fields.decodeIfPresent(type(of: tried), forKey: .tried) ?? tried
    signals = try fields.decodeIfPresent(type(of: signals), forKey: .signals) ?? signals
    loose = try fields.decodeIfPresent(type(of: loose), forKey: .loose) ?? loose
  }
}

extension TalkState {
  private enum Key: String, CodingKey {
    case language, languageEvidence, matter, expectation, agenda, confirmed, attempts, fallbacks, dodge, lastLine
    case lastLineAt, questionSeq, lastAddress, asked
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(language, forKey: .language)
    try fields.encodeIfPresent(languageEvidence, forKey: .languageEvidence)
    if !matter.isEmpty { try fields.encode(matter, forKey: .matter) }
    if expectation != .nothing { try fields.encode(expectation, forKey: .expectation) }
    try fields.encode(unlessEmpty: agenda, forKey: .agenda)
    try fields.encode(unlessEmpty: confirmed, forKey: .confirmed)
    try fields.encode(unlessEmpty: attempts, forKey: .attempts)
    if fallbacks != 0 { try fields.encode(fallbacks, forKey: .fallbacks) }
    if dodge != 0 { try fields.encode(dodge, forKey: .dodge) }
    try fields.encodeIfPresent(lastLine, forKey: .lastLine)
    try fields.encodeIfPresent(lastLineAt, forKey: .lastLineAt)
    try fields.encodeIfPresent(questionSeq, forKey: .questionSeq)
    try fields.encodeIfPresent(lastAddress, forKey: .lastAddress)
    try fields.encode(unlessEmpty: lookups, forKey: .asked)
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(language: try fields.decode(Language.self, forKey: .language))
    languageEvidence = try fields.decodeIfPresent(LanguageEvidence.self, forKey: .languageEvidence)
    matter = try fields.decodeIfPresent(Matter.self, forKey: .matter) ?? matter
    expectation = try fields.decodeIfPresent(Expectation.self, forKey: .expectation) ?? expectation
    agenda = try fields.decodeIfPresent(type(of: agenda), forKey: .agenda) ?? agenda
    confirmed = try fields.decodeIfPresent(type(of: confirmed), forKey: .confirmed) ?? confirmed
    attempts = try fields.decodeIfPresent(type(of: attempts), forKey: .attempts) ?? attempts
    fallbacks = try fields.decodeIfPresent(Int.self, forKey: .fallbacks) ?? fallbacks
    dodge = try fields.decodeIfPresent(Int.self, forKey: .dodge) ?? dodge
    lastLine = try fields.decodeIfPresent(String.self, forKey: .lastLine)
    lastLineAt = try fields.decodeIfPresent(Timestamp.self, forKey: .lastLineAt)
    questionSeq = try fields.decodeIfPresent(Int.self, forKey: .questionSeq)
    lastAddress = try fields.decodeIfPresent(Address.self, forKey: .lastAddress)
    lookups = try fields.decodeIfPresent(type(of: lookups), forKey: .asked) ?? lookups
  }
}

extension KeyedEncodingContainer {
  fileprivate mutating func encode(unlessEmpty value: some Encodable & Collection, forKey key: Key) throws {
    if !value.isEmpty { try encode(value, forKey: key) }
  }
}

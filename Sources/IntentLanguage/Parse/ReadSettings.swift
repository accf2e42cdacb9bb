import Playbooks
import Vocabulary

extension DeclarationReader {
  mutating func readSettings(_ map: LocatedMap, at place: SourcePlace) {
    if let first = declared.settings {
      report(SettingProblem.twice(first: first.place), at: place)
      return
    }
    var read = DeclaredSettings(place: place)
    for (key, entry) in entries(map, SettingKey.self, of: "settings") { readSetting(key, entry, into: &read) }
    declared.settings = read
  }

  private mutating func readSetting(_ key: SettingKey, _ entry: LocatedMap.Entry, into read: inout DeclaredSettings) {
    switch key {
    case .name: read.settings.name = text(entry)?.text ?? read.settings.name
    case .languages: readLanguages(entry, into: &read)
    case .zone:
      read.hasZone = true
      read.settings.zone = zone(entry) ?? .utc
    case .country: read.settings.country = country(entry)
    case .currency: read.settings.currency = currency(entry)
    case .defaultQueue: read.defaultQueue = text(entry, "the name of a queue")?.name
    case .fallbacks: read.settings.fallbacks = whole(entry, in: 1...10) ?? 2
    case .human: read.human = wordsByLanguage(entry, "a word for a person")
    case .dodge: read.settings.dodge = dodge(entry)
    case .disclosure: readDisclosure(entry)
    case .greeting: readSentence(.greeting, entry)
    case .idleAfter:
      read.settings.idleAfterMilliseconds = duration(entry, example: "30 minutes")
    case .retention:
      read.settings.retentionMilliseconds = duration(entry, example: "365 days")
    }
  }

  private mutating func readLanguages(_ entry: LocatedMap.Entry, into read: inout DeclaredSettings) {
    read.languages = names(entry, "a language").compactMap { language($0) }
    if !read.languages.isEmpty { read.settings.languages = read.languages.map { Language($0.text) } }
  }

  private mutating func country(_ entry: LocatedMap.Entry) -> String? {
    let expected = "a country of two letters such as SI"
    guard let text = text(entry, expected) else { return nil }
    let code = text.text.uppercased()
    if code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return code }
    report(ValueProblem.bad("country", text.text, expected: expected), at: text.place)
    return nil
  }

  private mutating func dodge(_ entry: LocatedMap.Entry) -> DodgeSettings {
    var dodge = DodgeSettings()
    guard let map = map(entry.value, "\"dodge\"", "weights: and bound:") else { return dodge }
    for (key, entry) in entries(map, DodgeKey.self, of: "dodge") {
      switch key {
      case .bound: dodge.bound = whole(entry, in: 1...100) ?? 3
      case .weights:
        guard let weights = self.map(entry.value, "\"weights\"", "a number for each signal") else { continue }
        for (signal, entry) in entries(weights, Signal.self, of: "weights") {
          dodge.weights[signal] = whole(entry, in: 0...100)
        }
      }
    }
    return dodge
  }

  private mutating func readDisclosure(_ entry: LocatedMap.Entry) {
    if case .text(let text) = entry.value, text.isBlank {
      report(ReplyProblem.disclosureEmpty, at: text.place)
    } else {
      readSentence(.disclosure, entry)
    }
  }

  mutating func readSentences(_ section: LocatedMap) {
    for entry in section.entries {
      guard let sentence = Sentence(rawValue: entry.key.text) else {
        let known = Sentence.allCases.map(\.rawValue)
        report(NameProblem.unknown(.sentence, entry.key.text, known: known), at: entry.key.place)
        continue
      }
      if sentence == .disclosure { readDisclosure(entry) } else { readSentence(sentence, entry) }
    }
  }

  private mutating func readSentence(_ sentence: Sentence, _ entry: LocatedMap.Entry) {
    guard let reply = reply(entry) else { return }
    if let first = declared.sentences.first(where: { $0.sentence == sentence }) {
      report(ReplyProblem.saidTwice(sentence.rawValue, first: Phrase.spot(first.place)), at: entry.key.place)
    } else {
      declared.sentences.append(DeclaredSentence(sentence: sentence, place: entry.key.place, reply: reply))
    }
  }
}

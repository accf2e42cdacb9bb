import Vocabulary

extension Playbook {
  /// What of the playbook is said in that language: its utterances, and its words for slots and people. What holds for all
  /// languages stays.
  package func spoken(in language: Language) -> Playbook {
    guard settings.languages.count > 1 else { return self }
    var settings = settings
    settings.languages = [language]
    settings.human = settings.humanIn[language] ?? settings.human
    return Playbook(
      settings: settings, intents: intents.map { $0.spoken(in: language) },
      slots: slots.map { $0.spoken(in: language) },
      queues: queues, lookups: lookups, sentences: sentences)
  }
}

extension Intent {
  fileprivate func spoken(in language: Language) -> Intent {
    Intent(
      id: id, place: place, title: titled(in: language), note: note,
      templates: templates.filter { $0.language == language },
      regexes: regexes.filter { $0.language == nil || $0.language == language },
      counterExamples: counterExamples.filter { $0.language == language }, needs: needs, takes: takes, confirm: confirm,
      lookups: lookups, rules: rules, outcome: outcome, asksWhetherSettled: asksWhetherSettled)
  }
}

extension Slot {
  fileprivate func spoken(in language: Language) -> Slot {
    Slot(
      id: id, place: place, title: titled(in: language), kind: kind, ask: ask, retry: retry,
      cues: cueWords(in: language), options: options.map { Option(key: $0.key, says: $0.says(in: language)) },
      bounds: bounds, remember: remember, freshForMilliseconds: freshForMilliseconds, onRecord: onRecord,
      confirm: confirm, sensitive: sensitive, tries: tries)
  }
}

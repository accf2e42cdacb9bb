import Vocabulary

extension Playbook {
  /// What of the playbook is said in that language: its utterances, and its words for slots and people. What holds for all
  /// languages stays.
  package func spoken(in language: Language) -> Playbook {
    let body = box.body
    guard body.settings.languages.count > 1 else { return self }
    var settings = body.settings
    settings.languages = [language]
    settings.human = settings.humanIn[language] ?? settings.human
    return Playbook(
      settings: settings, intents: body.intents.map { $0.spoken(in: language) },
      slots: body.slots.map { $0.spoken(in: language) }, queues: body.queues, lookups: body.lookups,
      sentences: body.sentences)
  }
}

extension Intent {
  fileprivate func spoken(in language: Language) -> Intent {
    var intent = box.body
    intent.title = titled(in: language)
    intent.templates = intent.templates.filter { $0.language == language }
    intent.counterExamples = intent.counterExamples.filter { $0.language == language }
    intent.regexes = intent.regexes.filter { $0.language == nil || $0.language == language }
    return Intent(intent)
  }
}

extension Slot {
  fileprivate func spoken(in language: Language) -> Slot {
    var slot = box.body
    slot.title = titled(in: language)
    slot.cues = cueWords(in: language)
    slot.options = slot.options.map { Option(key: $0.key, says: $0.says(in: language)) }
    return Slot(slot)
  }
}

import Playbooks
import Vocabulary

/// What is said and heard is there in every language of the playbook, and in no other.
enum LanguageCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    unknown(in: catalog) + missing(in: catalog) + notSpoken(in: catalog)
  }

  // MARK: languages that the playbook does not have

  private static func unknown(in catalog: Catalog) -> [Finding] {
    let known = catalog.languages.map(\.rawValue)
    let replies = catalog.replies.flatMap { $0.reply.bodies.compactMap(\.language) }
    let named = replies + Array(Set(heard(in: catalog) + texts(in: catalog)))
    return named.filter { !known.contains($0.text) }.map {
      Finding(ReplyProblem.unknownLanguage($0.text, known: known), at: $0.place)
    }
  }

  private static func heard(in catalog: Catalog) -> [LocatedName] {
    let intents = catalog.declared.intents
    let slots = catalog.declared.slots
    let words = slots.compactMap(\.cues) + slots.flatMap { $0.options.compactMap(\.words) }
    let human = catalog.declared.settings?.human.map { [$0] } ?? []
    return intents.flatMap { ($0.templates + $0.counterExamples).compactMap(\.language) }
      + intents.flatMap { $0.regexes.compactMap(\.language) } + (words + human).flatMap(\.languages)
  }

  private static func texts(in catalog: Catalog) -> [LocatedName] {
    titles(in: catalog).flatMap { $0.title?.languages ?? [] }
  }

  private static func titles(in catalog: Catalog) -> [(id: LocatedName, title: ByLanguage<String>?)] {
    let declared = catalog.declared
    return declared.intents.map { ($0.id, $0.title) } + declared.slots.map { ($0.id, $0.title) }
      + declared.queues.map { ($0.id, $0.title) }
  }

  // MARK: languages that something lacks

  private static func missing(in catalog: Catalog) -> [Finding] {
    let replies = catalog.replies.compactMap { item in
      lacking(item.reply.bodies.map(\.language), item.reply.place, .said, catalog)
    }
    guard catalog.languages.count > 1 else { return replies }
    return replies + missingTitles(in: catalog) + missingWords(in: catalog) + missingUtterances(in: catalog)
  }

  private static func missingTitles(in catalog: Catalog) -> [Finding] {
    titles(in: catalog).compactMap { id, title in
      lacking(title?.parts.map(\.language) ?? [nil], title?.place ?? id.place, .title(id.text), catalog)
    }
  }

  /// Words that stand in one plain list hold for every language.
  private static func missingWords(in catalog: Catalog) -> [Finding] {
    let slots = catalog.declared.slots
    let human = catalog.declared.settings?.human.map { [$0] } ?? []
    let lists = slots.compactMap(\.cues) + slots.flatMap { $0.options.compactMap(\.words) } + human
    return lists.filter(\.isByLanguage).compactMap { lacking($0.parts.map(\.language), $0.place, .heard, catalog) }
  }

  private static func missingUtterances(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.filter { !$0.templates.isEmpty }.compactMap { intent in
      lacking(intent.templates.map(\.language), intent.utterances ?? intent.id.place, .heard, catalog)
    }
  }

  /// The languages that are not among those given; one without a name is the first.
  private static func lacking(
    _ given: [LocatedName?], _ place: SourcePlace, _ what: ReplyProblem.Lacking, _ catalog: Catalog
  ) -> Finding? {
    let first = catalog.settings.defaultLanguage.rawValue
    let names = given.map { $0?.text ?? first }
    let lacking = catalog.languages.map(\.rawValue).filter { !names.contains($0) }
    guard !lacking.isEmpty else { return nil }
    if what == .said, lacking.contains(first) { return Finding(ReplyProblem.defaultLanguageMissing(first), at: place) }
    return Finding(ReplyProblem.languageMissing(what, lacking), at: place)
  }

  // MARK: languages that Baton does not speak

  private static func notSpoken(in catalog: Catalog) -> [Finding] {
    let spoken = Idioms.all.map(\.language.rawValue)
    return (catalog.declared.settings?.languages ?? []).filter { Idioms.known(Language($0.text)) == nil }.map {
      Finding(ReplyProblem.notSpoken($0.text, spoken: spoken), at: $0.place)
    }
  }
}

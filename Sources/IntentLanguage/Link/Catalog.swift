import Playbooks
import Understanding
import Vocabulary

/// All declarations by name; the first of two with one name counts.
struct Catalog: Sendable {
  let declared: Declarations
  /// Where each intent stands; a playbook may have many.
  let intents: [String: SourcePlace]
  let slots: [String: DeclaredSlot]
  let queues: [String: DeclaredQueue]
  let lookups: [String: DeclaredLookup]
  let transcripts: TranscriptIndex?
  private var numbers: [SourcePlace: [UInt64]] = [:]
  private var builtIn: [Language: BuiltInWords] = [:]

  init(_ declared: Declarations, transcripts: TranscriptIndex? = nil) {
    self.declared = declared
    self.transcripts = transcripts
    func index<Item>(_ items: [Item], _ name: (Item) -> LocatedName) -> [String: Item] {
      Dictionary(items.map { (name($0).text, $0) }, uniquingKeysWith: { first, _ in first })
    }
    intents = Dictionary(
      declared.intents.map { ($0.id.text, $0.id.place) }, uniquingKeysWith: { first, _ in first })
    slots = index(declared.slots, \.id)
    queues = index(declared.queues, \.id)
    lookups = index(declared.lookups, \.id)
  }

  /// With the sentences of all templates and the words that mean the same everywhere, which only the checks look at.
  func withForms() -> Catalog {
    var catalog = self
    let templates = declared.intents.flatMap { $0.templates + $0.counterExamples }
    var known = TemplateForms.Known()
    for template in templates where !template.isBroken && catalog.numbers[template.text.place] == nil {
      catalog.numbers[template.text.place] = TemplateForms.numbers(
        of: template.root, atMost: Catalog.formsMax, known: &known)
    }
    for language in languages.map(\.base) where catalog.builtIn[language] == nil {
      catalog.builtIn[language] = BuiltInWords(settings: settings, language: language)
    }
    return catalog
  }

  /// What means the same in every conversation in that language, with the author's own words for a person.
  func builtInWords(in language: Language) -> BuiltInWords {
    builtIn[language] ?? BuiltInWords(settings: settings, language: language)
  }

  /// Sentences of each template that the checks look at.
  private static let formsMax = 64

  /// The first sentences that the template stands for, each as a number; 0 for one without words.
  func formNumbers(of template: DeclaredTemplate) -> [UInt64] { numbers[template.text.place] ?? [] }

  /// Of those with words, in the template's language: the same words in another one have other numbers.
  func utteranceNumbers(of template: DeclaredTemplate) -> [UInt64] {
    let language = TemplateForms.number(of: language(of: template).rawValue)
    return formNumbers(of: template).compactMap { $0 == 0 ? nil : $0 ^ (language &* 0x9E37_79B9_7F4A_7C15) }
  }

  /// What those sentences can mean; see `TemplateForms.meanings`.
  func meaningNumbers(
    of template: DeclaredTemplate, known: inout TemplateForms.Known
  ) -> (numbers: Set<UInt64>, isWhole: Bool)? {
    guard numbers[template.text.place] != nil else { return ([], true) }
    return TemplateForms.meanings(of: template.root, atMost: Catalog.formsMax, known: &known)
  }

  /// The same sentences in words, as they are compared. Written down anew each time: a playbook has millions.
  func forms(of template: DeclaredTemplate) -> [String] {
    guard numbers[template.text.place] != nil else { return [] }
    var known = Words.Known()
    return Words.forms(of: template.root, atMost: Catalog.formsMax, known: &known)
  }

  /// Those are all its sentences.
  func hasAllForms(of template: DeclaredTemplate) -> Bool { template.root.forms <= Catalog.formsMax }

  var settings: Settings { declared.settings?.settings ?? Settings() }
  var languages: [Language] { settings.languages }
  /// The language that a template is in.
  func language(of template: DeclaredTemplate) -> Language {
    template.language.map { Language($0.text) } ?? settings.defaultLanguage
  }

  var slotNames: [String] { slots.keys + [Slot.contact.id.rawValue] }
  /// The author's slots and the built-in one.
  func hasSlot(_ name: String) -> Bool { slots[name] != nil || name == Slot.contact.id.rawValue }

  /// What the slot holds, where the author said so.
  func kind(of slot: String) -> EntityKind? {
    slots[slot].map { slot in slot.kind.flatMap { EntityKind(rawValue: $0.text) } } ?? (hasSlot(slot) ? .text : nil)
  }

  /// What customers say for the options of a choice, in the words that are compared.
  func optionWords(of slot: String) -> [[String]] {
    (slots[slot]?.options ?? []).flatMap { [$0.key] + $0.says }.map { Words.of($0.text) }
  }

  /// The queue that takes what no rule sends anywhere: the named one, or the only one.
  var defaultQueue: String? {
    declared.settings?.defaultQueue?.text ?? (queues.count == 1 ? queues.keys.first : nil)
  }

  /// Every reply, with the intent that says it where one does.
  var replies: [(reply: DeclaredReply, intent: DeclaredIntent?)] {
    let ofIntents = declared.intents.flatMap { intent in
      ([intent.outcome] + intent.rules.map(\.outcome)).compactMap(\.answer).map { ($0, Optional(intent)) }
    }
    let ofSlots = declared.slots.flatMap { [$0.ask, $0.retry] }.compactMap { $0 }
    let others = declared.queues.compactMap(\.closed) + declared.sentences.map(\.reply) + ofSlots
    return ofIntents + others.map { ($0, nil) }
  }
}

import Playbooks
import Vocabulary

/// All that the files say, read but not linked: names are still words with places.
struct Declarations: Sendable {
  var intents: [DeclaredIntent] = []
  var slots: [DeclaredSlot] = []
  var queues: [DeclaredQueue] = []
  var lookups: [DeclaredLookup] = []
  var sentences: [DeclaredSentence] = []
  var settings: DeclaredSettings?
  /// For findings about all files together.
  var firstFile = ""
}

struct DeclaredIntent: Sendable {
  let id: LocatedName
  var title: ByLanguage<String>?
  var note: String?
  var templates: [DeclaredTemplate] = []
  /// Where the utterances stand.
  var utterances: SourcePlace?
  var regexes: [DeclaredRegex] = []
  var counterExamples: [DeclaredTemplate] = []
  var needs: [LocatedName] = []
  var takes: [LocatedName] = []
  var confirm = false
  var lookups: [LocatedName] = []
  var rules: [DeclaredRule] = []
  var outcome = DeclaredOutcome()
  var asksWhetherSettled = true
}

struct DeclaredTemplate: Sendable {
  let text: LocatedName
  /// Nothing: the default language.
  let language: LocatedName?
  let slots: [LocatedName]
  /// Its form was reported; nothing more can be said of it.
  let isBroken: Bool

  /// Read anew each time, as that of a template.
  var root: TemplatePart { TemplateSyntax.root(of: text.text) }
}

struct DeclaredRegex: Sendable {
  let source: LocatedText
  /// Nothing: every language.
  let language: LocatedName?
  let groups: [LocatedName]
}

struct DeclaredOutcome: Sendable {
  var answer: DeclaredReply?
  var handoff: DeclaredHandoff?
  var start: LocatedName?
  var isEmpty: Bool { answer == nil && handoff == nil && start == nil }
}

struct DeclaredHandoff: Sendable {
  let place: SourcePlace
  var queue: LocatedName?
  var priority = Priority.normal
}

struct DeclaredRule: Sendable {
  let place: SourcePlace
  var when: [DeclaredClause]?
  var outcome = DeclaredOutcome()
}

/// One line of a `when`. What its value means depends on what the key names, which only the linker knows.
struct DeclaredClause: Sendable {
  let subject: LocatedName
  let value: LocatedNode
}

struct DeclaredReply: Sendable {
  struct Body: Sendable {
    /// Nothing: the default language.
    let language: LocatedName?
    let place: SourcePlace
    let parts: [ReplyPart]
  }

  let place: SourcePlace
  let bodies: [Body]
  var names: [ReplyName] { bodies.flatMap { $0.parts.flatMap(\.names) } }
  /// The text without its names, for looking at what it asks.
  var plainTexts: [String] { bodies.map { $0.parts.map(\.plainText).joined() } }
}

extension ReplyPart {
  var plainText: String {
    switch self {
    case .text(let text): text
    case .value: ""
    case .section(_, _, let parts): parts.map(\.plainText).joined()
    }
  }
}

struct DeclaredSlot: Sendable {
  let id: LocatedName
  var kind: LocatedName?
  var title: ByLanguage<String>?
  var ask: DeclaredReply?
  var retry: DeclaredReply?
  var cues: ByLanguage<[LocatedName]>?
  var options: [DeclaredOption] = []
  var length: ClosedRange<Int>?
  var min: LocatedText?
  var max: LocatedText?
  var past: SourcePlace?
  var future: SourcePlace?
  var currency: String?
  var matches: LocatedText?
  var remember = Slot.Remember.case
  var freshForMilliseconds: Int64?
  var onRecord = Slot.OnRecord.confirm
  var confirm = false
  var sensitive = false
  var tries = 2
  /// Where each key stands.
  var keys: [SlotKey: SourcePlace] = [:]
}

struct DeclaredOption: Sendable {
  let key: LocatedName
  /// Nothing: the key itself is what customers say.
  let words: ByLanguage<[LocatedName]>?
  /// What is said for it in any language.
  var says: [LocatedName] { words?.parts.flatMap(\.item) ?? [] }
}

struct DeclaredQueue: Sendable {
  let id: LocatedName
  var title: ByLanguage<String>?
  var skills: [String] = []
  var hours: DeclaredHours?
  var zone: Zone?
  var closedOn: Set<CivilDate> = []
  var firstReplyWithinMilliseconds: Int64?
  var offerForMilliseconds: Int64?
  var overflow: LocatedName?
  var phone: String?
  var closed: DeclaredReply?
}

struct DeclaredHours: Sendable {
  let place: SourcePlace
  let days: [Weekday: [OpeningHours.Span]]
  /// Some of it could not be read, and was reported.
  let isBroken: Bool
}

struct DeclaredLookup: Sendable {
  let id: LocatedName
  var url = ""
  var sends: [LocatedName] = []
  var gives: [LocatedName] = []
  var withinMilliseconds: Int64 = 2_000
  var secretFile: String?
}

struct DeclaredSentence: Sendable {
  let sentence: Sentence
  let place: SourcePlace
  let reply: DeclaredReply
}

struct DeclaredSettings: Sendable {
  let place: SourcePlace
  var settings = Settings()
  var languages: [LocatedName] = []
  var human: ByLanguage<[LocatedName]>?
  var defaultQueue: LocatedName?
  var hasZone = false
}

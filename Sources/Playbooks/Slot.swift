import Vocabulary

/// A named thing worth knowing, the same in all intents. One object, because every look at one would copy all of it.
package final class Slot: Sendable {
  package let id: SlotID
  package let place: SourcePlace
  package let title: String
  /// The title in other languages than the playbook's first.
  package let titles: [Language: String]
  package let kind: EntityKind
  package let ask: Reply?
  package let retry: Reply?
  /// Words that stand beside the value.
  package let cues: [String]
  /// The cues in other languages, where they are not the same.
  package let cuesIn: [Language: [String]]
  /// For `choice`: what customers say for each value.
  package let options: [Option]
  package let bounds: SlotBounds
  package let remember: Remember
  /// How long a remembered value counts.
  package let freshForMilliseconds: Int64?
  package let onRecord: OnRecord
  /// Read the value back.
  package let confirm: Bool
  /// Masked in transcripts, logs and exports.
  package let sensitive: Bool
  /// How often it is asked before a person takes over.
  package let tries: Int

  package init(
    id: SlotID, place: SourcePlace, title: String, titles: [Language: String] = [:], kind: EntityKind,
    ask: Reply? = nil, retry: Reply? = nil,
    cues: [String] = [], cuesIn: [Language: [String]] = [:], options: [Option] = [], bounds: SlotBounds = SlotBounds(),
    remember: Remember = .case,
    freshForMilliseconds: Int64? = nil, onRecord: OnRecord = .confirm, confirm: Bool = false, sensitive: Bool = false,
    tries: Int = 2
  ) {
    self.id = id
    self.place = place
    self.title = title
    self.titles = titles
    self.kind = kind
    self.ask = ask
    self.retry = retry
    self.cues = cues
    self.cuesIn = cuesIn
    self.options = options
    self.bounds = bounds
    self.remember = remember
    self.freshForMilliseconds = freshForMilliseconds
    self.onRecord = onRecord
    self.confirm = confirm
    self.sensitive = sensitive
    self.tries = tries
  }

  package func titled(in language: Language) -> String { titles[language] ?? title }
  package func cueWords(in language: Language) -> [String] { cuesIn[language] ?? cues }

  /// The built-in slot: how the customer can be reached when nobody is on duty. Takes an e-mail address or a phone number.
  package static let contact: Slot = {
    let place = SourcePlace(file: "built in", line: 1, column: 1)
    return Slot(
      id: "contact", place: place, title: "How to reach the customer", titles: [.german: "Erreichbar unter"],
      kind: .text)
  }()

  /// One value of a `choice` slot.
  package struct Option: Hashable, Sendable {
    package let key: String
    package let says: [String]
    /// What is said in other languages, where it is not the same.
    package let saysIn: [Language: [String]]
    package init(key: String, says: [String], saysIn: [Language: [String]] = [:]) {
      self.key = key
      self.says = says
      self.saysIn = saysIn
    }

    package func says(in language: Language) -> [String] { saysIn[language] ?? says }

    /// As a customer reads it.
    package func shown(in language: Language) -> String {
      says(in: language).first ?? String(key.map { $0 == "_" ? " " : $0 })
    }
  }

  package enum Remember: String, Hashable, Sendable, CaseIterable {
    /// As long as the matter lives.
    case `case`
    /// Across cases and channels.
    case customer
    /// Masked after use.
    case never
  }

  /// What happens with a value that is remembered from before.
  package enum OnRecord: String, Hashable, Sendable, CaseIterable {
    case confirm
    case use
    case ask
  }
}

/// What makes a value valid.
package struct SlotBounds: Hashable, Sendable {
  package var length: ClosedRange<Int>?
  package var min: Bound?
  package var max: Bound?
  package var past = false
  package var future = false
  package var currency: String?
  /// PCRE2; for `regex` slots the value itself, for others a further condition.
  package var matches: String?
  package init() {}
}

/// A limit as the author wrote it.
package enum Bound: Hashable, Sendable {
  case number(DecimalNumber)
  case money(DecimalNumber, currency: String?)
  case date(CivilDate)
  case time(TimeOfDay)
  /// With a date or a datetime: how far it lies from now.
  case duration(DurationValue)
}

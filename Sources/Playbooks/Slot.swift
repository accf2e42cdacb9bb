import Vocabulary

/// A named thing worth knowing, the same in all intents.
package struct Slot: Shared {
  package var box: Box<Body>

  package init(_ body: Body) { box = Box(body) }

  package init(id: SlotID, place: SourcePlace, title: String, kind: EntityKind) {
    self.init(Body(id: id, place: place, title: title, kind: kind))
  }

  package struct Body: Sendable {
    package let id: SlotID
    package let place: SourcePlace
    package var title: String
    package var kind: EntityKind
    package var ask: Reply?
    package var retry: Reply?
    /// Words that stand beside the value.
    package var cues: [String] = []
    /// For `choice`: what customers say for each value.
    package var options: [Option] = []
    package var bounds = SlotBounds()
    package var remember: Remember = .case
    /// How long a remembered value counts.
    package var freshForMilliseconds: Int64?
    package var onRecord: OnRecord = .confirm
    /// Read the value back.
    package var confirm = false
    /// Masked in transcripts, logs and exports.
    package var sensitive = false
    /// How often it is asked before a person takes over.
    package var tries = 2

    package init(id: SlotID, place: SourcePlace, title: String, kind: EntityKind) {
      self.id = id
      self.place = place
      self.title = title
      self.kind = kind
    }
  }

  /// The built-in slot: how the customer can be reached when nobody is on duty. Takes an e-mail address or a phone number.
  package static let contact: Slot = {
    let place = SourcePlace(file: "built in", line: 1, column: 1)
    return Slot(id: "contact", place: place, title: "How to reach the customer", kind: .text)
  }()

  /// One value of a `choice` slot.
  package struct Option: Hashable, Sendable {
    package let key: String
    package let says: [String]
    package init(key: String, says: [String]) {
      self.key = key
      self.says = says
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

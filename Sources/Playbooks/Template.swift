import Vocabulary

/// An author's sentence shape: `[the] (a|b) {slot}`.
package struct Template: Hashable, Sendable {
  /// As written.
  package let text: String
  package let language: Language
  package let place: SourcePlace
  package let root: TemplatePart

  package init(text: String, language: Language, place: SourcePlace, root: TemplatePart) {
    self.text = text
    self.language = language
    self.place = place
    self.root = root
  }

  package var slots: [SlotID] { root.slots }
}

/// A node of a template. An optional is an alternative with an empty arm.
package enum TemplatePart: Hashable, Sendable {
  /// Text as written, which may touch its neighbours without a blank: `card[s]`.
  case text(String)
  case slot(SlotID)
  case sequence([TemplatePart])
  case alternatives([TemplatePart])
  /// `[a|b]` holds both arms; the empty one is understood.
  case optional([TemplatePart])

  package var slots: [SlotID] {
    switch self {
    case .text: []
    case .slot(let id): [id]
    case .sequence(let parts), .alternatives(let parts), .optional(let parts): parts.flatMap(\.slots)
    }
  }
}

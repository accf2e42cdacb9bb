import Vocabulary

/// An author's sentence shape: `[the] (a|b) {slot}`.
package struct Template: Hashable, Sendable {
  /// As written.
  package let text: String
  package let language: Language
  package let place: SourcePlace
  private let read: @Sendable (String) -> TemplatePart

  /// - Parameter read: tells what the text means, the same each time.
  package init(
    text: String, language: Language, place: SourcePlace, read: @escaping @Sendable (String) -> TemplatePart
  ) {
    self.text = text
    self.language = language
    self.place = place
    self.read = read
  }

  package init(text: String, language: Language, place: SourcePlace, root: TemplatePart) {
    self.init(text: text, language: language, place: place) { _ in root }
  }

  /// What the text means. It is read anew each time: a large playbook has many templates, each is looked at a few times,
  /// and their trees would be most of its memory.
  package var root: TemplatePart { read(text) }

  package var slots: [SlotID] { root.slots }

  package static func == (left: Template, right: Template) -> Bool {
    left.text == right.text && left.language == right.language && left.place == right.place && left.root == right.root
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(language)
    hasher.combine(place)
  }
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

import Vocabulary

/// What Baton says, in one language or several. The default language stands first.
package struct Reply: Hashable, Sendable {
  package let place: SourcePlace
  /// Never empty; the first is the default.
  package let bodies: [Body]

  package init(place: SourcePlace, bodies: [Body]) {
    self.place = place
    self.bodies = bodies
  }

  package struct Body: Hashable, Sendable {
    package let language: Language
    package let parts: [ReplyPart]
    package init(language: Language, parts: [ReplyPart]) {
      self.language = language
      self.parts = parts
    }
  }

  package func parts(in language: Language) -> [ReplyPart] {
    (bodies.first { $0.language == language } ?? bodies.first)?.parts ?? []
  }

  /// Nothing where it is not said in that language.
  package func ownParts(in language: Language) -> [ReplyPart]? { bodies.first { $0.language == language }?.parts }

  /// Every name that any of its bodies speaks of.
  package var names: Set<ReplyName> { Set(bodies.flatMap { $0.parts.flatMap(\.names) }) }
}

/// A name in a reply, as written: `card_ending`, `customer.name`, `lookup.order.state`.
package struct ReplyName: Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let place: SourcePlace
  /// The built-in name that it is; nothing for a slot or a lookup.
  package let builtIn: BuiltInName?
  package init(_ path: String, at place: SourcePlace) {
    self.path = path
    self.place = place
    builtIn = BuiltInName(rawValue: path)
  }
  package var description: String { path }
  package static func == (left: ReplyName, right: ReplyName) -> Bool { left.path == right.path }
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// The part of Mustache that replies use. Values are data: they are never expanded a second time.
package indirect enum ReplyPart: Hashable, Sendable {
  case text(String)
  /// `{{name}}`
  case value(ReplyName)
  /// `{{#name}}…{{/name}}` is said where the name is known, `{{^name}}…{{/name}}` where it is not.
  case section(ReplyName, inverted: Bool, [ReplyPart])

  package var names: [ReplyName] {
    switch self {
    case .text: []
    case .value(let name): [name]
    case .section(let name, _, let parts): [name] + parts.flatMap(\.names)
    }
  }
}

extension [ReplyPart] {
  /// The author's own words, a blank where a value stands.
  package var ownWords: String {
    map { part in
      switch part {
      case .text(let text): text
      case .value: " "
      case .section(_, _, let parts): parts.ownWords
      }
    }.joined()
  }
}

import Playbooks
import Vocabulary

/// Something that an author gives once, or once for each language.
struct ByLanguage<Item: Sendable>: Sendable {
  struct Part: Sendable {
    /// Nothing where it was given without a language.
    let language: LocatedName?
    let item: Item
  }

  let place: SourcePlace
  let parts: [Part]

  /// A map of languages, and no plain text or list.
  var isByLanguage: Bool { parts.contains { $0.language != nil } }
  var languages: [LocatedName] { parts.compactMap(\.language) }

  /// What was given for that language, or without one.
  func own(_ language: Language) -> Item? {
    parts.first { $0.language == nil || $0.language?.text == language.rawValue }?.item
  }

  /// What was given for the languages behind the first; nothing where one text or list holds for all.
  func others(than first: Language) -> [Language: Item] {
    let named = parts.compactMap { part in part.language.map { (Language($0.text), part.item) } }
    return Dictionary(named.filter { $0.0 != first }, uniquingKeysWith: { first, _ in first })
  }
}

extension DeclarationReader {
  /// A text, or a map of language to text.
  mutating func textByLanguage(_ entry: LocatedMap.Entry) -> ByLanguage<String>? {
    guard case .map(let map) = entry.value else {
      return text(entry).map { ByLanguage(place: $0.place, parts: [.init(language: nil, item: $0.text)]) }
    }
    let subject = "\"\(entry.key.text)\""
    let parts = map.entries.compactMap { entry -> ByLanguage<String>.Part? in
      guard let language = language(entry.key.name), let text = text(entry.value, subject) else { return nil }
      return .init(language: language, item: text.text)
    }
    if map.entries.isEmpty { report(ShapeProblem.empty(subject, "a text"), at: map.place) }
    return parts.isEmpty ? nil : ByLanguage(place: map.place, parts: parts)
  }

  /// A list of words, or a map of language to list.
  mutating func wordsByLanguage(_ entry: LocatedMap.Entry, _ item: String) -> ByLanguage<[LocatedName]>? {
    guard case .map(let map) = entry.value else {
      return ByLanguage(place: entry.value.place, parts: [.init(language: nil, item: names(entry, item))])
    }
    let parts = map.entries.compactMap { entry -> ByLanguage<[LocatedName]>.Part? in
      guard let language = language(entry.key.name) else { return nil }
      return .init(language: language, item: names(entry, item))
    }
    if map.entries.isEmpty { report(ShapeProblem.empty("\"\(entry.key.text)\"", item), at: map.place) }
    return ByLanguage(place: map.place, parts: parts)
  }
}

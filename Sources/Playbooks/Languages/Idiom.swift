import Vocabulary

/// How Baton itself speaks one language: its own sentences, and how it writes values.
///
/// A language more is a folder beside `English` and `German`, and its name in `Idioms.all`.
package protocol Idiom: Sendable {
  var language: Language { get }
  /// Its name in English, as agents read it.
  var name: String { get }
  /// What Baton says where the author is silent.
  func text(of sentence: Sentence) -> String
  /// A value as a customer reads it; the words of a choice are the author's.
  func shown(_ value: Value) -> String
  func day(_ date: CivilDate) -> String
  func time(_ time: TimeOfDay) -> String
  /// "2 hours", "10 minutes": the largest unit that says enough.
  func span(milliseconds: Int64) -> String
  /// When somebody is on duty again: "tomorrow at 08:00".
  func opening(_ moment: CivilDateTime, today: CivilDate) -> String
  /// What a value has to be, in words that follow the sentence `invalid`.
  func words(for requirement: Requirement) -> String
  /// A person as the bot speaks of them, whom the customer calls "my wife".
  func addressed(_ person: String) -> String
  var yes: String { get }
  var no: String { get }
}

/// What a value has to be for a slot to take it.
package enum Requirement: Hashable, Sendable {
  case kind(EntityKind)
  case length(ClosedRange<Int>)
  case atLeast(Bound)
  case atMost(Bound)
  case notLater, notEarlier
  case currency(String)
  case form
  case anOption
}

/// The languages that Baton itself speaks.
package enum Idioms {
  package static let all: [any Idiom] = [EnglishIdiom(), GermanIdiom()]

  /// The idiom of a language, also of its kind in a country (`de-at`); nothing where Baton does not speak it.
  package static func known(_ language: Language) -> (any Idiom)? { table[language.base] }

  /// English where Baton does not speak the language.
  package static func of(_ language: Language) -> any Idiom { known(language) ?? EnglishIdiom() }

  private static let table = Dictionary(
    all.map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every sentence of every idiom, parsed once.
  fileprivate static let replies: [Language: [Sentence: [ReplyPart]]] = table.mapValues { idiom in
    let place = SourcePlace(file: "built in", line: 1, column: 1)
    return Dictionary(
      uniqueKeysWithValues: Sentence.allCases.map { ($0, ReplySyntax.parse(idiom.text(of: $0), at: place).parts) })
  }
}

extension Sentence {
  /// What is said in that language where the author is silent; English where Baton does not speak it.
  package func defaultParts(in language: Language) -> [ReplyPart] {
    let table = Idioms.replies[language.base] ?? Idioms.replies[.english]
    return table?[self] ?? []
  }
}

extension DecimalNumber {
  /// With marks between groups of three digits and before the decimals: "1.250,5". At least so many decimals where there
  /// are any.
  func grouped(by group: String, decimals mark: String, atLeast: Int = 0, from digits: Int = 5) -> String {
    let pieces = description.split(separator: ".", maxSplits: 1).map(String.init)
    var whole = pieces.first ?? "0"
    let sign = whole.hasPrefix("-") ? "-" : ""
    whole = String(whole.dropFirst(sign.count))
    if whole.count >= digits {
      let head = whole.count % 3
      var groups = head > 0 ? [String(whole.prefix(head))] : []
      var rest = whole.dropFirst(head)
      while !rest.isEmpty {
        groups.append(String(rest.prefix(3)))
        rest = rest.dropFirst(3)
      }
      whole = groups.joined(separator: group)
    }
    guard pieces.count > 1 else { return sign + whole }
    let tail = pieces[1] + String(repeating: "0", count: max(0, atLeast - pieces[1].count))
    return sign + whole + mark + tail
  }
}

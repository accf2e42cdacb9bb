import Vocabulary

/// Words of one language that the dialogue itself looks for, where a line puts something right, leaves something out, or
/// picks one of several. One object, because many small questions pass it on.
package final class TalkWords: Sendable {
  /// Stand before a value and belong to it: "ends with 4417", "in Kranj".
  package let joining: Set<String>
  /// Begin a line and say nothing: "oh", "well".
  package let openers: Set<String>
  /// Between two values of which one is meant.
  package let or: Set<String>
  /// Lead to another value for the question before: "and A-99999?", "what about Friday".
  package let alike: Set<String>
  /// Begin a question.
  package let questions: Set<String>
  /// Name a part of a number: true for its end, false for its beginning.
  package let parts: [String: Bool]
  /// Anybody will do.
  package let anybody: Set<String>
  /// Between two thoughts.
  package let joints: Set<String>
  package let leaving: LeavingWords
  package let picking: PickingWords

  init(
    joining: Set<String>, openers: Set<String>, or: Set<String>, alike: Set<String>, questions: Set<String>,
    parts: [String: Bool], anybody: Set<String>, joints: Set<String>, leaving: LeavingWords, picking: PickingWords
  ) {
    (self.joining, self.openers, self.or, self.alike) = (joining, openers, or, alike)
    (self.questions, self.parts, self.anybody, self.joints) = (questions, parts, anybody, joints)
    (self.leaving, self.picking) = (leaving, picking)
  }
}

/// The words with which a matter under way is left out.
package struct LeavingWords: Sendable {
  /// What stands before the matter and behind it, the longest first.
  private let frames: [(lead: [String], tail: [String])]
  /// May stand before all of it.
  private let polite: Set<String>
  /// May stand anywhere.
  private let fillers: Set<String>
  /// Name nothing by themselves.
  private let light: Set<String>

  /// A frame a line; `…` is the matter.
  init(frames: String, polite: Set<String>, fillers: Set<String>, light: Set<String>) {
    self.frames = frames.split(separator: "\n").map { line in
      let sides = line.split(separator: "…", maxSplits: 1, omittingEmptySubsequences: false)
      let words = sides.map { $0.split(separator: " ").map(String.init) }
      return (words.first ?? [], words.dropFirst().first ?? [])
    }.sorted { $0.lead.count + $0.tail.count > $1.lead.count + $1.tail.count }
    self.polite = polite
    self.fillers = fillers
    self.light = light
  }

  /// The telling words of what is left out; nothing where the words leave nothing out.
  package func leftOut(of words: [String]) -> [String]? {
    let words = words.filter { !fillers.contains($0) }.drop { polite.contains($0) }
    for (lead, tail) in frames
    where words.count > lead.count + tail.count && words.starts(with: lead) && words.suffix(tail.count) == tail[...] {
      return words.dropFirst(lead.count).dropLast(tail.count).filter { !light.contains($0) }
    }
    return nil
  }
}

/// The words with which one of several choices is picked.
package struct PickingWords: Sendable {
  /// "1", "one", "first", and so on for the second.
  package let ordinals: [[String]]
  /// Say nothing about which.
  package let fillers: Set<String>

  /// "2", "the second one": which one, counted from nought, where the words say nothing else.
  package func place(in words: [String]) -> Int? {
    guard words.count <= PickingWords.mostWords else { return nil }
    let telling = words.filter { !fillers.contains($0) }
    return ordinals.firstIndex { names in
      telling.count == 1 && names.contains(telling[0]) || telling.isEmpty && words == [names[1]]
    }
  }

  private static let mostWords = 5
}

extension Line {
  /// What the dialogue looks for in its language.
  package var talk: TalkWords { lexicon.talk }

  package var language: Language { lexicon.language }

  /// Another text, cut as a line of that language is.
  package convenience init(_ text: String, readIn language: Language) { self.init(text, in: Lexicon.of(language)) }

  /// The same line as it is read in that language.
  package func read(in language: Language) -> Line { read(with: Lexicon.of(language)) }
}

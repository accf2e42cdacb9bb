import Playbooks
import Vocabulary

/// The built-in moves of one language.
struct ActTables: Sendable {
  struct Meaning: Sendable {
    /// Nothing for words that begin like a yes or a no and are neither.
    let move: Act.Move?
    let onlyWhole: Bool
  }

  /// All phrases behind one automaton, made once.
  let book: @Sendable () -> PhraseBook<Meaning>
  let yesMarks: Set<String> = ["👍", "👌", "✅", "✔"]
  let noMarks: Set<String> = ["👎", "❌"]
  /// What takes nothing back at the end of a correction: "no, it is not".
  let denyingEnds: Set<String>
  /// A yes or no that may go on without a comma.
  let firm: Set<String>
  /// A no that may go on without a comma before these words only.
  let bareNo: String
  let afterNo: Set<String>

  static func book(
    _ groups: [ActPhrases.Group], yes: [String], no: [String], neither: [String], lexicon: Lexicon
  ) -> PhraseBook<Meaning> {
    PhraseBook(
      groups.map { (Meaning(move: $0.move, onlyWhole: $0.onlyWhole), $0.phrases) }
        + [
          (Meaning(move: .yes, onlyWhole: false), yes.joined(separator: "\n")),
          (Meaning(move: .no, onlyWhole: false), no.joined(separator: "\n")),
          (Meaning(move: nil, onlyWhole: false), neither.joined(separator: "\n")),
        ], lexicon: lexicon)
  }

  private static let englishBook = book(
    ActPhrases.groups, yes: [YesNoPhrases.yes] + YesNoWords.yes, no: [YesNoPhrases.no] + YesNoWords.no,
    neither: YesNoWords.neither, lexicon: .english)

  static let english = ActTables(
    book: { englishBook }, denyingEnds: ["not"], firm: ["yes", "yeah", "yep", "yup", "nope", "nah"], bareNo: "no",
    afterNo: [
      "it", "i", "that", "this", "the", "my", "not", "sorry", "we", "they", "you", "he", "she", "there", "but",
      "because", "please", "thanks",
    ])
}

/// The ways of one language to say yes and no.
struct YesNoTables: Sendable {
  enum Meaning: Sendable { case yes, no, neither }

  let table: PhraseTable<Meaning>
  /// Said before the answer without changing it.
  let openers: Set<String>
  let closers: Set<String>
  /// First words of answers that leave the rest out; more words behind them make another sentence: "I have lost it".
  let elliptic: Set<String>
  /// A last word alone answers nothing: "the address is not right".
  let weakLast: Set<String>

  static let english = YesNoTables(
    table: PhraseTable([(YesNoWords.neither, .neither), (YesNoWords.yes, .yes), (YesNoWords.no, .no)]),
    openers: ["um", "uh", "er", "erm", "hmm", "hm", "well", "oh", "ah", "so", "and", "hi", "hello", "but"],
    closers: ["please", "thanks", "thank", "and", "but", "sorry", "then", "indeed"],
    elliptic: [
      "i", "it", "it's", "it'd", "do", "don't", "dont", "isn't", "go", "great", "perfect", "right", "fine", "true",
      "false", "wrong", "y", "n", "k", "never", "negative", "confirm", "course", "none",
    ], weakLast: ["please", "right", "fine"])
}

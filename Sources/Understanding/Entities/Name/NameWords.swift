/// How people say who they are, and which words are no names.
enum NameWords {
  struct Cue: Sendable {
    let words: [String]
    /// What follows is a name however it is typed.
    let isStrong: Bool
    let rule: String
  }

  /// By first word, longest first.
  static let cues: [String: [Cue]] = Dictionary(grouping: list, by: { $0.words.first ?? "" })
    .mapValues { $0.sorted { $0.words.count > $1.words.count } }

  private static let list: [Cue] = [
    ("my name is", true), ("my name's", true), ("the name is", true), ("the name's", true), ("name is", true),
    ("my full name is", true), ("full name is", true), ("full name", true), ("i am called", true), ("i'm called", true),
    ("my names", true), ("call me", false), ("name", false), ("this is", false), ("i am", false), ("i'm", false),
    ("im", false), ("it's", false), ("it is", false), ("here is", false),
  ].map { (words, isStrong) in
    Cue(words: words.split(separator: " ").map(String.init), isStrong: isStrong, rule: "name: " + words)
  }

  static let closers: Set<String> = ["here", "speaking"]
  /// Cues that introduce things as well; they count without a question only where "speaking" closes them.
  static let vague: Set<String> = ["this", "it's", "it", "here"]
  static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam"]
  static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "bin", "al", "ter",
  ]

  /// Words that end a name or show that there is none.
  static let others: Set<String> = Set(
    """
    a about account actually after again agent all already also am an and angry any anybody anyone are as ask asking at \
    automated available away back bad balance bank be because been before being better block blocked bot branch but by bye \
    calling can can't cancel card cards chat confused could couldn't credit customer day debit did didn't do does doesn't \
    done don't down english error euro euros every fine first for forgot forgotten friday from frustrated fucking get \
    getting give glad go going gone good got great had happy has have haven't having hello help her here hey hi him his home \
    how human i i'd i'll i'm i've id if important in interested into is isn't it it's its just know last later let like \
    loan locked looking lost mad maybe me meant message missing monday money more my name need new nice no nobody none nope \
    not nothing now number of off ok okay old on one only open or other our out over paying payment person phone please \
    problem question ready really right robot sad said saturday say see send she should since so some somebody someone \
    sorry speaking stolen stop still stuck sunday sure sick talk talking tell thank thanks that that's the their them then \
    there these they thing think this those thursday tired to today tomorrow too transfer trying tuesday two unable \
    unhappy until up upset urgent us use used very visa visiting waiting want wanted was wasn't way we wednesday well went \
    were what what's when where which who whose why will with without won't work working worried would writing wrong yeah \
    yep yes yesterday yet you your mastercard today's impossible ridiculous wondering unsure afraid certain correct slovenian \
    croatian serbian italian austrian german french spanish english british irish american polish dutch swedish european
    """.split(separator: " ").map(String.init))
}

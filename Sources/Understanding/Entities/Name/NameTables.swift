/// How people say who they are in one language, and which words are no names.
struct NameTables: Sendable {
  /// By first word, longest first.
  let cues: [String: [NameWords.Cue]]
  let closers: Set<String>
  /// First words of cues that introduce things as well.
  let vague: Set<String>
  let titles: Set<String>
  let particles: Set<String>
  /// End a name, or show that there is none.
  let others: Set<String>
  /// Every noun begins with a capital, so that capitals tell no name.
  let hasCapitalNouns: Bool

  static let english = NameTables(
    cues: NameWords.cues, closers: NameWords.closers, vague: NameWords.vague, titles: NameWords.titles,
    particles: NameWords.particles, others: NameWords.others, hasCapitalNouns: false)
}

extension EarWords {
  static let english = EarWords(
    common: Set(
      """
      the a an and or but is are was were be been have has had do does did don't doesn't didn't i i'm i've me my mine we our
      us you your he she it its they them their this that these those there here what when where which who why how can
      could can't cannot will would should must not no yes please thanks thank hello hi hey with without from for to of at
      on by about into my want need like get got make tell give lost stolen one someone somebody nothing something any some
      all also just only already still very because if then than before after yesterday today tomorrow money help
      """.split(whereSeparator: \.isWhitespace).map(String.init)),
    letters: [], names: ["english", "englisch", "anglais", "inglese", "anglesko", "anglescina"],
    asking: [
      "in", "please", "can", "could", "would", "may", "we", "you", "i", "me", "speak", "talk", "write", "chat",
      "switch",
      "change", "to", "continue", "do", "want", "like", "prefer", "rather", "let's", "go", "on", "with", "answer",
      "reply",
      "it", "that", "this", "language", "the", "now", "is", "possible", "say", "again", "hello", "hi", "ok", "yes",
      "is",
      "also", "instead", "would", "a", "bit", "of",
    ])
}

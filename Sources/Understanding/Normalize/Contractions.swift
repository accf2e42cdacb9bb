/// Short forms and the words that they stand for, with and without their apostrophe.
enum Contractions {
  /// What an ending with an apostrophe stands for; nothing where the word has none.
  @Sendable static func written(_ word: String) -> [String]? {
    for (ending, rest) in endings where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      return stem.isEmpty ? nil : [stem, rest]
    }
    return nil
  }

  /// What `'s` may stand for beside a possession.
  static let possessive = "'s"
  static let possessiveReadings = ["is", "has"]

  private static let endings: [(String, String)] = [
    ("n't", "not"), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am"), ("'d", "would"),
    ("'s", possessive),
  ]

  static let short: [String: [String]] = {
    var table: [String: [String]] = [:]
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if let first = words.first { table[first] = Array(words.dropFirst()) }
    }
    for pronoun in ["it", "that", "there", "what", "who", "where", "how", "he", "she", "here", "when", "why"] {
      table[pronoun + "'s"] = [pronoun, "is"]
    }
    return table
  }()

  private static let list = """
    can't can not
    cant can not
    cannot can not
    won't will not
    wont will not
    shan't shall not
    ain't is not
    aint is not
    dont do not
    doesnt does not
    didnt did not
    isnt is not
    arent are not
    wasnt was not
    werent were not
    havent have not
    hasnt has not
    hadnt had not
    couldnt could not
    wouldnt would not
    shouldnt should not
    im i am
    ive i have
    its it is
    it's it is
    thats that is
    theres there is
    whats what is
    wheres where is
    hows how is
    youre you are
    theyre they are
    youve you have
    weve we have
    theyve they have
    let's let us
    lets let us
    i'd i would
    gonna going to
    wanna want to
    gotta got to
    gimme give me
    lemme let me
    u you
    ur your
    pls please
    plz please
    plse please
    thx thanks
    thnx thanks
    tnx thanks
    cos because
    cuz because
    """
}

import IntentLanguage

/// A playbook of any size, in the author's language, and lines that customers might write to it. The same size gives the
/// same playbook and the same lines.
///
/// An intent is something to do, with something, in some circumstance. Words are shared by many intents, as in a real
/// house: what tells two intents apart may be one word, and thousands begin with "how do I".
struct Workload {
  let intents: Int
  private static let intentsAFile = 50

  /// Every intent has five templates with optional parts, alternatives and, one in each, a slot.
  func files() -> [SourceFile] {
    var files = [SourceFile(path: "house.yml", text: Workload.house)]
    for start in stride(from: 0, to: intents, by: Workload.intentsAFile) {
      let numbers = start..<min(start + Workload.intentsAFile, intents)
      let text = "intents:\n" + numbers.map { WorkloadIntent($0).yaml }.joined()
      files.append(SourceFile(path: "intents/\(start).yml", text: text))
    }
    return files
  }

  /// Half of them an intent covers, a quarter are such sentences with one word changed, a quarter are about other things.
  func lines(_ count: Int) -> [String] {
    var chance = Chance(seed: 7)
    return (0..<count).map { _ in
      let intent = WorkloadIntent(chance.below(intents))
      switch chance.below(4) {
      case 0, 1: return intent.sentence(&chance)
      case 2:
        var words = intent.sentence(&chance).split(separator: " ").map(String.init)
        words[chance.below(words.count)] = chance.one(of: Workload.strange)
        return words.joined(separator: " ")
      default: return chance.one(of: Workload.elsewhere) + " " + chance.one(of: WorkloadIntent.circumstances)
      }
    }
  }

  private static let strange = ["perhaps", "violin", "yesterday's", "four", "them", "quickly", "basement", "again"]
  private static let elsewhere = [
    "my neighbour keeps a dog that barks at the postman", "what a lovely morning it is", "we had soup and bread",
    "the train was late once more", "could somebody explain the rules of cricket to me", "I painted the fence green",
    "the children are asleep", "nobody answers when I ring", "it rained all week", "that was not what I expected",
  ]

  private static let house = """
    settings:
      name: The house
      default_queue: people
    queues:
      people:
        title: The people
    slots:
      amount:
        type: money
        ask: Which amount is it?
        cues: [amount]
      day:
        type: date
        ask: Which day was it?
      town:
        type: choice
        ask: Which town is it?
        options: { kranj: [kranj], celje: [celje], ptuj: [ptuj], koper: [koper], bled: [bled], murska: [murska sobota] }
      reference:
        type: digits
        ask: Which number does it have?
        cues: [number, reference]
      person:
        type: name
        ask: Who is it about?

    """
}

/// Chance that is the same every time.
struct Chance {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 11) % UInt64(max(bound, 1)))
  }

  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }
  mutating func holds(_ once: Int) -> Bool { below(once) == 0 }
}

import Vocabulary

/// What is wrong with a name: it is no name, it is taken, or nothing bears it.
enum NameProblem: Problem {
  case badName(String, kind: String)
  case reserved(String)
  case duplicate(String, kind: String, first: SourcePlace)
  case namedTwice(String, in: String)
  case unknown(Kind, String, known: [String])

  enum Kind: Sendable { case slot, intent, queue, lookup, sentence }

  var code: FindingCode {
    switch self {
    case .badName: .badName
    case .reserved: .reservedName
    case .duplicate: .duplicateName
    case .namedTwice: .namedTwice
    case .unknown(let kind, _, _):
      switch kind {
      case .slot: .unknownSlot
      case .intent: .unknownIntent
      case .queue: .unknownQueue
      case .lookup: .unknownLookup
      case .sentence: .unknownSentence
      }
    }
  }

  var prose: Prose {
    switch self {
    case .badName(let name, let kind):
      Prose(
        "\"\(name)\" cannot be the name of \(kind == "intent" ? "an" : "a") \(kind)",
        "A name is made of the letters a to z, digits and _, and begins with a letter: lost_card. What people read goes into title."
      )
    case .reserved(let name):
      Prose(
        "a slot cannot be called \"\(name)\"",
        "In conditions and replies that word means something else. Choose another.")
    case .duplicate(let name, let kind, let first):
      Prose(
        "there are two \(kind)s called \"\(name)\"",
        "The first is in \(Phrase.spot(first)). Names hold in all files, so nobody could know which is meant. Rename or join them."
      )
    case .namedTwice(let name, let key):
      Prose("\"\(name)\" stands twice in \"\(key)\"", "Once is enough; delete one.")
    case .unknown(let kind, let name, let known):
      unknown(kind, name, known)
    }
  }

  private func unknown(_ kind: Kind, _ name: String, _ known: [String]) -> Prose {
    switch kind {
    case .slot: Prose("no slot is called \"\(name)\"", Phrase.nearest(name, among: known, kind: "slot"))
    case .intent: Prose("no intent is called \"\(name)\"", Phrase.nearest(name, among: known, kind: "intent"))
    case .queue:
      Prose(
        "no queue is called \"\(name)\"", Phrase.nearest(name, among: known, kind: "queue"),
        "A case that is sent there would reach nobody.")
    case .lookup: Prose("no lookup is called \"\(name)\"", Phrase.nearest(name, among: known, kind: "lookup"))
    case .sentence:
      Prose("Baton says no sentence called \"\(name)\"", Phrase.nearest(name, among: known, kind: "sentence"))
    }
  }
}

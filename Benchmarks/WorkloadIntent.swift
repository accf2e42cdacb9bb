/// One intent of a workload: its file's lines, and sentences that its templates cover.
struct WorkloadIntent {
  let number: Int
  private let act: (do: String, done: String, doing: String)
  private let thing: String
  /// Empty for the first of each act and thing.
  private let circumstance: String
  private let slot: (name: String, words: String, values: [String])

  init(_ number: Int) {
    self.number = number
    // Neighbours differ in all three, so that small sizes have as many different words as large ones.
    let (acts, things) = (WorkloadIntent.acts, WorkloadIntent.things)
    act = acts[number % acts.count]
    thing = things[(number / acts.count + number) % things.count]
    let circumstances = WorkloadIntent.circumstances
    circumstance = circumstances[number / (acts.count * things.count) % circumstances.count]
    slot = WorkloadIntent.slots[(number / 3) % WorkloadIntent.slots.count]
  }

  private var ending: String { circumstance.isEmpty ? "" : " " + circumstance }

  var yaml: String {
    let value = "\(slot.words) {\(slot.name)}"
    let regex =
      number % 20 == 0 ? "    regex:\n      - '\\b\(act.doing) (the|my|our) [a-z ]{0,20}\(thing)\(ending)\\b'\n" : ""
    return """
        task_\(number):
          title: \(act.do) \(thing)\(ending)
          utterances:
            - (\(act.do)|please go and \(act.do)) (my|the|our) [old|new] \(thing)\(ending) [\(value)]
            - I (want|need|would like) to [have] \(act.do) (my|the|a) \(thing)\(ending) [today|this week] [\(value)]
            - how (do|can) I [best] \(act.do) [a|my|the] \(thing)\(ending) [\(value)]
            - (my|the|our) \(thing) (was not|could not be|has not been) \(act.done)\(ending) [\(value)]
            - (there is a problem|something is wrong|I am stuck) (with|when) \(act.doing) (my|the) \(thing)\(ending) [\(value)]
      \(regex)    \(number % 4 == 0 ? "needs" : "takes"): [\(slot.name)]
          answer: The people who \(act.do) things look at your \(thing)\(ending).
          handoff: { priority: normal }

      """.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
        .joined(separator: "\n")
  }

  /// A sentence that one of the templates covers, with a greeting or without.
  func sentence(_ chance: inout Chance) -> String {
    let value = chance.holds(2) ? " \(slot.words) \(chance.one(of: slot.values))" : ""
    let opening = chance.holds(4) ? "hello, " : ""
    let closing = chance.holds(4) ? ", thanks" : ""
    let words =
      switch chance.below(5) {
      case 0: "\(act.do) \(chance.one(of: ["my", "the", "our"])) \(chance.one(of: ["old ", "new ", ""]))\(thing)"
      case 1:
        "I \(chance.one(of: ["want", "need", "would like"])) to \(chance.one(of: ["have ", ""]))\(act.do) the \(thing)"
      case 2: "how \(chance.one(of: ["do", "can"])) I \(act.do) \(chance.one(of: ["a ", "my ", ""]))\(thing)"
      case 3:
        "my \(thing) \(chance.one(of: ["was not", "could not be", "has not been"])) \(act.done)"
      default:
        "\(chance.one(of: ["there is a problem", "I am stuck"])) \(chance.one(of: ["with", "when"])) \(act.doing) my \(thing)"
      }
    return opening + words + ending + value + closing
  }

  private static let slots: [(name: String, words: String, values: [String])] = [
    ("amount", "about", ["50 euros", "€ 12.40", "two hundred euros", "999 EUR"]),
    ("day", "since", ["yesterday", "Monday", "3 November", "last week"]),
    ("town", "in", ["Kranj", "Celje", "Koper", "Bled", "Murska Sobota"]),
    ("reference", "with number", ["4417", "20451", "0093 21", "77123400"]),
    ("person", "for", ["Ana Novak", "Peter", "Mrs Zupan", "John Smith"]),
  ]

  private static let acts: [(do: String, done: String, doing: String)] = [
    "block blocked blocking", "cancel cancelled cancelling", "renew renewed renewing", "order ordered ordering",
    "return returned returning", "change changed changing", "check checked checking", "confirm confirmed confirming",
    "close closed closing", "open opened opening", "move moved moving", "print printed printing",
    "repair repaired repairing", "replace replaced replacing", "track tracked tracking",
    "transfer transferred transferring",
    "upgrade upgraded upgrading", "activate activated activating", "insure insured insuring",
    "measure measured measuring",
    "deliver delivered delivering", "collect collected collecting", "pause paused pausing", "extend extended extending",
    "copy copied copying", "correct corrected correcting", "compare compared comparing", "clean cleaned cleaning",
    "install installed installing", "inspect inspected inspecting", "rent rented renting", "share shared sharing",
    "sign signed signing", "sell sold selling", "send sent sending", "split split splitting",
    "store stored storing", "test tested testing", "translate translated translating", "value valued valuing",
  ].map { line in
    let forms = line.split(separator: " ").map(String.init)
    return (forms[0], forms[1], forms[2])
  }

  private static let things: [String] = [
    "account", "address", "agreement", "appliance", "application", "appointment", "bicycle", "bill", "boiler",
    "booking",
    "broadband line", "card", "carpet", "certificate", "charger", "claim", "contract", "cooker", "coupon", "delivery",
    "deposit", "dishwasher", "document", "door", "driving licence", "engine", "fridge", "garage key", "garden gate",
    "gas meter", "guarantee", "heating", "house plan", "identity card", "invoice", "kitchen", "lamp", "lawn mower",
    "lease", "letter", "library card", "loan", "locker", "loyalty card", "mailbox", "map", "membership", "mortgage",
    "online order", "parcel", "parking permit", "passport", "pension", "phone number", "policy", "power meter",
    "prescription", "printer", "profile", "receipt", "refund", "report", "reservation", "roof", "router", "salary slip",
    "savings plan", "season ticket", "shower", "sofa", "standing order", "statement", "storage room", "subscription",
    "tablet", "tax form", "television", "ticket", "translation", "travel card", "tyre", "user name", "vehicle",
    "voucher",
    "wallet", "warranty", "washing machine", "water meter", "website", "wedding list", "will", "window", "work permit",
    "workshop", "yearly report", "youth card", "bathroom tap", "blanket", "alarm", "antenna",
  ]

  static let circumstances: [String] = [
    "", "from abroad", "in the app", "for my company", "after the move", "before the holidays", "without a password",
    "on the telephone", "for my mother", "in the branch", "after a power cut", "as a student", "under the old name",
    "with two owners", "on a public holiday", "by post", "at the airport", "through the website", "for a friend",
    "after midnight", "in instalments", "without the papers", "for the whole family", "as a guest", "once and for all",
  ]
}

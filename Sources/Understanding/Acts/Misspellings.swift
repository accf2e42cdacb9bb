/// Words for a person with one slip of the finger.
struct Misspellings: Sendable {
  private let right: [[UInt8]]
  /// Real words that lie near to one of them.
  private let real: Set<String>
  private let known: [String: String]

  init(right: [String], real: Set<String>, known: [String: String]) {
    self.right = right.map { Array($0.utf8) }
    self.real = real
    self.known = known
  }

  static let english = Misspellings(
    right: [
      "human", "agent", "person", "representative", "operator", "advisor", "adviser", "someone", "somebody",
    ], real: ["humane", "humans", "agents", "persons", "agency", "regent", "urgent", "argent"], known: englishKnown)

  private static let englishKnown: [String: String] = [
    "hooman": "human", "humen": "human", "hume": "human", "huamn": "human", "hum4n": "human",
    "represenative": "representative",
    "representitive": "representative", "represntative": "representative", "respresentative": "representative",
    "reprasentative": "representative", "rep.": "rep", "reprezentative": "representative",
    "represenitive": "representative",
    "representive": "representative", "sombody": "somebody", "sum1": "someone", "smb": "somebody", "ppl": "people",
    "persn": "person", "pearson": "person", "parson": "person", "speek": "speak", "speka": "speak", "spaek": "speak",
    "tlak": "talk", "takl": "talk", "tak": "talk", "tolk": "talk", "wnat": "want", "wan": "want", "ned": "need",
    "csr": "representative", "agnt": "agent", "persom": "person", "opertor": "operator", "conect": "connect",
    "tranfer": "transfer", "humn": "human", "spek": "speak", "represntive": "representative", "custmer": "customer",
    "costumer": "customer", "suport": "support",
  ]

  func persons(in terms: Terms) -> [Int: String] {
    var found: [Int: String] = [:]
    for (at, word) in terms.words.enumerated() {
      if let right = right(for: word) { found[at] = right }
    }
    return found
  }

  /// Nothing where the word is right or lies near to none.
  func right(for word: String) -> String? {
    if let right = known[word] { return right }
    return word.utf8.count >= 4 && !real.contains(word) ? near(word) : nil
  }

  private func near(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    for candidate in right where abs(candidate.count - bytes.count) <= 1 && startsAlike(bytes, candidate) {
      if bytes != candidate, Misspellings.isOneSlip(bytes, candidate) {
        return String(decoding: candidate, as: UTF8.self)
      }
    }
    return nil
  }

  private func startsAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left[0] == right[0] || (left[0] == right[1] && left[1] == right[0])
  }

  /// One letter more, less or other, or two neighbours changed.
  static func isOneSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    var from = 0
    while from < min(left.count, right.count), left[from] == right[from] { from += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > from, rightEnd > from, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (restLeft, restRight) = (leftEnd - from, rightEnd - from)
    if max(restLeft, restRight) <= 1 { return true }
    return restLeft == 2 && restRight == 2 && left[from] == right[from + 1] && left[from + 1] == right[from]
  }
}

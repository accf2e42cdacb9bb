import Dialogue
import Playbooks
import Storage
import Vocabulary

/// Puts made-up values where values were masked before they were stored, so that a conversation can be played again. The
/// real ones are gone.
struct Unmasking {
  private let samples: Samples
  private let hidden: [Int: [(slot: SlotID, span: ScalarSpan)]]
  private let questions: [Int: SlotID]

  init(_ record: ThreadRecord, samples: Samples) {
    self.samples = samples
    var hidden: [Int: [(slot: SlotID, span: ScalarSpan)]] = [:]
    let matters = record.cases.map(\.matter) + [record.talk.matter]
    for (slot, fact) in matters.flatMap({ Array($0.facts) }) + Array(record.customer.memory) {
      if hidden[fact.seq]?.contains(where: { $0.slot == slot }) != true {
        hidden[fact.seq, default: []].append((slot, fact.span))
      }
    }
    self.hidden = hidden
    var questions: [Int: SlotID] = [:]
    var open: SlotID?
    for entry in record.entries {
      if entry.from == .customer { questions[entry.seq] = open }
      if let asks = entry.asks { open = asks } else if entry.from == .bot { open = nil }
    }
    self.questions = questions
  }

  func text(of entry: Entry) -> String {
    guard entry.masked else { return entry.text }
    var scalars = Array(entry.text.unicodeScalars)
    // From the end, so that the spans before stay true.
    for (slot, span) in (hidden[entry.seq] ?? []).sorted(by: { $0.span.from > $1.span.from }) {
      guard span.from >= 0, span.to <= scalars.count, span.count > 0, scalars[span.from..<span.to].contains("•"),
        let sample = samples[slot]
      else { continue }
      scalars.replaceSubrange(span.from..<span.to, with: sample.text.unicodeScalars)
    }
    return secrets(in: scalars, asked: questions[entry.seq])
  }

  /// What is covered still: the answer to the question before it, a payment card, an account, or the code of a card.
  private func secrets(in scalars: [Unicode.Scalar], asked: SlotID?) -> String {
    var result = String.UnicodeScalarView()
    var rest = scalars[...]
    while let start = rest.firstIndex(of: "•") {
      result += rest[..<start]
      let end = regionEnd(rest[start...])
      let region = rest[start..<end]
      let count = region.count { $0 != " " && $0 != "-" }
      let isWhole = region.last == "•"
      let sample = isWhole && count != 3 ? asked.flatMap { samples[$0]?.text } : nil
      result += (sample ?? Self.madeUp(Array(region), count: count)).unicodeScalars
      rest = rest[end...]
    }
    result += rest
    return String(result)
  }

  /// Covered scalars, what is left of the value behind them, and single separators between.
  private func regionEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var end = scalars.startIndex
    var at = scalars.startIndex
    while at < scalars.endIndex {
      let scalar = scalars[at]
      let isPart = scalar == "•" || scalar.properties.numericType != nil
      if isPart { end = at + 1 } else if scalar != " " && scalar != "-" || end != at { break }
      at += 1
    }
    return end
  }

  private static func madeUp(_ region: [Unicode.Scalar], count: Int) -> String {
    switch count {
    case 12...18: card(like: region)
    case 19...: "SI56 1910 0000 0123 438"
    case 3: "123"
    case 4: "1234"
    default: String(String.UnicodeScalarView(region.map { $0 == "•" ? "7" : $0 }))
    }
  }

  /// A number with a right check digit, and with the end and the blanks that can be seen still.
  private static func card(like region: [Unicode.Scalar]) -> String {
    let places = region.indices.filter { region[$0] != " " && region[$0] != "-" }
    var digits = places.map { Int(String(region[$0])) ?? 0 }
    guard digits.count > 5 else { return "4111 1111 1111 1111" }
    digits[0] = 4
    for digit in 0...9 {
      digits[1] = digit
      if isRight(digits) { break }
    }
    var scalars = region
    for (place, digit) in zip(places, digits) { scalars[place] = Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit % 10)) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The sum that payment cards are checked with.
  private static func isRight(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, pair in
      let (place, digit) = pair
      let value = place.isMultiple(of: 2) ? digit : digit * 2
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum.isMultiple(of: 10)
  }
}

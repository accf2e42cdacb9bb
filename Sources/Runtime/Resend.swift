import Dialogue
import Vocabulary

extension Inbound {
  package var event: Event {
    switch what {
    case .came: .customerCame(via: address)
    case .said(let text): .customerSaid(Utterance(text, via: address, key: key))
    case .askedForPerson: .customerAskedForPerson(via: address, key: key)
    case .rated(let score, let text): .customerRated(score: score, text: text, via: address)
    }
  }

  /// Whether this is what became that entry, as far as can be known.
  ///
  /// What was masked is not kept anywhere, not even as a digest: the digits of a card can be found from a digest by
  /// trying them all. So a masked scalar counts as the same as whatever is sent in its place.
  package func isResend(of entry: Entry) -> Bool {
    guard entry.from == .customer else { return false }
    switch what {
    case .said(let text): return matches(text, stored: entry.text)
    case .came, .askedForPerson, .rated: return true
    }
  }

  private func matches(_ text: String, stored: String) -> Bool {
    let mask: Unicode.Scalar = "•"
    var (sent, kept) = (text.unicodeScalars.makeIterator(), stored.unicodeScalars.makeIterator())
    while true {
      switch (sent.next(), kept.next()) {
      case (nil, nil): return true
      case (let one?, let other?) where one == other || other == mask: continue
      case (.some, .some), (nil, .some), (.some, nil): return false
      }
    }
  }
}

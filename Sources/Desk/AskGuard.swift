import Dialogue
import Playbooks
import Vocabulary

/// Notices that an agent is about to ask what the case already knows.
package struct AskGuard: Sendable {
  /// A question that need not be put.
  package struct Answered: Hashable, Sendable {
    package let title: String
    /// Nothing where the customer declined to say it.
    package let value: String?
    package let at: Timestamp?
  }

  let playbook: Playbook
  package init(playbook: Playbook) { self.playbook = playbook }

  /// Everything that the text asks for and the matter knows, or that the customer does not have.
  package func answered(_ text: String, in matter: Matter) -> [Answered] {
    guard asks(text) else { return [] }
    let words = Set(AskWords.of(text))
    let slots = Set(matter.facts.keys).union(matter.declined.keys).sorted()
    return slots.compactMap { playbook.slot($0) }.filter { asks(for: $0, words) }.map { slot in
      let fact = matter.facts[slot.id]
      let value = fact.map { slot.sensitive ? Briefing.mask : Briefing.display($0.value) }
      return Answered(title: slot.title, value: value, at: fact?.at)
    }
  }

  private func asks(_ text: String) -> Bool {
    if text.contains("?") { return true }
    let first = AskWords.of(text).prefix(2)
    return first.contains { AskWords.openers.contains($0) }
  }

  private func asks(for slot: Slot, _ words: Set<String>) -> Bool {
    // A short cue such as "last" or "no" stands in too many questions.
    let names = [slot.title] + slot.cues.filter { $0.contains(" ") || $0.count > 4 }
    if names.contains(where: { isNamed(by: $0, in: words) }) { return true }
    return [slot.ask, slot.retry].compactMap(\.self).contains { question in
      let text = question.bodies.first.map { $0.parts.ownWords } ?? ""
      return isAlike(Set(AskWords.of(text)), words)
    }
  }

  /// All the name's words stand in the text, and one of them has weight.
  private func isNamed(by name: String, in words: Set<String>) -> Bool {
    let needed = AskWords.of(name)
    return needed.contains { !AskWords.light.contains($0) } && needed.allSatisfy(words.contains)
  }

  /// More than half of the question's weight stands in the text.
  private func isAlike(_ question: Set<String>, _ words: Set<String>) -> Bool {
    let whole = question.reduce(0) { $0 + AskWords.weight($1) }
    let shared = question.intersection(words)
    let heavy = shared.contains { !AskWords.light.contains($0) }
    return heavy && shared.reduce(0, { $0 + AskWords.weight($1) }) * 10 >= whole * 6
  }
}

/// Words as questions are compared by.
enum AskWords {
  /// Carry little of what is asked.
  static let light: Set<String> = [
    "a", "an", "the", "is", "are", "wa", "were", "do", "doe", "did", "you", "your", "i", "it", "me", "my", "of", "in",
    "on", "at", "to", "for", "and", "or", "we", "u", "can", "could", "would", "will", "please", "tell", "give", "what",
    "which", "when", "where", "who", "how", "have", "ha", "had", "that", "thi", "be", "with", "by", "from", "i'm",
  ]
  /// Begin a request that has no question mark.
  static let openers: Set<String> = [
    "what", "which", "when", "where", "who", "how", "tell", "give", "send", "confirm", "could", "can", "may", "would",
  ]
  private static let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// Small letters, without a plural's s; single digits in words.
  static func of(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map { word in
      if word.count == 1, let digit = word.first?.wholeNumberValue, digits.indices.contains(digit) {
        return digits[digit]
      }
      return word.count > 2 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
    }
  }

  static func weight(_ word: String) -> Int { light.contains(word) ? 1 : 5 }
}

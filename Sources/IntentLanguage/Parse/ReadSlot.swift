import Playbooks
import Vocabulary

extension DeclarationReader {
  mutating func readSlot(_ id: LocatedName, _ map: LocatedMap) {
    var slot = DeclaredSlot(id: id)
    for (key, entry) in entries(map, SlotKey.self, of: "a slot") {
      slot.keys[key] = entry.key.place
      readSlot(key, entry, into: &slot)
    }
    declared.slots.append(slot)
  }

  private mutating func readSlot(_ key: SlotKey, _ entry: LocatedMap.Entry, into slot: inout DeclaredSlot) {
    switch key {
    case .type: slot.kind = kind(entry)
    case .title: slot.title = textByLanguage(entry)
    case .ask: slot.ask = reply(entry)
    case .retry: slot.retry = reply(entry)
    case .cues: slot.cues = wordsByLanguage(entry, "a word")
    case .options: slot.options = options(entry)
    case .length: slot.length = length(entry)
    case .min: slot.min = text(entry)
    case .max: slot.max = text(entry)
    case .past: slot.past = flag(entry) == true ? entry.key.place : nil
    case .future: slot.future = flag(entry) == true ? entry.key.place : nil
    case .currency: slot.currency = currency(entry)
    case .matches: slot.matches = text(entry, "a regular expression")
    case .remember: slot.remember = word(entry, Slot.Remember.self) ?? .case
    case .freshFor: slot.freshForMilliseconds = duration(entry, example: "90 days")
    case .onRecord: slot.onRecord = word(entry, Slot.OnRecord.self) ?? .confirm
    case .confirm: slot.confirm = flag(entry) ?? false
    case .sensitive: slot.sensitive = flag(entry) ?? false
    case .tries: slot.tries = whole(entry, in: 1...10) ?? 2
    }
  }

  /// The type by name. The spelling is checked; a slot without a type is found by its own check.
  private mutating func kind(_ entry: LocatedMap.Entry) -> LocatedName? {
    guard word(entry, EntityKind.self) != nil, case .text(let text) = entry.value else { return nil }
    return text.name
  }

  /// A map of value to what customers say for it, or a plain list of values.
  private mutating func options(_ entry: LocatedMap.Entry) -> [DeclaredOption] {
    guard case .map(let map) = entry.value else {
      return names(entry, "a value").map { DeclaredOption(key: $0, words: nil) }
    }
    return map.entries.map { entry in
      if case .text(let text) = entry.value, text.isMissing { return DeclaredOption(key: entry.key.name, words: nil) }
      return DeclaredOption(key: entry.key.name, words: wordsByLanguage(entry, "what customers say for it"))
    }
  }

  /// `4`, or `4-6`.
  private mutating func length(_ entry: LocatedMap.Entry) -> ClosedRange<Int>? {
    let expected = "a number of characters such as 4, or from and to: 4-6"
    guard let text = text(entry, expected) else { return nil }
    let bounds = text.text.split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0.filter { !$0.isWhitespace })
    }
    let lengthMax = Limits.utteranceScalars
    if bounds.count <= 2, let from = bounds.first ?? nil, let to = bounds.last ?? nil, from >= 1, to >= from,
      to <= lengthMax
    {
      return from...to
    }
    report(ValueProblem.bad("length", text.text, expected: expected), at: text.place)
    return nil
  }

  /// An ISO 4217 code: three letters.
  mutating func currency(_ entry: LocatedMap.Entry) -> String? {
    let expected = "a currency of three letters such as EUR"
    guard let text = text(entry, expected) else { return nil }
    let code = text.text.uppercased()
    if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return code }
    report(ValueProblem.bad("currency", text.text, expected: expected), at: text.place)
    return nil
  }
}

import Playbooks
import Vocabulary

extension DeclarationReader {
  mutating func readLookup(_ id: LocatedName, _ map: LocatedMap) {
    var lookup = DeclaredLookup(id: id)
    for (key, entry) in entries(map, LookupKey.self, of: "a lookup") {
      switch key {
      case .url: lookup.url = url(entry) ?? ""
      case .sends: lookup.sends = names(entry, "a slot or a customer field")
      case .gives: lookup.gives = names(entry, "a name")
      case .within: lookup.withinMilliseconds = patience(entry) ?? 2_000
      case .secretFile: lookup.secretFile = text(entry, "the path of a file")?.text
      }
    }
    if !map.entries.contains(where: { $0.key.text == "url" }) {
      report(
        SlotProblem.missingKey("url", of: "the lookup \"\(id.text)\"", help: "Without it nobody can be asked."),
        at: id.place)
    }
    declared.lookups.append(lookup)
  }

  /// Nobody waits for ever for another program.
  private mutating func patience(_ entry: LocatedMap.Entry) -> Int64? {
    guard let milliseconds = duration(entry, example: "2s") else { return nil }
    if milliseconds <= Limits.lookupMilliseconds { return milliseconds }
    let expected = "at most \(Limits.lookupMilliseconds / 1_000) seconds"
    report(ValueProblem.bad("within", text(entry)?.text ?? "", expected: expected), at: entry.value.place)
    return nil
  }

  private mutating func url(_ entry: LocatedMap.Entry) -> String? {
    let expected = "an address that begins with https:// or http://"
    guard let text = text(entry, expected) else { return nil }
    let rest = ["https://", "http://"].lazy.compactMap { text.text.hasPrefix($0) ? text.text.dropFirst($0.count) : nil }
    if let host = rest.first?.prefix(while: { $0 != "/" && $0 != "?" }), !host.isEmpty,
      !text.text.contains(where: \.isWhitespace)
    {
      return text.text
    }
    report(ValueProblem.bad("url", text.text, expected: expected), at: text.place)
    return nil
  }
}

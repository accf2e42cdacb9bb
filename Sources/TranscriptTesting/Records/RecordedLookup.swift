import Dialogue
import Playbooks
import Storage
import Vocabulary

/// What another program said, or that it did not, as far as the record knows it.
package struct RecordedLookup: Hashable, Sendable {
  package let lookup: LookupID
  /// The names and what they had, as JSON; nothing where it failed.
  package let answer: String?
  package let at: Timestamp
  /// How long it took, in whole seconds.
  package var after: Int64 = 0

  /// Answers within this time belong to the line that asked.
  static let shortest: Int64 = 1_000
  /// No lookup may take longer.
  static let longest: Int64 = 31_000

  /// As the lines of a `#lookup` section.
  package var notation: String {
    let time = after > 0 ? "after \(TimeSpan.notation(after)) " : ""
    return time + (answer ?? "fails")
  }

  package var standIn: StandIn? { StandIn(notation) }

  /// All of a thread, in the order of time.
  static func all(in record: ThreadRecord, gives: [LookupID: [String]]) -> [RecordedLookup] {
    var fields: [LookupID: [Timestamp: [String: Value]]] = [:]
    for (slot, fact) in (record.cases.map(\.matter) + [record.talk.matter]).flatMap({ Array($0.facts) }) {
      guard fact.source == .lookup, let (lookup, field) = name(slot) else { continue }
      for (value, at) in [(fact.value, fact.at)] + fact.superseded.map({ ($0.value, $0.at) }) {
        fields[lookup, default: [:]][at, default: [:]][field] = value
      }
    }
    var all = fields.flatMap { lookup, answers in
      answers.map { at, values in
        RecordedLookup(lookup: lookup, answer: json(values, gives: gives[lookup] ?? []), at: at)
      }
    }
    for theCase in record.cases where theCase.reason.kind == .lookupFailed {
      guard let lookup = theCase.reason.detail.map({ LookupID($0) }) else { continue }
      all.append(RecordedLookup(lookup: lookup, answer: nil, at: theCase.openedAt))
    }
    return all.sorted { ($0.at, $0.lookup) < ($1.at, $1.lookup) }
  }

  /// `lookup.order.state` is the field `state` of `order`.
  private static func name(_ slot: SlotID) -> (LookupID, String)? {
    let parts = slot.rawValue.split(separator: ".", maxSplits: 2).map(String.init)
    return parts.count == 3 && parts[0] == "lookup" ? (LookupID(parts[1]), parts[2]) : nil
  }

  /// A name without a value was null: the program did not know.
  private static func json(_ values: [String: Value], gives: [String]) -> String {
    let names = gives + values.keys.filter { !gives.contains($0) }.sorted()
    let fields = names.map { "\(quoted($0)): \(values[$0].map(json) ?? "null")" }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private static func json(_ value: Value) -> String {
    switch value {
    case .number, .integer: value.plain
    case .yesNo(let flag): flag ? "true" : "false"
    case .text, .name, .digits, .money, .date, .dateRange, .time, .timeRange, .dateTime, .dateTimeRange, .duration,
      .email, .phone, .url, .iban, .card, .choice, .pattern:
      quoted(value.plain)
    }
  }

  private static func quoted(_ text: String) -> String { (try? JSONWriter.text(of: text)) ?? "\"\"" }
}

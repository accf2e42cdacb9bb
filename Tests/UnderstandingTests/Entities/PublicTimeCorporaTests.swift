import Foundation
import Testing
import Vocabulary

@testable import Understanding

/// How much of public lines about time is read with its whole value. The floors are what was reached once.
struct PublicTimeCorporaTests {
  @Test(.enabled(if: PublicCorpus.isAtHand)) func `days, times and moments of Duckling's lines`() throws {
    let share = try PublicCorpus.share("duckling_time_en") { line in
      let expected = line["expected"] as? [[String: Any]] ?? []
      let found = read(line).filter { $0.kind != .duration }
      guard !expected.isEmpty else { return found.allSatisfy(\.latent) }
      let wanted = Set(expected.flatMap(DucklingTime.values))
      return found.contains { !wanted.isDisjoint(with: ([$0.value] + $0.alternatives).map(\.plain)) }
    }
    #expect(share > 0.66)
  }

  @Test(.enabled(if: PublicCorpus.isAtHand)) func `lengths of time of Duckling's lines`() throws {
    let days = ["day": 1, "week": 7]
    let months = ["month": 1, "quarter": 3, "year": 12]
    let seconds = ["second": 1, "minute": 60, "hour": 3600]
    let share = try PublicCorpus.share("duckling_duration_en") { line in
      let found = read(line).filter { $0.kind == .duration }
      guard let expected = (line["expected"] as? [[String: Any]])?.first, let unit = expected["unit"] as? String,
        let count = (expected["value"] as? NSNumber)?.intValue
      else { return found.allSatisfy(\.latent) }
      let wanted = DurationValue(
        months: count * (months[unit] ?? 0), days: count * (days[unit] ?? 0),
        seconds: Int64(count * (seconds[unit] ?? 0)))
      return found.contains { $0.value == .duration(wanted) }
    }
    #expect(share > 0.94)
  }

  @Test(.enabled(if: PublicCorpus.isAtHand)) func `time in the sentences of Recognizers`() throws {
    let share = try PublicCorpus.share("recognizers_datetime_en") { line in
      let expected = line["expected"] as? [[String: Any]] ?? []
      let found = read(line)
      guard !expected.isEmpty else { return found.allSatisfy(\.latent) }
      let plain = Set(found.flatMap { [$0.value] + $0.alternatives }.map(\.plain))
      return expected.allSatisfy { entity in
        let values = (entity["resolution"] as? [String: Any])?["values"] as? [[String: Any]] ?? []
        return values.contains { RecognizersTime.isIn(plain, $0) }
      }
    }
    #expect(share > 0.6)
  }

  private func read(_ line: [String: Any]) -> [Entity] {
    let text = line["text"] as? String ?? ""
    let reference = line["reference_time"] as? String ?? "2013-02-12T04:30:00"
    let region = line["region"] as? String
    guard let now = PublicCorpus.moment(reference) else { return [] }
    let context = ReadingContext(now: now, country: region?.count == 2 ? region : "US")
    return CalendarReader().read(Line(text), in: context)
  }
}

/// What Duckling expects, as our values are written: its ranges end before their end.
private enum DucklingTime {
  static func values(_ expected: [String: Any]) -> [String] {
    guard let grain = expected["grain"] as? String else { return [] }
    let isDays = ["day", "week", "month", "quarter", "year"].contains(grain)
    if let from = moment(expected["from"]), let to = moment(expected["to"]) {
      if isDays { return [range(from.date, to.date)] }
      let step: Int64 = grain == "second" ? 1 : grain == "minute" ? 60 : 3600
      return [to, to.adding(seconds: -step)].flatMap { ["\(from)/\($0)", "\(from.time)/\($0.time)"] }
    }
    guard expected["kind"] as? String == "instant", let value = moment(expected["value"]) else { return [] }
    return isDays ? [range(value.date, end(value.date, grain))] : ["\(value)", "\(value.time)"]
  }

  private static func moment(_ value: Any?) -> CivilDateTime? { (value as? String).flatMap(PublicCorpus.moment) }

  private static func range(_ from: CivilDate, _ end: CivilDate) -> String {
    let last = end.adding(days: -1)
    return last == from ? "\(from)" : "\(from)/\(last)"
  }

  private static func end(_ date: CivilDate, _ grain: String) -> CivilDate {
    switch grain {
    case "week": date.adding(days: 7)
    case "month": date.adding(months: 1)
    case "quarter": date.adding(months: 3)
    case "year": date.adding(months: 12)
    default: date.adding(days: 1)
    }
  }
}

/// What Recognizers expects; of a range that is open on one side the other one must be right.
private enum RecognizersTime {
  static func isIn(_ found: Set<String>, _ value: [String: Any]) -> Bool {
    let (start, end) = (text(value["start"]), text(value["end"]))
    switch value["type"] as? String {
    case "date", "time", "datetime": return text(value["value"]).map(found.contains) == true
    case "daterange":
      let last = end.flatMap { CivilDate(iso: $0) }?.adding(days: -1)
      guard let start, let end, let last else { return isOpen(found, start, end) }
      return ["\(start)/\(last)", "\(start)/\(end)", "\(last)"].contains { found.contains($0) }
    case "timerange", "datetimerange":
      guard let start, let end else { return isOpen(found, start, end) }
      return found.contains("\(start)/\(end)")
    case "duration":
      guard let seconds = (value["value"] as? String).flatMap(Int64.init) else { return false }
      return found.contains { DurationSeconds.of($0) == seconds }
    default: return false
    }
  }

  private static func isOpen(_ found: Set<String>, _ start: String?, _ end: String?) -> Bool {
    found.contains { value in
      start.map { value == $0 || value.hasPrefix($0 + "/") } == true
        || end.map { value == $0 || value.hasSuffix("/" + $0) } == true
    }
  }

  /// `2016-11-07 16:00:00` as we write it.
  private static func text(_ value: Any?) -> String? {
    guard let text = value as? String else { return nil }
    let joined = text.replacingOccurrences(of: " ", with: "T")
    return joined.hasSuffix(":00") && joined.split(separator: ":").count == 3 ? String(joined.dropLast(3)) : joined
  }
}

/// Seconds of an ISO 8601 duration where a month has 30 days and a year 365.
private enum DurationSeconds {
  static func of(_ text: String) -> Int64? {
    guard text.hasPrefix("P") else { return nil }
    var (total, number, isTime): (Int64, Int64, Bool) = (0, 0, false)
    for byte in text.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        continue
      case UInt8(ascii: "T"): isTime = true
      case UInt8(ascii: "Y"): total += number * 365 * 86_400
      case UInt8(ascii: "M"): total += number * (isTime ? 60 : 30 * 86_400)
      case UInt8(ascii: "D"): total += number * 86_400
      case UInt8(ascii: "H"): total += number * 3600
      case UInt8(ascii: "S"): total += number
      default: return nil
      }
      number = 0
    }
    return total
  }
}

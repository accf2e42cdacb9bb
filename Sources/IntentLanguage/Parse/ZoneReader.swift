import Foundation
import Vocabulary

/// Turns a zone of this machine into a plain value.
enum ZoneReader {
  static let names = TimeZone.knownTimeZoneIdentifiers + ["UTC"]
  private static let known = Set(names)

  static func zone(_ name: String) -> Zone? {
    if name == "UTC" { return .utc }
    guard known.contains(name), let zone = TimeZone(identifier: name) else { return nil }
    var moment = Date(timeIntervalSince1970: first)
    var transitions: [Zone.Transition] = []
    let before = zone.secondsFromGMT(for: moment)
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next.timeIntervalSince1970 < last,
      transitions.count < transitionsMax
    {
      transitions.append(
        Zone.Transition(from: Int64(next.timeIntervalSince1970.rounded()), offset: zone.secondsFromGMT(for: next)))
      moment = next
    }
    return Zone(name: name, offset: before, transitions: transitions)
  }

  /// The country of the zone, from the system's table, where there is one.
  static func country(of zone: String) -> String? {
    guard let table = try? String(contentsOfFile: "/usr/share/zoneinfo/zone.tab", encoding: .utf8) else { return nil }
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count >= 3, fields[2] == zone { return String(fields[0]) }
    }
    return nil
  }

  /// 1990-01-01 and 2061-01-01.
  private static let first: TimeInterval = 631_152_000
  private static let last: TimeInterval = 2_871_763_200
  private static let transitionsMax = 400
}

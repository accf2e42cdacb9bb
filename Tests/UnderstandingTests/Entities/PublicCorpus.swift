import Foundation
import Vocabulary

/// Public lines with the values in them, which lie outside the project and may be missing.
enum PublicCorpus {
  private static let folder = "../shared/corpora/entities/"
  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder) }

  static func lines(_ name: String) throws -> [[String: Any]] {
    try String(contentsOfFile: folder + name + ".jsonl", encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// Prints how many lines hold, and with `SHOW_MISSED` in the environment those that do not.
  static func share(
    _ name: String, types: Set<String>? = nil, holds: ([String: Any]) -> Bool
  ) throws -> Double {
    let lines = try lines(name).filter { line in
      types.map { (line["type"] as? String).map($0.contains) == true } ?? true
    }
    let missed = lines.filter { !holds($0) }
    print("corpus \(name) \(types?.sorted().joined(separator: "+") ?? "") \(lines.count - missed.count)/\(lines.count)")
    if ProcessInfo.processInfo.environment["SHOW_MISSED"] != nil {
      for line in missed { print("  missed", line["text"] ?? "", line["expected"] ?? "") }
    }
    return lines.isEmpty ? 0 : Double(lines.count - missed.count) / Double(lines.count)
  }

  /// `2013-02-12T04:30:00` and what stands behind it, without its zone.
  static func moment(_ text: String) -> CivilDateTime? {
    let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
    guard let date = CivilDate(iso: String(text.prefix(10))) else { return nil }
    guard clock.count == 3 else { return CivilDateTime(date, .midnight) }
    return TimeOfDay(hour: clock[0], minute: clock[1], second: clock[2]).map { CivilDateTime(date, $0) }
  }
}

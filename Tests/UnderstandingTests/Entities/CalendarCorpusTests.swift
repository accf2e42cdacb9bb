import Foundation
import Testing
import Vocabulary

@testable import Understanding

private let outsideEntities = "../shared/corpora/entities"

/// Sentences that nobody here wrote, where they are at hand; they are no part of the project.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: outsideEntities)))
struct CalendarCorpusTests {
  @Test func `nine of ten lengths of time are read rightly`() throws {
    let units = [
      "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800, "year": 31_557_600,
    ]
    let share = try share(of: "duckling_duration_en") { line, entities in
      let found = entities.compactMap { entity -> Int64? in
        guard case .duration(let length) = entity.value, !entity.latent else { return nil }
        return length.approximateSeconds
      }
      guard let expected = (line["expected"] as? [[String: Any]])?.first else { return found.isEmpty }
      let unit = units[expected["unit"] as? String ?? ""] ?? 0
      return found.contains(Int64(unit * (expected["value"] as? Int ?? 0)))
    }
    #expect(share > 0.9)
  }

  @Test func `eight of ten lines with single days are read rightly`() throws {
    let share = try share(of: "recognizers_datetime_en") { line, entities in
      guard let expected = line["expected"] as? [[String: Any]],
        let days = days(expected), !days.isEmpty
      else { return nil }
      let found = entities.filter { $0.kind == .date }.flatMap { [$0.value.plain] + $0.alternatives.map(\.plain) }
      return days.allSatisfy { !Set($0).isDisjoint(with: found) }
    }
    #expect(share > 0.8)
  }

  /// The dates of a line that has nothing else; each with its possible values.
  private func days(_ expected: [[String: Any]]) -> [[String]]? {
    guard expected.allSatisfy({ $0["type"] as? String == "datetimeV2.date" }) else { return nil }
    return expected.map { entity in
      let values = (entity["resolution"] as? [String: Any])?["values"] as? [[String: Any]] ?? []
      return values.compactMap { $0["value"] as? String }
    }
  }

  private func share(of file: String, isRight: ([String: Any], [Entity]) -> Bool?) throws -> Double {
    let text = try String(contentsOfFile: "\(outsideEntities)/\(file).jsonl", encoding: .utf8)
    var (right, all) = (0, 0)
    for row in text.split(separator: "\n") {
      guard let line = try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any],
        let said = line["text"] as? String
      else { continue }
      let reference = line["reference_time"] as? String ?? "2016-11-07T00:00:00"
      let context = ReadingContext(now: moment(reference), country: "US")
      guard let isRight = isRight(line, CalendarReader().read(Line(said), in: context)) else { continue }
      all += 1
      right += isRight ? 1 : 0
    }
    return Double(right) / Double(max(all, 1))
  }

  private func moment(_ text: String) -> CivilDateTime {
    let hours = text.dropFirst(11).split(separator: ":").compactMap { Int($0.prefix(2)) }
    let time = TimeOfDay(hour: hours.first ?? 0, minute: hours.dropFirst().first ?? 0) ?? .midnight
    return CivilDateTime(CivilDate(iso: String(text.prefix(10))) ?? CivilDate(daysSince1970: 0), time)
  }
}

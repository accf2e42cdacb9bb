import Playbooks
import Vocabulary

extension DeclarationReader {
  mutating func readQueue(_ id: LocatedName, _ map: LocatedMap) {
    var queue = DeclaredQueue(id: id)
    for (key, entry) in entries(map, QueueKey.self, of: "a queue") { readQueue(key, entry, into: &queue) }
    declared.queues.append(queue)
  }

  private mutating func readQueue(_ key: QueueKey, _ entry: LocatedMap.Entry, into queue: inout DeclaredQueue) {
    switch key {
    case .title: queue.title = textByLanguage(entry)
    case .skills:
      queue.skills = names(entry, "a skill").map(\.text)
    case .hours: queue.hours = hours(entry)
    case .zone: queue.zone = zone(entry)
    case .closedOn: queue.closedOn = dates(entry)
    case .firstReplyWithin: queue.firstReplyWithinMilliseconds = duration(entry, example: "10 minutes")
    case .offerFor:
      queue.offerForMilliseconds = duration(entry, example: "30 seconds")
    case .overflow: queue.overflow = text(entry, "the name of a queue")?.name
    case .phone: queue.phone = text(entry, "a phone number")?.text
    case .closed: queue.closed = reply(entry)
    }
  }

  mutating func zone(_ entry: LocatedMap.Entry) -> Zone? {
    guard let text = text(entry, "a time zone such as Europe/Ljubljana") else { return nil }
    if let zone = ZoneReader.zone(text.text) { return zone }
    report(SettingProblem.unknownZone(text.text, known: ZoneReader.names), at: text.place)
    return nil
  }

  private mutating func dates(_ entry: LocatedMap.Entry) -> Set<CivilDate> {
    Set(
      texts(entry, "a date").compactMap { text -> CivilDate? in
        if let date = CivilDate(iso: text.text) { return date }
        let expected = "dates written year first: 2026-12-25"
        report(ValueProblem.bad("closed_on", text.text, expected: expected), at: text.place)
        return nil
      })
  }

  private mutating func hours(_ entry: LocatedMap.Entry) -> DeclaredHours? {
    guard let map = map(entry.value, "\"hours\"", "days and times: { mon-fri: 08:00-18:00 }") else { return nil }
    var days: [Weekday: [OpeningHours.Span]] = [:]
    let before = findings.count
    for entry in map.entries {
      guard let weekdays = HoursSyntax.days(entry.key.text) else {
        report(
          ValueProblem.bad("hours", entry.key.text, expected: "days such as mon, mon-fri or \"sat, sun\""),
          at: entry.key.place)
        continue
      }
      let spans = texts(entry, "a time from and to").flatMap { self.spans($0) }
      for day in weekdays {
        if days[day] != nil { report(QueueProblem.dayTwice(day.rawValue), at: entry.key.place) }
        days[day, default: []] += spans
      }
    }
    return DeclaredHours(place: entry.key.place, days: days, isBroken: findings.count > before)
  }

  private mutating func spans(_ text: LocatedText) -> [OpeningHours.Span] {
    if text.text == "closed" { return [] }
    return text.text.split(separator: ",").compactMap { part in
      if let span = HoursSyntax.span(String(part)), span.from != span.to { return span }
      let expected = "a time from and to, such as 08:00-18:00, or 00:00-24:00 for all day"
      report(ValueProblem.bad("hours", part.filter { $0 != " " }, expected: expected), at: text.place)
      return nil
    }
  }
}

/// Days and times of opening hours: `mon-fri`, `sat, sun`, `08:00-18:00`.
enum HoursSyntax {
  static func days(_ text: String) -> [Weekday]? {
    if ["daily", "every day", "all"].contains(text.lowercased()) { return Weekday.allCases }
    var days: [Weekday] = []
    for part in text.lowercased().split(separator: ",") {
      let ends = part.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map {
        day(String($0.filter { $0 != " " }))
      }
      guard ends.count <= 2, let from = ends.first ?? nil, let to = ends.last ?? nil else { return nil }
      days += (0...6).prefix((to.index - from.index + 7) % 7 + 1).map { Weekday.allCases[(from.index + $0) % 7] }
    }
    return days.isEmpty ? nil : days
  }

  private static func day(_ text: String) -> Weekday? {
    guard text.count >= 2 else { return nil }
    let match = Weekday.allCases.first {
      $0.rawValue == text || $0.rawValue.prefix(3) == text || $0.rawValue.prefix(2) == text
    }
    return match ?? ["tues": .tuesday, "thur": .thursday, "thurs": .thursday][text]
  }

  static func span(_ text: String) -> OpeningHours.Span? {
    let ends = text.split { $0 == "-" || $0 == "–" }
    guard ends.count == 2, let from = time(ends[0]), let to = time(ends[1]), from.secondsOfDay < 86_400 else {
      return nil
    }
    return OpeningHours.Span(from: from, to: to)
  }

  /// `08:00`, `8:00`, `24:00`.
  static func time(_ text: some StringProtocol) -> TimeOfDay? {
    let parts = String(text.filter { $0 != " " }).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1])
    else { return nil }
    return hour == 24 && minute == 0 ? TimeOfDay(secondsOfDay: 86_400) : TimeOfDay(hour: hour, minute: minute)
  }
}

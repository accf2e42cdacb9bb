import Vocabulary

/// Where cases of one kind wait for the people who can solve them.
package final class Queue: Sendable {
  package let id: QueueID
  package let place: SourcePlace
  package let title: String
  /// The title in other languages than the playbook's first.
  package let titles: [Language: String]
  package let skills: [String]
  /// Nothing: always open.
  package let hours: OpeningHours?
  package let firstReplyWithinMilliseconds: Int64?
  package let offerForMilliseconds: Int64?
  package let overflow: QueueID?
  package let phone: String?
  /// What is said when nobody is on duty.
  package let closed: Reply?

  package init(
    id: QueueID, place: SourcePlace, title: String, titles: [Language: String] = [:], skills: [String] = [],
    hours: OpeningHours? = nil,
    firstReplyWithinMilliseconds: Int64? = nil, offerForMilliseconds: Int64? = nil, overflow: QueueID? = nil,
    phone: String? = nil, closed: Reply? = nil
  ) {
    self.id = id
    self.place = place
    self.title = title
    self.titles = titles
    self.skills = skills
    self.hours = hours
    self.firstReplyWithinMilliseconds = firstReplyWithinMilliseconds
    self.offerForMilliseconds = offerForMilliseconds
    self.overflow = overflow
    self.phone = phone
    self.closed = closed
  }

  package func titled(in language: Language) -> String { titles[language] ?? title }
  package func isOpen(at moment: Timestamp) -> Bool { hours?.isOpen(at: moment) ?? true }
}

/// When somebody is on duty, on the wall clock of a zone. No days at all: never.
package struct OpeningHours: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package let from: TimeOfDay
    /// Earlier than `from` runs into the next day; 24:00 is the end of the day.
    package let to: TimeOfDay
    package init(from: TimeOfDay, to: TimeOfDay) {
      self.from = from
      self.to = to
    }
  }

  package var days: [Weekday: [Span]]
  package var zone: Zone
  package var closedOn: Set<CivilDate>

  package init(days: [Weekday: [Span]], zone: Zone, closedOn: Set<CivilDate> = []) {
    self.days = days
    self.zone = zone
    self.closedOn = closedOn
  }

  package var neverOpens: Bool { days.values.allSatisfy(\.isEmpty) }

  package func isOpen(at moment: Timestamp) -> Bool {
    let now = zone.civil(moment)
    let today = spans(on: now.date).contains { span in
      span.from < span.to
        ? span.from <= now.time && now.time < span.to : span.from <= now.time
    }
    let sinceYesterday = spans(on: now.date.adding(days: -1)).contains { $0.to < $0.from && now.time < $0.to }
    return today || sinceYesterday
  }

  /// The next moment at or after the given one when somebody is on duty; nothing within a year and a bit.
  package func nextOpening(atOrAfter moment: Timestamp) -> Timestamp? {
    if isOpen(at: moment) { return moment }
    let start = zone.civil(moment)
    for offset in 0...400 {
      let date = start.date.adding(days: offset)
      for span in spans(on: date).sorted(by: { $0.from < $1.from }) {
        let opening = zone.moment(CivilDateTime(date, span.from))
        if opening >= moment { return opening }
      }
    }
    return nil
  }

  private func spans(on date: CivilDate) -> [Span] {
    closedOn.contains(date) ? [] : days[date.weekday] ?? []
  }
}

/// A question put to another program before an intent is served.
package struct Lookup: Sendable {
  package let id: LookupID
  package let place: SourcePlace
  package var url: String
  package var sends: [String]
  package var gives: [String]
  package var withinMilliseconds: Int64
  package var secretFile: String?

  package init(
    id: LookupID, place: SourcePlace, url: String, sends: [String], gives: [String], withinMilliseconds: Int64,
    secretFile: String?
  ) {
    self.id = id
    self.place = place
    self.url = url
    self.sends = sends
    self.gives = gives
    self.withinMilliseconds = withinMilliseconds
    self.secretFile = secretFile
  }
}

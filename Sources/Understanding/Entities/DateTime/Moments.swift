import Vocabulary

// A day together with a time: "tomorrow at 3pm", "9 on Friday", "an hour ago", "this morning", "now".
extension CalendarScan {
  /// A day, perhaps with a part of it: "tomorrow", "this morning", "Friday night".
  struct DayPiece {
    var days: Days
    var part: DayPart?
    /// The words of the day alone; they may be the whole: "tonight".
    var dayEnd: Int
  }

  /// What a moment was put together from, so that a slot for a date or a time can use its part.
  struct MomentPieces {
    var moment: Moment
    var days: Found<Days>?
    var clock: Found<Clock>?
  }

  func moment(at index: Int, days: Found<Days>?, clock: Found<Clock>?) -> Found<MomentPieces>? {
    if self[index].role == .since { return sinceMoment(at: index) }
    if let now = present(at: index) ?? relativeMoment(at: index) ?? isoMoment(at: index, days) {
      return now.map { MomentPieces(moment: $0) }
    }
    if let piece = dayPiece(at: index, days: days) { return dayThenClock(piece) }
    if let clock { return clockThenDay(clock) }
    return nil
  }

  /// "since yesterday morning", "since 9 on Monday": from then to now.
  private func sinceMoment(at index: Int) -> Found<MomentPieces>? {
    let start = skip(.the, at: index + 1)
    guard self[start].role != .since,
      let inner = moment(at: start, days: plainDays(at: start), clock: oneClock(at: start))
    else { return nil }
    let begin = ([inner.value.moment.from] + inner.value.moment.others.map(\.from)).first { $0 <= now }
    guard let begin else { return nil }
    let pieces = MomentPieces(moment: Moment(from: begin, to: now))
    return Found(value: pieces, from: index, next: inner.next, rule: "datetime: since")
  }

  // MARK: Counted from now

  private func present(at index: Int) -> Found<Moment>? {
    let start = skip(.just, at: index)
    guard self[start].role == .now else { return nil }
    return Found(value: Moment(from: now), from: index, next: start + 1, rule: "datetime: now")
  }

  /// "in two hours", "20 minutes ago", "half an hour from now".
  func relativeMoment(at index: Int) -> Found<Moment>? {
    if let span = countedSpan(at: index) { return span }
    let isAhead = self[index].role == .in
    let isBehind = self[index].role == .prior
    let start = isAhead || isBehind ? (self[index + 1].role == .around ? index + 2 : index + 1) : index
    guard let length = length(at: start), length.value.isFine else { return nil }
    let next = length.next
    if isBehind { return counted(length.value, by: -1, from: index, next: next, rule: "datetime: ago") }
    switch self[next].role {
    case .ago where !isAhead: return counted(length.value, by: -1, from: index, next: next + 1, rule: "datetime: ago")
    case .hence, .later: return counted(length.value, by: 1, from: index, next: next + 1, rule: "datetime: from now")
    case .from:
      let end = skip(.just, at: next + 1)
      guard self[end].role == .now else { break }
      return counted(length.value, by: 1, from: index, next: end + 1, rule: "datetime: from now")
    default: break
    }
    return isAhead ? counted(length.value, by: 1, from: index, next: next, rule: "datetime: in so long") : nil
  }

  /// "the last 2 hours", "next 20 minutes".
  private func countedSpan(at index: Int) -> Found<Moment>? {
    guard let step = step(at: index), step.value != 0, let length = length(at: step.next), length.value.isFine,
      length.value.months == 0, length.value.days == 0
    else { return nil }
    let far = now.adding(seconds: Int64(step.value) * Int64(length.value.seconds))
    return Found(
      value: Moment(from: min(far, now), to: max(far, now)), from: index, next: length.next,
      rule: "datetime: so long back or ahead")
  }

  private func counted(_ length: Length, by sign: Int, from: Int, next: Int, rule: String) -> Found<Moment>? {
    guard let date = shift(today, length, by: sign) else { return nil }
    let moment = CivilDateTime(date, now.time).adding(seconds: Int64(sign) * Int64(length.seconds))
    return Found(value: Moment(from: moment), from: from, next: next, rule: rule)
  }

  /// "2026-11-20T15:30".
  private func isoMoment(at index: Int, _ days: Found<Days>?) -> Found<Moment>? {
    guard let days, self[days.next].role == .letterT, self[days.next].glued, self[days.next + 1].glued,
      days.value.isOneDay, let hour = clockDigits(at: days.next + 1)
    else { return nil }
    let moment = Moment(from: CivilDateTime(days.value.first, hour.value))
    return Found(value: moment, from: index, next: hour.next, rule: "datetime: ISO 8601")
  }

  private func clockDigits(at index: Int) -> (value: TimeOfDay, next: Int)? {
    guard self[index].width == 2, self[index + 1].role == .colon, self[index + 2].width == 2 else { return nil }
    let hasSeconds = self[index + 3].role == .colon && self[index + 4].width == 2
    let second = hasSeconds ? self[index + 4].number : 0
    guard let time = TimeOfDay(hour: self[index].number, minute: self[index + 2].number, second: second) else {
      return nil
    }
    return (time, hasSeconds ? index + 5 : index + 3)
  }

  // MARK: Days with parts

  func dayPiece(at index: Int, days: Found<Days>?) -> Found<DayPiece>? {
    let step = step(at: index)
    if self[index].role == .tonight { return piece(today, .tonight, from: index, next: index + 1) }
    if let step, let part = part(at: step.next) {
      guard step.value <= 0 else { return nil }
      return piece(today.adding(days: step.value), part, from: index, next: step.next + 1)
    }
    guard let days, days.value.isOneDay else { return nil }
    var piece = DayPiece(days: days.value, dayEnd: days.next)
    var next = days.next
    if let part = partAfterDay(at: next) ?? halfAfterDay(at: next, days.value) {
      piece.part = part.value
      next = part.next
      if let weekday = days.value.weekday, let step = self.step(at: next), isUnit(.week, at: step.next) {
        piece.days = Days(mondayOfThisWeek.adding(days: 7 * step.value + weekday))
        next = step.next + 1
      }
    }
    guard !days.latent || piece.part != nil || isTimeAhead(next) else { return nil }
    return Found(value: piece, from: days.from, next: next, latent: days.latent, rule: days.rule)
  }

  private func isTimeAhead(_ index: Int) -> Bool { self[index].role == .at || self[index].role == .comma }

  private func part(at index: Int) -> DayPart? {
    self[index].role == .part ? DayPart(rawValue: self[index].number) : nil
  }

  private func piece(_ date: CivilDate, _ part: DayPart, from: Int, next: Int) -> Found<DayPiece> {
    var days = Days(date)
    days.isRelative = true
    return Found(
      value: DayPiece(days: days, part: part, dayEnd: next), from: from, next: next, rule: "date: day by name")
  }

  private func partAfterDay(at index: Int) -> (value: DayPart, next: Int)? {
    let start = self[index].role == .edge ? index + 1 : skip(.comma, at: index)
    if let part = part(at: start) { return (part, start + 1) }
    if self[start].role == .tonight { return (.tonight, start + 1) }
    return trailingPart(at: start)
  }

  /// "tomorrow am".
  private func halfAfterDay(at index: Int, _ days: Days) -> (value: DayPart, next: Int)? {
    guard days.isRelative, self[index].role == .meridiem, self[index - 1].role != .digits else { return nil }
    return (self[index].number == 0 ? .morning : .afternoon, index + 1)
  }

  // MARK: Together

  private func dayThenClock(_ piece: Found<DayPiece>) -> Found<MomentPieces>? {
    var next = skip(.comma, at: piece.next)
    if self[next].role == .dash, !self[next].glued || self[next + 1].role == .digits { next += 1 }
    let isCued = self[next].role == .at || self[next].role == .around
    if self[next].role == .for, self[next + 1].role == .digits { next += 1 }
    if self[next].role == .at { next += 1 }
    if self[next].role == .around { next += 1 }
    let bracket = self[next].role == .from || self[next].role == .between
    if let clock = clock(at: next), clock.value.to == nil || clock.rule == "time: from time to time",
      !clock.latent || isCued && endsWell(at: clock.next) || bracket || clock.value.to != nil
        || clock.value.isBare && piece.value.part != nil && endsWell(at: clock.next)
    {
      var settled = clock
      if let part = piece.value.part { settled.value = clock.value.settled(by: part) }
      return joined(piece, settled, from: piece.from, next: clock.next)
    }
    guard let part = piece.value.part else { return nil }
    let word = Found(value: part.clock, from: piece.next - 1, next: piece.next, rule: "time: part of the day")
    return joined(piece, word, from: piece.from, next: piece.next)
  }

  private func clockThenDay(_ clock: Found<Clock>) -> Found<MomentPieces>? {
    var next = skip(.comma, at: clock.next)
    if self[next].role == .on || self[next].role == .of { next += 1 }
    let start = skip(.the, at: next)
    guard let piece = dayPiece(at: start, days: days(at: start)), !piece.latent || clock.latent == false else {
      return nil
    }
    let isFar = clock.latent && !(clock.value.isBare && piece.value.days.isRelative && piece.value.days.weekday == nil)
    let isRange = clock.rule == "time: from time to time" && (next > clock.next || piece.value.days.isRelative)
    guard !isFar || isRange || clock.rule == "time: part of the day" && self[clock.next].role == .of else { return nil }
    if clock.latent, !isRange, piece.value.part == nil, clock.value.isBare, self[clock.from].role == .digits,
      clock.next != next || !endsWell(at: piece.next)
    {
      return nil
    }
    var settled = clock
    if let part = piece.value.part { settled.value = clock.value.settled(by: part) }
    return joined(piece, settled, from: clock.from, next: piece.next)
  }

  private func joined(_ piece: Found<DayPiece>, _ clock: Found<Clock>, from: Int, next: Int) -> Found<MomentPieces>? {
    let part = piece.value.part
    let dates = [piece.value.days.first] + piece.value.days.others.map(\.first)
    var moment = Moment(on: piece.value.days.first, clock.value, part)
    moment.others = dates.dropFirst().map { Moment(on: $0, clock.value, part) }
    if clock.value.isVague {
      var other = clock.value
      other.from = other.from.otherHalf
      if clock.value.toIsVague { other.to = other.to.map(\.otherHalf) }
      moment.others.append(Moment(on: piece.value.days.first, other, part))
    }
    let days = Found(
      value: piece.value.days, from: piece.from, next: piece.value.dayEnd, latent: false, rule: piece.rule)
    return Found(
      value: MomentPieces(moment: moment, days: days, clock: clock), from: from, next: next,
      rule: clock.value.to == nil ? "datetime: day and time" : "datetime: day and times")
  }
}

extension Moment {
  /// A time on a day; small hours of a night, and an end before its start, are on the next day.
  init(on date: CivilDate, _ clock: Clock, _ part: DayPart?) {
    let isSmallHour = clock.to == nil && part == .tonight && clock.from.hour < 5
    let start = CivilDateTime(isSmallHour ? date.adding(days: 1) : date, clock.from)
    from = start
    to = clock.to.map { end in
      let isWhole = end.secondsOfDay == 86_400
      let isNext = isWhole || end <= clock.from
      return CivilDateTime(isNext ? date.adding(days: 1) : date, isWhole ? .midnight : end)
    }
  }
}

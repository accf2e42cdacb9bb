import Vocabulary

// Parts of the day and the hours that they settle.
extension CalendarScan {
  /// "the morning", "early evening". Alone it is latent: "evening!" greets.
  func partClock(at index: Int) -> Found<Clock>? {
    let start = self[index].role == .edge && self[index + 1].role == .part ? index + 1 : index
    guard self[start].role == .part, let part = DayPart(rawValue: self[start].number) else { return nil }
    let before = self[index - 1].role
    let isClear =
      index > 0 && (before == .the || before == .in || before == .at || tables.joinsWithoutPreposition && before == .on)
    return Found(value: part.clock, from: index, next: start + 1, latent: !isClear, rule: "time: part of the day")
  }

  /// "in the evening", "at night" after a time says which half is meant.
  func withPart(_ found: Found<Clock>) -> Found<Clock> {
    guard let part = trailingPart(at: found.next) else { return found }
    let clock = found.value.settled(by: part.value)
    return Found(value: clock, from: found.from, next: part.next, rule: "time: with part of the day")
  }

  func trailingPart(at index: Int) -> (value: DayPart, next: Int)? {
    var next = index
    switch self[index].role {
    case .in: next = skip(.the, at: index + 1)
    case .at: next += 1
    case .on where tables.joinsWithoutPreposition: next += 1
    case .part where tables.joinsWithoutPreposition: break
    default: return nil
    }
    if self[next].role == .edge { next += 1 }
    guard self[next].role == .part, let part = DayPart(rawValue: self[next].number) else { return nil }
    return (part, next + 1)
  }
}

extension DayPart {
  var clock: Clock {
    Clock(
      from: TimeOfDay(secondsOfDay: hours.from * 3600),
      to: TimeOfDay(secondsOfDay: hours.to == 24 ? 86_400 : hours.to % 24 * 3600))
  }

  /// The half of the day that an hour of one to twelve is in.
  func settles(_ time: TimeOfDay) -> TimeOfDay {
    let morning = TimeOfDay(secondsOfDay: time.secondsOfDay % 43_200)
    let afternoon = TimeOfDay(secondsOfDay: morning.secondsOfDay + 43_200)
    switch self {
    case .morning: return morning
    case .afternoon, .evening, .lunch: return morning.hour == 11 && self == .lunch ? morning : afternoon
    case .night, .tonight: return morning.hour < 5 ? morning : afternoon
    }
  }
}

extension Clock {
  /// The same time with the half of the day known.
  func settled(by part: DayPart) -> Clock {
    guard isVague || toIsVague else { return self }
    return Clock(
      from: isVague ? part.settles(from) : from, to: to.map { toIsVague ? part.settles($0) : $0 }, isBare: isBare)
  }
}

import Playbooks
import Vocabulary

/// When which queues have somebody on duty: every combination that the hours allow, with a moment that shows it.
struct Duty {
  struct Moment {
    let at: CivilDateTime
    /// Queues that are open, or overflow to one that is.
    let staffed: Set<String>
  }

  /// The first is the usual one. One alone where nothing asks for it.
  let moments: [Moment]
  private let catalog: Catalog
  private let queues: [String: Queue]

  /// Friday morning, as transcripts begin without `NOW`.
  static let usual = CivilDateTime(CivilDate(daysSince1970: 20_777), TimeOfDay(secondsOfDay: 36_000))

  init(catalog: Catalog) {
    self.catalog = catalog
    queues = Linker(catalog: catalog).queues()
    let isAsked = catalog.declared.intents.contains { intent in
      intent.rules.contains { $0.when?.contains { $0.subject.text == "queue.open" } ?? false }
    }
    moments = isAsked ? Duty.moments(queues, catalog) : [Moment(at: Duty.usual, staffed: [])]
  }

  /// Nobody is ever on duty there, nor along its overflow.
  func isNever(_ queue: String) -> Bool {
    let chain = chain(from: queue)
    return !chain.isEmpty
      && chain.allSatisfy { ($0.hours?.neverOpens ?? false) && catalog.queues[$0.id.rawValue]?.hours?.isBroken != true }
  }

  /// The queue and those that it overflows to.
  func names(from queue: String) -> [String] { chain(from: queue).map(\.id.rawValue) }

  private func chain(from queue: String) -> [Queue] { Duty.chain(from: queue, queues) }

  private static func chain(from queue: String, _ queues: [String: Queue]) -> [Queue] {
    var chain: [Queue] = []
    var next = queues[queue]
    while let queue = next, !chain.contains(where: { $0.id == queue.id }) {
      chain.append(queue)
      next = queue.overflow.flatMap { queues[$0.rawValue] }
    }
    return chain
  }

  // MARK: moments

  private static func moments(_ queues: [String: Queue], _ catalog: Catalog) -> [Moment] {
    let zone = catalog.settings.zone
    var seen: Set<Set<String>> = []
    var moments: [Moment] = []
    for stamp in stamps(queues, zone) {
      let staffed = Set(
        queues.keys.filter { name in chain(from: name, queues).contains { $0.isOpen(at: stamp) } })
      guard seen.insert(staffed).inserted else { continue }
      moments.append(Moment(at: zone.civil(stamp), staffed: staffed))
      if moments.count == Limits.proofMoments { break }
    }
    return moments
  }

  /// The usual moment, then every beginning and end of two weeks and of the days without duty.
  private static func stamps(_ queues: [String: Queue], _ zone: Zone) -> [Timestamp] {
    var stamps = [zone.moment(usual)]
    for queue in queues.values.sorted(by: { $0.id < $1.id }) {
      guard let hours = queue.hours else { continue }
      let days = (0..<14).map { usual.date.adding(days: $0) } + hours.closedOn.sorted()
      for day in days {
        let times = (hours.days[day.weekday] ?? []).flatMap { [$0.from, $0.to] }
        for time in times + [TimeOfDay(secondsOfDay: 43_200)] {
          let moment = hours.zone.moment(CivilDateTime(day, time))
          stamps += [moment, moment.adding(milliseconds: -60_000)]
        }
      }
    }
    return stamps
  }
}

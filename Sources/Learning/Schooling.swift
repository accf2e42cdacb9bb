import Synchronization

/// How learning goes on: who does its parts, and who hears how far it is.
package struct Schooling: Sendable {
  /// Does that many jobs, each once, one after another or at once. What is learned is the same.
  package typealias Crew = @Sendable (_ jobs: Int, _ job: @Sendable (Int) -> Void) -> Void

  package let crew: Crew
  /// Hears how much is done, from 0 to 1.
  package let told: @Sendable (Double) -> Void

  package init(
    crew: @escaping Crew = { jobs, job in for number in 0..<jobs { job(number) } },
    told: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    (self.crew, self.told) = (crew, told)
  }

  /// Has the jobs done and gives what each of them made, in their order. Each says for itself how far it is.
  func done<Made: Sendable>(
    _ jobs: Int, _ job: @escaping @Sendable (_ number: Int, _ told: (Double) -> Void) -> Made
  ) -> [Made] {
    let shares = Mutex([Double](repeating: 0, count: jobs))
    return Schooling.made(jobs, by: crew) { number in
      job(number) { share in
        shares.withLock { shares in
          shares[number] = share
          told(shares.reduce(0, +) / Double(jobs))
        }
      }
    }
  }

  /// Has the jobs done by the crew and gives what each of them made, in their order.
  package static func made<Made: Sendable>(
    _ jobs: Int, by crew: Crew, _ job: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    let made = Mutex<[Int: Made]>([:])
    crew(jobs) { number in
      let result = job(number)
      made.withLock { $0[number] = result }
    }
    return made.withLock { made in (0..<jobs).compactMap { made[$0] } }
  }
}

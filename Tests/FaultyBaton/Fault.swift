import Foundation
import SQLiteStorage
import Storage
import StorageTesting
import Synchronization

/// What is wrong.
enum Fault: String {
  /// Nothing: for what must not be noticed.
  case none

  // Lines.

  /// Acknowledges while the commit is still on its way.
  case early
  /// Does not keep under which id a line came.
  case forgetful
  /// Writes what was decided over an old state of the thread, after a while in which others are sure to come in between.
  case drowsy
  /// Counts entries from memory, also those that were not written in the end.
  case counting
  /// Puts each question twice.
  case stammering

  // What follows from them.

  /// Writes what is to be delivered twice.
  case echoing
  /// Tells nobody of a case.
  case silent
  /// Keeps no timers.
  case timeless

  // What is pushed.

  /// Loses the first of several entries that are read to be pushed.
  case holey
  /// Pushes the first of them twice.
  case doubling
  /// Pushes them in another order.
  case swapping

  // Who may come back.

  /// Ends a secret as soon as it is presented, before its successor is known to have arrived.
  case hasty
  /// Never ends a secret.
  case lasting
  /// Opens the last thread that was opened for whoever presents anything.
  case credulous

  // The desk.

  /// Loses what agents say.
  case deaf
  /// Does not know that a case has been claimed.
  case generous
  /// Gives a case to another without a new epoch.
  case epochless

  func store(over store: SQLiteStore, _ deaths: Deaths) -> any Store {
    switch self {
    case .early: EarlyStore(store, deaths)
    case .forgetful: MortalStore(ForgetfulStore(store: store), deaths)
    case .drowsy: HeedlessStore(store: store, pause: .milliseconds(300))
    case .counting: MortalStore(CountingStore(store), deaths)
    case .stammering, .echoing, .silent, .timeless, .epochless: MortalStore(TwistingStore(store, self), deaths)
    case .deaf: DeafStore(store: store)
    case .generous: GenerousStore(store: store)
    case .none, .holey, .doubling, .swapping, .hasty, .lasting, .credulous: MortalStore(store, deaths)
    }
  }
}

/// The moment at which the program dies by itself, as if it were killed.
///
/// A kill from outside comes at the right moment by chance only, and on a slow machine hardly ever.
final class Deaths: Sendable {
  enum Moment: String {
    /// A line is decided and not yet written.
    case writing
    /// It is on disk, and nobody was told.
    case written
    /// A secret was exchanged, and nobody was told the new one.
    case exchanged
  }

  private let moment: Moment?
  private let left: Mutex<Int>

  /// - Parameter plan: the moment and which one of its kind, as in `written:40`; never where there is none.
  init(_ plan: String) {
    let parts = plan.split(separator: ":")
    moment = parts.first.flatMap { Moment(rawValue: String($0)) }
    left = Mutex(parts.last.flatMap { Int($0) } ?? 0)
  }

  /// True from that moment on.
  func isDue(_ moment: Moment) -> Bool {
    guard moment == self.moment else { return false }
    return left.withLock { left in
      left -= 1
      return left <= 0
    }
  }

  func pass(_ moment: Moment) {
    if isDue(moment) { Self.die() }
  }

  static func die() { kill(getpid(), SIGKILL) }
}

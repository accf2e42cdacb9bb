import Chances
import Foundation
import Synchronization

/// Kills programs with SIGKILL: after a while of 5 to 400 ms one of those that talk, at times one that is still opening,
/// and now and then all of them at once.
///
/// Victims and pauses come from the seed; what a victim is doing at that moment does not.
final class Killer: Sendable {
  private struct State {
    var opening: [Int: pid_t] = [:]
    var talking: [Int: pid_t] = [:]
    var kills = 0
    /// Of programs that were talking.
    var interruptions = 0
    var isCalledOff = false

    mutating func kill(_ slot: Int) {
      let wasTalking = talking[slot] != nil
      guard let pid = opening.removeValue(forKey: slot) ?? talking.removeValue(forKey: slot),
        Foundation.kill(pid, SIGKILL) == 0
      else { return }
      kills += 1
      if wasTalking { interruptions += 1 }
    }
  }

  private enum Aim { case talking, opening, all }
  /// To be drawn from. A program opens for longer than it then lives: were all aimed at alike, few would come to talk.
  private static let aims: [Aim] = [.all, .opening] + Array(repeating: .talking, count: 28)

  private let state = Mutex(State())
  /// Kills in the middle of a conversation; those of programs that were still opening come on top.
  private let goal: Int
  private let seed: UInt64

  init(goal: Int, seed: UInt64) {
    self.goal = goal
    self.seed = seed
  }

  var isOver: Bool { state.withLock { $0.interruptions >= goal || $0.isCalledOff } }
  var interruptions: Int { state.withLock { $0.interruptions } }
  var kills: Int { state.withLock { $0.kills } }

  func enter(_ slot: Int, _ pid: pid_t) { state.withLock { $0.opening[slot] = pid } }

  /// A conversation has failed: there is nothing more to learn.
  func callOff() { state.withLock { $0.isCalledOff = true } }

  func talks(_ slot: Int) {
    state.withLock { state in
      if let pid = state.opening.removeValue(forKey: slot) { state.talking[slot] = pid }
    }
  }

  /// Before the pid is reaped: afterwards it may be somebody else's.
  func leave(_ slot: Int) {
    state.withLock { (state: inout State) in
      state.opening[slot] = nil
      state.talking[slot] = nil
    }
  }

  func run() {
    var chance = SplitMix(seed: seed)
    while !isOver {
      usleep(UInt32.random(in: 5_000...400_000, using: &chance))
      let aim = Self.aims.randomElement(using: &chance) ?? .talking
      let choice = Int.random(in: 0..<1_000_000, using: &chance)
      state.withLock { state in
        let slots =
          switch aim {
          case .talking: state.talking.keys.sorted()
          case .opening: state.opening.keys.sorted()
          case .all: (Array(state.talking.keys) + Array(state.opening.keys)).sorted()
          }
        guard !slots.isEmpty else { return }
        for slot in aim == .all ? slots : [slots[choice % slots.count]] { state.kill(slot) }
      }
    }
  }
}

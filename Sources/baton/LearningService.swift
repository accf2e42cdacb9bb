import Dispatch
import Foundation
import Learning
import ServiceLifecycle
import Understanding

/// Learns what classifiers need while conversations go on, and keeps it for the next start.
///
/// A reader that was never taught makes wait who is first to say what no template covers. A program that ends earlier
/// does not wait: the next one learns.
struct LearningService: Service {
  private struct Pupil {
    let reader: Reader
    /// What need not be kept: it was on the shelf.
    let known: Set<UInt64>
    let nobodyWaits: Bool
  }

  private let shelf: ModelShelf
  /// Who is replaced before its turn learns nothing.
  private let waiting: AsyncStream<Pupil>
  private let entrance: AsyncStream<Pupil>.Continuation

  init(shelf: ModelShelf) {
    self.shelf = shelf
    (waiting, entrance) = AsyncStream<Pupil>.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Has a reader learn, when those before it have. Where nobody waits for it, everything else comes first.
  func teach(_ reader: Reader, knowing known: Set<UInt64>, nobodyWaits: Bool = false) {
    entrance.yield(Pupil(reader: reader, known: known, nobodyWaits: nobodyWaits))
  }

  func run() async {
    await cancelWhenGracefulShutdown { for await pupil in waiting { await teach(pupil) } }
    try? await gracefulShutdown()
  }

  private func teach(_ pupil: Pupil) async {
    let (kept, keeping) = AsyncStream<Void>.makeStream()
    let work = Task {
      await LearningService.onThread {
        if pupil.nobodyWaits { LearningService.yieldToOthers() }
        shelf.keep(pupil.reader.learn(pupil.nobodyWaits ? Schooling() : .atOnce()), besides: pupil.known)
      }
      keeping.finish()
    }
    for await _ in kept {}
    // At the end of the program: what was learned is written down.
    if pupil.reader.isLearned { await work.value }
  }

  /// Returns when nothing is left to learn.
  static func finish(_ reader: Reader) async {
    if !reader.isLearned { await onThread { _ = reader.learn(.atOnce()) } }
  }

  /// A thread of its own: learning a large playbook takes seconds, and conversations need the others.
  private static func onThread(_ work: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { done in
      let thread = Thread {
        work()
        done.resume()
      }
      thread.stackSize = 1 << 23
      thread.start()
    }
  }

  /// Lowers the priority of this thread alone: Linux keeps it for each.
  private static func yieldToOthers() {
    setpriority(__priority_which_t(truncatingIfNeeded: PRIO_PROCESS.rawValue), 0, 10)
  }
}

extension Schooling {
  /// On all processors.
  static func atOnce(told: @escaping @Sendable (Double) -> Void = { _ in }) -> Schooling {
    Schooling(crew: { jobs, job in DispatchQueue.concurrentPerform(iterations: jobs, execute: job) }, told: told)
  }
}

import Foundation
import ServiceLifecycle
import Understanding

/// Learns what the classifier needs while conversations begin, and keeps it for the next start.
///
/// Who is first to say what no template covers waits for it. A program that ends earlier does not: the next one learns.
struct LearningService: Service {
  let reader: Reader
  let shelf: ModelShelf
  /// What was on the shelf.
  let known: Set<UInt64>

  func run() async {
    let (kept, keeping) = AsyncStream<Void>.makeStream()
    // A thread of its own: learning a large playbook takes seconds, and conversations need the others.
    let thread = Thread {
      shelf.keep(reader.learn(), besides: known)
      keeping.finish()
    }
    thread.stackSize = 1 << 23
    thread.start()
    await cancelWhenGracefulShutdown { for await _ in kept {} }
    try? await gracefulShutdown()
  }
}

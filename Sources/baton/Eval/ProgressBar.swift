import Gateways
import Glibc
import Synchronization
import Vocabulary

/// A bar on the terminal for work that takes long; nothing where nobody looks, and nothing before half a second.
final class ProgressBar: Sendable {
  private let isShown = isatty(2) == 1
  private let began = ContinuousClock.now
  private let last = Mutex("")

  private static let width = 40
  private static let patience = 0.5

  func show(_ what: String, _ share: Double) {
    guard isShown, (ContinuousClock.now - began).inSeconds > Self.patience else { return }
    let done = Int(min(max(share, 0), 1) * Double(Self.width))
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: Self.width - done)
    let text = "\r\(what) \(bar) \(done * 100 / Self.width)% "
    last.withLock { last in
      guard text != last else { return }
      last = text
      try? DescriptorSink.errors.write(text)
    }
  }

  func clear() {
    last.withLock { last in
      guard !last.isEmpty else { return }
      try? DescriptorSink.errors.write("\r" + String(repeating: " ", count: last.count) + "\r")
      last = ""
    }
  }
}

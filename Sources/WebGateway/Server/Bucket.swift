import NIOCore

/// Holds so many at once and fills again at a steady pace.
struct Bucket: Sendable {
  private var missing = 0.0
  private var since: NIODeadline

  init(now: NIODeadline) { since = now }

  /// Takes one. Where there is none, how many milliseconds it takes until there is.
  mutating func take(now: NIODeadline, burst: Int, perMinute: Int) -> Int? {
    settle(now: now, perMinute: perMinute)
    guard missing + 1 > Double(burst) else {
      missing += 1
      return nil
    }
    let wait = (missing + 1 - Double(burst)) / Double(max(1, perMinute)) * 60_000
    return min(60_000, max(1, Int((wait - 0.001).rounded(.up))))
  }

  /// Whether nothing is missing any more.
  mutating func isFull(now: NIODeadline, perMinute: Int) -> Bool {
    settle(now: now, perMinute: perMinute)
    return missing == 0
  }

  private mutating func settle(now: NIODeadline, perMinute: Int) {
    guard now > since else { return }
    let minutes = Double((now - since).nanoseconds) / 60_000_000_000
    missing = max(0, missing - minutes * Double(perMinute))
    since = now
  }
}

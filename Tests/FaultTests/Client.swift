import Chances
import Foundation

/// One customer who says everything in their script, however often the program dies under them: they start it again,
/// say hello with the last entry that they saw, and send again, under the same ids, what was not acknowledged. At times
/// they also send again what was, as a client does that died itself before it had noted the answer.
struct Client {
  /// How long a living program may take for an answer before that is a problem.
  private static let patience = 30_000
  private static let lives = 400

  let start: (Journal) throws -> Child
  let enter: (Child) -> Void
  let talks: () -> Void
  let leave: () -> Void
  var chance: SplitMix

  mutating func talk(_ journal: inout Journal) throws {
    for _ in 0..<Self.lives where !journal.isComplete && journal.problems.isEmpty {
      let child = try start(journal)
      enter(child)
      var life = Life(wire: child, journal: journal, chance: chance, talks: talks)
      life.run(patience: Self.patience)
      (journal, chance) = (life.journal, life.chance)
      leave()
      if !journal.problems.isEmpty { child.kill() }
      switch child.reap() {
      case .signalled(SIGKILL): life.noteDeath(in: &journal)
      case .exited(0) where journal.isComplete: break
      case let end: journal.problems.append("the program ended by itself: \(end)")
      }
    }
    if !journal.isComplete, journal.problems.isEmpty { journal.problems.append("the talk came to no end") }
  }
}

/// Where lines go and come from.
protocol Wire {
  /// False where nobody can hear it any more.
  @discardableResult func send(_ line: String) -> Bool
  func next(within milliseconds: Int) -> Child.Reading
}

extension Child: Wire {}

/// The talk with one program, until it ends or dies.
struct Life {
  private struct Frame: Decodable {
    let type: String
    let seq: Int?
    let cid: String?
    let dup: Bool?
    let code: String?
    let text: String?
    let resume: String?
    let thread: String?
  }

  let wire: any Wire
  var journal: Journal
  var chance: SplitMix
  private var waiting: [Int]
  private var inFlight: Set<Int> = []
  private var isWelcome = false
  private let talks: () -> Void
  private let window: Int
  private var sendNextAt = ContinuousClock.now

  init(wire: any Wire, journal: Journal, chance: SplitMix, talks: @escaping () -> Void) {
    self.talks = talks
    var chance = chance
    let repeated = Bool.random(using: &chance) ? journal.acknowledged.keys.max() : nil
    window = Int.random(in: 1...6, using: &chance)
    waiting = (repeated.map { [$0] } ?? []) + journal.unacknowledged
    (self.wire, self.journal, self.chance) = (wire, journal, chance)
  }

  mutating func run(patience: Int) {
    let resume = journal.resume.isEmpty ? "" : #","resume":"\#(journal.resume)""#
    wire.send(#"{"type":"hello","v":1,"device":"phone","after":\#(journal.lastShown)\#(resume)}"#)
    var lastNews = ContinuousClock.now
    while true {
      let pause = sayNext()
      switch wire.next(within: pause) {
      case .line(let line):
        lastNews = .now
        take(line)
      case .nothing:
        guard ContinuousClock.now - lastNews > .milliseconds(patience) else { continue }
        journal.problems.append("no answer within \(patience) ms")
        return
      case .ended: return
      }
      if !journal.problems.isEmpty { return }
    }
  }

  /// Says what is due and returns how long to wait for an answer.
  private mutating func sayNext() -> Int {
    guard isWelcome else { return 1_000 }
    while let step = waiting.first, inFlight.count < window {
      let pause = (sendNextAt - ContinuousClock.now) / .milliseconds(1)
      if pause > 0 { return Int(pause.rounded(.up)) }
      waiting.removeFirst()
      inFlight.insert(step)
      wire.send(journal.script.frame(step))
      sendNextAt = .now + .milliseconds(Int.random(in: 0...40, using: &chance))
    }
    return 1_000
  }

  private mutating func take(_ line: String) {
    guard let frame = try? JSONDecoder().decode(Frame.self, from: Data(line.utf8)) else {
      return journal.problems.append("no frame: \(line)")
    }
    switch frame.type {
    case "welcome":
      isWelcome = true
      journal.resume = frame.resume ?? ""
      if let known = journal.thread, known != frame.thread {
        journal.problems.append("the secret opened another thread")
      }
      journal.thread = frame.thread
      talks()
    case "ack": acknowledge(frame)
    case "nack": refuse(frame)
    case "entry": show(frame)
    default: break
    }
  }

  private func step(_ frame: Frame) -> Int? { journal.script.steps.indices.first { Script.cid($0) == frame.cid } }

  private mutating func acknowledge(_ frame: Frame) {
    guard let step = step(frame), let seq = frame.seq, inFlight.remove(step) != nil else {
      return journal.problems.append("an acknowledgement that nobody waits for: \(frame.cid ?? "none")")
    }
    if let earlier = journal.acknowledged[step] {
      if seq != earlier || frame.dup != true {
        journal.unsteady.append("line \(step) was acknowledged as entry \(earlier), sent again as entry \(seq)")
      }
    } else if frame.dup == true {
      journal.deaths.storedUntold += 1
    }
    journal.acknowledged[step] = journal.acknowledged[step] ?? seq
    if journal.isComplete { wire.send(#"{"type":"end"}"#) }
  }

  private mutating func refuse(_ frame: Frame) {
    guard let step = step(frame), inFlight.remove(step) != nil, ["busy", "storage"].contains(frame.code) else {
      return journal.problems.append("refused: \(frame.code ?? "no code")")
    }
    journal.delayed.insert(step)
    waiting.insert(step, at: 0)
    sendNextAt = .now + .milliseconds(250)
  }

  private mutating func show(_ frame: Frame) {
    guard let seq = frame.seq, seq == journal.lastShown + 1 else {
      return journal.problems.append("entry \(frame.seq ?? 0) came after \(journal.lastShown)")
    }
    journal.shown[seq] = frame.text ?? ""
    journal.lastShown = seq
    if seq.isMultiple(of: 8) { wire.send(#"{"type":"got","seq":\#(seq)}"#) }
  }

  func noteDeath(in journal: inout Journal) {
    if !isWelcome {
      journal.deaths.opening += 1
    } else if inFlight.isEmpty {
      journal.deaths.idle += 1
    } else {
      journal.deaths.inFlight += 1
    }
  }
}

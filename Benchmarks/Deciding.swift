import Dialogue

/// How long one line takes without any disk.
struct Deciding {
  let engine: Engine
  let lines: [SaidLine]
  private static let rounds = 20

  func run() throws {
    var (reading, deciding) = (Sample(), Sample())
    for round in 0...Self.rounds {
      for line in lines {
        let context = line.context(in: engine.playbook.settings)
        let start = ticks()
        _ = engine.reader.read(line.utterance.text, in: context)
        let middle = ticks()
        _ = try engine.decide(.customerSaid(line.utterance), in: line.snapshot, at: line.now)
        // The first round warms up.
        guard round > 0 else { continue }
        deciding.add(ticks() - middle)
        reading.add(middle - start)
      }
    }
    Table.title("One line, in memory: \(lines.count) lines of the demo's customers, \(Self.rounds) rounds")
    Table.row("Engine.decide", deciding, "target: under 100 µs")
    let share = Int((reading.median / max(deciding.median, 0.001) * 100).rounded())
    Table.row("  of which reading", reading, "\(share) % of it")
  }
}

import Playbooks
import Understanding
import Vocabulary

/// What `eval` found, for people and for programs.
struct EvalReport {
  let card: Scorecard
  let confusions: Confusions
  let threshold: Double
  let training: Double
  let times: [Double]

  init(card: Scorecard, playbook: Playbook, threshold: Double, training: Double, times: [Double], pairs: Int) {
    self.card = card
    self.threshold = threshold
    self.training = training
    self.times = times.sorted()
    confusions = Confusions(card, in: playbook, most: pairs)
  }

  /// The time below which that share of the lines was read.
  private func time(_ share: Double) -> Double {
    times.isEmpty ? 0 : times[min(Int(Double(times.count) * share), times.count - 1)] * 1e6
  }

  // MARK: For people

  var lines: [String] {
    var lines = ["\(card.verdicts.count) lines: \(card.inside.count) in scope, \(card.outside.count) outside", ""]
    lines += [
      row("in scope, likeliest intent is right", card.accuracy),
      row("in scope, answered rightly", card.answeredRight),
    ]
    if !card.outside.isEmpty {
      lines += [
        row("outside, not answered (recall)", card.outsideRecall),
        row("not answered, outside (precision)", card.outsidePrecision),
        row("inside told from outside (AUROC)", card.outsideArea),
      ]
    }
    lines += [
      row("wrong answers given", card.wrong), row("asked back", card.asked), row("turned away", card.turnedAway),
      row("calibration error, 10 bins", card.calibrationError),
      "  \("answered from a score of".padded(36)) \(EvalReport.fixed(threshold, 2))", "",
      "learned in \(EvalReport.fixed(training, 2)) s; a line takes \(EvalReport.fixed(time(0.5), 0)) µs (median), "
        + "\(EvalReport.fixed(time(0.99), 0)) µs (p99)",
    ]
    lines += ["", "Wrong answers and asking back, by threshold"] + EvalChart(card, threshold: threshold).lines
    return lines + confused
  }

  private var confused: [String] {
    var lines: [String] = []
    if !confusions.pairs.isEmpty { lines += ["", "Taken for each other"] }
    for pair in confusions.pairs {
      lines.append("  \(pair.count) × \(pair.intents.map(\.rawValue).joined(separator: ", "))")
      if !pair.shared.isEmpty { lines.append("      words of both: \(pair.shared.joined(separator: ", "))") }
      lines += pair.lines.prefix(2).map { "      \"\($0)\"" }
    }
    if !confusions.pairs.isEmpty {
      lines.append(
        "  Give the two more utterances in which their own words stand, or write what went wrong under `not`.")
    }
    if !confusions.swallowing.isEmpty {
      lines += ["", "Answers to lines outside scope"]
      lines += confusions.swallowing.map { "  \($0.count) × \($0.intent)" }
    }
    return lines
  }

  private func row(_ name: String, _ share: Double?) -> String {
    "  \(name.padded(36)) \(share.map { EvalReport.fixed($0 * 100, 1) + " %" } ?? "-")"
  }

  static func fixed(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (abs(number) * scale).rounded()
    guard rounded.isFinite, rounded < 1e15 else { return "-" }
    let text = String(Int(rounded))
    guard digits > 0 else { return (number < 0 && rounded > 0 ? "-" : "") + text }
    let filled = String(repeating: "0", count: max(digits + 1 - text.count, 0)) + text
    return (number < 0 && rounded > 0 ? "-" : "") + filled.dropLast(digits) + "." + filled.suffix(digits)
  }

  // MARK: For programs

  struct Document: Encodable {
    struct Pair: Encodable {
      let intents: [IntentID]
      let count: Int
      let shared: [String]
      let lines: [String]
    }
    struct Bin: Encodable {
      let from: Double
      let count: Int
      let score: Double
      let right: Double
    }
    struct Point: Encodable {
      let threshold: Double
      let wrong: Double
      let asked: Double
    }
    struct Swallowing: Encodable {
      let intent: IntentID
      let count: Int
    }
    var type = "eval"
    let lines: Int
    let inScope: Int
    let outside: Int
    let accuracy: Double?
    let answeredRight: Double?
    let outsideRecall: Double?
    let outsidePrecision: Double?
    let outsideAuroc: Double?
    let wrong: Double?
    let asked: Double?
    let turnedAway: Double?
    let calibrationError: Double?
    let threshold: Double
    let trainingSeconds: Double
    let lineMicroseconds: Double
    let lineMicrosecondsP99: Double
    let confused: [Pair]
    let swallowing: [Swallowing]
    let bins: [Bin]
    let curve: [Point]

    enum CodingKeys: String, CodingKey {
      case type, lines, outside, accuracy, wrong, asked, threshold, confused, swallowing, bins, curve
      case inScope = "in_scope"
      case answeredRight = "answered_right"
      case outsideRecall = "outside_recall"
      case outsidePrecision = "outside_precision"
      case outsideAuroc = "outside_auroc"
      case turnedAway = "turned_away"
      case calibrationError = "calibration_error"
      case trainingSeconds = "training_s"
      case lineMicroseconds = "line_us"
      case lineMicrosecondsP99 = "line_us_p99"
    }
  }

  var document: Document {
    func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }
    return Document(
      lines: card.verdicts.count, inScope: card.inside.count, outside: card.outside.count,
      accuracy: card.accuracy.map(rounded), answeredRight: card.answeredRight.map(rounded),
      outsideRecall: card.outsideRecall.map(rounded), outsidePrecision: card.outsidePrecision.map(rounded),
      outsideAuroc: card.outsideArea.map(rounded), wrong: card.wrong.map(rounded), asked: card.asked.map(rounded),
      turnedAway: card.turnedAway.map(rounded), calibrationError: card.calibrationError.map(rounded),
      threshold: rounded(threshold), trainingSeconds: rounded(training), lineMicroseconds: rounded(time(0.5)),
      lineMicrosecondsP99: rounded(time(0.99)),
      confused: confusions.pairs.map {
        .init(intents: $0.intents, count: $0.count, shared: $0.shared, lines: $0.lines)
      },
      swallowing: confusions.swallowing.map { .init(intent: $0.intent, count: $0.count) },
      bins: card.bins.map {
        .init(from: $0.from, count: $0.count, score: rounded($0.meanScore), right: rounded($0.right))
      },
      curve: card.curve().map {
        .init(threshold: rounded($0.threshold), wrong: rounded($0.wrong), asked: rounded($0.asked))
      })
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}

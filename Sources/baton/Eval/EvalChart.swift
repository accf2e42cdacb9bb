import Understanding

/// Wrong answers and asking back for every threshold: where one goes down the other goes up.
struct EvalChart {
  private let points: [Scorecard.Point]
  private let threshold: Double

  init(_ card: Scorecard, threshold: Double) {
    points = card.curve()
    self.threshold = threshold
  }

  // MARK: In the terminal

  private static let rows = 10

  /// `●` wrong answers, share of all lines; `○` asked back, share of lines in scope; `│` the threshold in force.
  var lines: [String] {
    let top = height
    let mark = nearest
    var lines: [String] = []
    for row in stride(from: Self.rows, through: 0, by: -1) {
      var text = ""
      for (at, point) in points.enumerated() {
        let wrong = Int((point.wrong / top * Double(Self.rows)).rounded()) == row
        let asked = Int((point.asked / top * Double(Self.rows)).rounded()) == row
        text += wrong ? "●" : asked ? "○" : at == mark ? "│" : " "
      }
      let label = row % 5 == 0 ? EvalReport.fixed(top * Double(row) / Double(Self.rows) * 100, 0) + " %" : ""
      lines.append(String(repeating: " ", count: max(6 - label.count, 0)) + label + " ┤" + text)
    }
    lines.append("       └" + String(repeating: "─", count: points.count))
    lines.append("        0" + String(repeating: " ", count: points.count / 2 - 2) + "0.5")
    lines.append("        ● wrong answers, of all lines   ○ not answered, of lines in scope   │ threshold in force")
    return lines
  }

  private var nearest: Int {
    points.indices.min { abs(points[$0].threshold - threshold) < abs(points[$1].threshold - threshold) } ?? 0
  }

  /// The highest value, never 0.
  private var height: Double { max(points.flatMap { [$0.wrong, $0.asked] }.max() ?? 1, 0.05) }

  // MARK: As SVG

  var svg: String {
    let (width, tall, left, top) = (640.0, 320.0, 60.0, 30.0)
    let height = height
    func x(_ share: Double) -> String { EvalReport.fixed(left + share * width, 1) }
    func y(_ share: Double) -> String { EvalReport.fixed(top + tall - share / height * tall, 1) }
    func line(_ value: (Scorecard.Point) -> Double, _ colour: String) -> String {
      let path = points.map { "\(x($0.threshold)),\(y(value($0)))" }.joined(separator: " ")
      return "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\" points=\"\(path)\"/>"
    }
    func text(_ words: String, _ x: String, _ y: String, _ more: String = "") -> String {
      "<text x=\"\(x)\" y=\"\(y)\" \(more)>\(words)</text>"
    }
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 740 410\" font-family=\"sans-serif\" font-size=\"13\">",
      "<title>Wrong answers and asking back, by threshold</title>",
      "<rect width=\"740\" height=\"410\" fill=\"white\"/>",
    ]
    for step in 0...5 {
      let share = height * Double(step) / 5
      parts.append("<path d=\"M\(x(0)) \(y(share))H\(x(1))\" stroke=\"#ddd\"/>")
      parts.append(text("\(EvalReport.fixed(share * 100, 0)) %", x(-0.01), y(share), "text-anchor=\"end\""))
      parts.append(
        text(EvalReport.fixed(Double(step) / 5, 1), x(Double(step) / 5), "370", "text-anchor=\"middle\""))
    }
    parts += [
      "<path d=\"M\(x(threshold)) \(y(0))V\(y(height))\" stroke=\"#555\" stroke-dasharray=\"4 3\"/>",
      text("in force: \(EvalReport.fixed(threshold, 2))", x(threshold), "22", "text-anchor=\"middle\" fill=\"#555\""),
      line({ $0.wrong }, "#b3261e"), line({ $0.asked }, "#1f5fa8"),
      text("wrong answers, of all lines", "70", "395", "fill=\"#b3261e\""),
      text("not answered, of lines in scope", "300", "395", "fill=\"#1f5fa8\""),
      text("score from which a line is answered", "640", "395", "text-anchor=\"middle\""), "</svg>", "",
    ]
    return parts.joined(separator: "\n")
  }
}

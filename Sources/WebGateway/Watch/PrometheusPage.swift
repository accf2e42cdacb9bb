/// Prometheus' text format.
struct PrometheusPage {
  private(set) var text = ""

  mutating func counter(_ name: String, _ help: String, _ values: [([String: String], Int)]) {
    family(name, "counter", help, values)
  }

  mutating func gauge(_ name: String, _ help: String, _ values: [([String: String], Int)]) {
    family(name, "gauge", help, values)
  }

  mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
    head(name, "histogram", help)
    var count = 0
    for (bound, number) in zip(Histogram.bounds, histogram.counts) {
      count += number
      line("\(name)_bucket", ["le": "\(Double(bound) / 1_000_000)"], "\(count)")
    }
    let all = histogram.counts.reduce(0, +)
    line("\(name)_bucket", ["le": "+Inf"], "\(all)")
    line("\(name)_sum", [:], "\(Double(histogram.nanoseconds) / 1_000_000_000)")
    line("\(name)_count", [:], "\(all)")
  }

  private mutating func family(_ name: String, _ type: String, _ help: String, _ values: [([String: String], Int)]) {
    head(name, type, help)
    for (labels, value) in values { line(name, labels, "\(value)") }
  }

  private mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func line(_ name: String, _ labels: [String: String], _ value: String) {
    let inner = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
    text += "\(name)\(inner.isEmpty ? "" : "{\(inner.joined(separator: ","))}") \(value)\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
  }
}

/// Exponentials and logarithms of our own: exact enough to compare, and the same on every machine.
package enum Mathematics {
  /// e to the power of a number that is not above 0.
  @inline(__always) static func exponential(_ power: Float) -> Float {
    // (1 + x/1024)^1024, squared ten times.
    var result = 1 + max(power, -30) / 1024
    for _ in 0..<10 { result *= result }
    return result
  }

  /// The natural logarithm of a number above 0, by halving and a short series.
  static func logarithm(_ number: Float) -> Float {
    guard number > 0, number.isFinite else { return number > 0 ? 88 : -88 }
    let rest = (number.significand - 1) / (number.significand + 1)
    let square = rest * rest
    return Float(number.exponent) * 0.693_147_2 + 2 * rest * (1 + square * (1 / 3 + square * (0.2 + square / 7)))
  }

  static func logistic(_ number: Float) -> Float {
    if number >= 0 { return 1 / (1 + exponential(-number)) }
    let small = exponential(number)
    return small / (1 + small)
  }

  /// Numbers become likelihoods that add up to 1.
  static func softmax(_ values: UnsafeMutableBufferPointer<Float>) {
    var top: Float = -.greatestFiniteMagnitude
    for at in values.indices { top = max(top, values[at]) }
    for at in values.indices { values[at] = exponential(values[at] - top) }
    var sum: Float = 0
    for at in values.indices { sum += values[at] }
    guard sum > 0 else { return }
    let share = 1 / sum
    for at in values.indices { values[at] *= share }
  }

  /// Gauss's elimination, for a small matrix that is symmetric and positive.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (matrix, right) = (matrix, right)
    for at in right.indices where matrix[at][at] != 0 {
      for row in right.indices where row != at {
        let factor = matrix[row][at] / matrix[at][at]
        for column in at..<right.count { matrix[row][column] -= factor * matrix[at][column] }
        right[row] -= factor * right[at]
      }
    }
    return right.indices.map { matrix[$0][$0] == 0 ? 0 : right[$0] / matrix[$0][$0] }
  }
}

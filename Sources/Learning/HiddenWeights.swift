/// A network with one hidden layer over the features of one view. It sees what a sum of features cannot: what some of them
/// mean only together.
struct HiddenWeights: Sendable {
  /// The last class is "none of them".
  let classes: Int
  /// For each feature its row in `inner`, below 0 where it is of another view.
  let places: [Int32]
  /// For each feature a row of units.
  let inner: [Float]
  /// For each unit a row of classes.
  let outer: [Float]
  let bias: [Float]

  /// Units in the hidden layer.
  static let units = 64

  /// Adds to the sums what the network says of a text, so much of it as its share.
  func add(_ components: UnsafeBufferPointer<Component>, share: Float, to sums: UnsafeMutableBufferPointer<Float>) {
    withUnsafeTemporaryAllocation(of: Component.self, capacity: components.count) { own in
      withUnsafeTemporaryAllocation(of: Component.self, capacity: HiddenWeights.units) { awake in
        var count = 0
        for component in components {
          let place = places[Int(component.row)]
          guard place >= 0 else { continue }
          own[count] = Component(row: place, value: component.value)
          count += 1
        }
        let own = UnsafeBufferPointer(rebasing: own[0..<count])
        let units = HiddenWeights.awake(own, inner, into: awake) { $0 * share }
        WeightRows.add(units, of: outer, to: sums)
      }
    }
    for number in sums.indices { sums[number] += bias[number] * share }
  }

  /// The units that features wake, each with how much of it is passed on; what is passed on as 0 sleeps.
  @inline(__always)
  static func awake(
    _ components: UnsafeBufferPointer<Component>, _ inner: [Float],
    into awake: UnsafeMutableBufferPointer<Component>, passing: (Float) -> Float
  ) -> UnsafeBufferPointer<Component> {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: units) { levels in
      levels.update(repeating: 0)
      WeightRows.add(components, of: inner, to: levels)
      var count = 0
      for unit in 0..<units {
        let passed = levels[unit] > 0 ? passing(levels[unit]) : 0
        guard passed > 0 else { continue }
        awake[count] = Component(row: Int32(truncatingIfNeeded: unit), value: passed)
        count += 1
      }
      return UnsafeBufferPointer(rebasing: awake[0..<count])
    }
  }
}

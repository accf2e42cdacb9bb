extension LearnedModel {
  /// The same for other classes: `places` has for each of them the number it had here, nothing where it is new. What is new is
  /// never proposed.
  package func renumbered(_ places: [Int?]) -> LearnedModel {
    LearnedModel(
      table: table, weighing: weighing, jury: jury.renumbered(places), calibration: calibration, threshold: threshold)
  }
}

extension Jury {
  fileprivate func renumbered(_ places: [Int?]) -> Jury {
    let none = classes - 1
    // "None of them" stays the last.
    let olds = places.map { place in place.flatMap { (0..<none).contains($0) ? $0 : nil } } + [none]
    return Jury(linear: linear.of(olds), networks: networks.map { $0.of(olds) })
  }
}

extension LinearWeights {
  /// With the classes that have those numbers here.
  fileprivate func of(_ olds: [Int?]) -> LinearWeights {
    LinearWeights(classes: olds.count, bias: LinearWeights.moved(bias, to: olds), table: table(of: olds))
  }

  fileprivate static func moved(_ bias: [Float], to olds: [Int?]) -> [Float] {
    var moved = [Float](repeating: never, count: width(of: olds.count))
    for (new, old) in olds.enumerated() { if let old { moved[new] = bias[old] } }
    return moved
  }

  /// Rows of one width become rows of another.
  fileprivate static func moved(_ values: [Float], width: Int, to olds: [Int?]) -> [Float] {
    let (rows, newWidth) = (values.count / width, LinearWeights.width(of: olds.count))
    var moved = [Float](repeating: 0, count: rows * newWidth)
    for (new, old) in olds.enumerated() {
      guard let old else { continue }
      for row in 0..<rows { moved[row * newWidth + new] = values[row * width + old] }
    }
    return moved
  }

  private func table(of olds: [Int?]) -> Table {
    switch table {
    case .dense(let values): return .dense(LinearWeights.moved(values, width: width, to: olds))
    case .sparse(let starts, let classes, let values):
      var news = [Int32](repeating: -1, count: width)
      for (new, old) in olds.enumerated() { if let old { news[old] = Int32(clamping: new) } }
      var (movedStarts, movedClasses, movedValues): ([Int32], [Int32], [Float]) = ([0], [], [])
      for row in 0..<(starts.count - 1) {
        for at in Int(starts[row])..<Int(starts[row + 1]) where news[Int(classes[at])] >= 0 {
          movedClasses.append(news[Int(classes[at])])
          movedValues.append(values[at])
        }
        movedStarts.append(Int32(clamping: movedClasses.count))
      }
      return .sparse(starts: movedStarts, classes: movedClasses, values: movedValues)
    }
  }
}

extension HiddenWeights {
  fileprivate func of(_ olds: [Int?]) -> HiddenWeights {
    HiddenWeights(
      classes: olds.count, places: places, inner: inner,
      outer: LinearWeights.moved(outer, width: bias.count, to: olds), bias: LinearWeights.moved(bias, to: olds))
  }
}

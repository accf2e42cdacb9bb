@testable import Learning

/// Examples of a toy world: words are numbers, and each class has words of its own beside those of all.
enum Toy {
  static func views(_ words: [UInt64]) -> [[Feature]] {
    let features = words.map { Feature(key: $0 + 1, weight: 1) }
    return [features, features.map { Feature(key: $0.key + 1_000_000, weight: 1) }, []]
  }

  /// Line `number` of a class: three of its seven words and two that every class has.
  static func line(_ owner: Int, _ number: Int) -> [UInt64] {
    let own = (0..<3).map { UInt64(100 + owner * 7 + (number * 3 + $0) % 7) }
    return own + [UInt64(number % 5), UInt64(number % 3 + 5)]
  }

  static func examples(classes: Int, lines: Int) -> Examples {
    var examples = Examples(classes: classes)
    for owner in 0..<classes {
      for number in 0..<lines { examples.add(views(line(owner, number)), .isOf(owner), group: owner * lines + number) }
    }
    for number in 0..<20 {
      examples.add(views([UInt64(50_000 + number), UInt64(50_100 + number % 7), 3]), .isOutside, group: 0)
    }
    return examples
  }
}

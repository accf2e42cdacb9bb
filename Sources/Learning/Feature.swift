/// One thing that can be seen of a text, and how much of it is there. The learner knows nothing but keys and weights.
package struct Feature: Hashable, Sendable {
  package let key: UInt64
  package let weight: Float
  package init(key: UInt64, weight: Float) {
    self.key = key
    self.weight = weight
  }
}

/// What sort of features: each view is weighed by itself.
package enum View: Int, CaseIterable, Sendable {
  /// Words and their neighbours.
  case words
  /// Pieces of words.
  case pieces
  /// Which words stand in one text.
  case company

  static let count = 3

  /// How much the view counts beside the others.
  var share: Float {
    switch self {
    case .words, .pieces: 1
    case .company: 0.7
    }
  }

  /// A word that nobody taught makes every score smaller; that two known words never met says nothing.
  var strangeness: Float {
    switch self {
    case .words, .pieces: 1
    case .company: 0
    }
  }

  /// The part of a usual length that a text is taken to have at least: a shorter one says less and is no surer for it.
  var leastLength: Float {
    switch self {
    case .words, .pieces: 0.7
    case .company: 0
    }
  }
}

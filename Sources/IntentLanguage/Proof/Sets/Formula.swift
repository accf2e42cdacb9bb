import Playbooks

/// Something that a condition looks at and that has values of its own, independent of all others.
enum Axis: Hashable, Sendable {
  case value(Condition.Subject)
  /// How far a date lies from now, which says nothing about the date.
  case distance(Condition.Subject)
  /// Whether a regular expression holds, of which nothing more is known.
  case pattern(Condition.Subject, String)
  /// What is compared in a way that cannot be computed; the text tells comparisons apart.
  case opaque(Condition.Subject, String)
  /// Which queues have somebody on duty.
  case duty
}

/// What must hold of the axes.
indirect enum Formula: Hashable, Sendable {
  case atom(Axis, ValueSet)
  case all([Formula])
  case any([Formula])

  static let always = Formula.all([])
  static let never = Formula.any([])

  /// The contrary, where each axis has the values that the world gives it.
  func negated(in world: World) -> Formula {
    switch self {
    case .atom(let axis, let set): .atom(axis, world.universe(of: axis).subtracting(set))
    case .all(let parts): .any(parts.map { $0.negated(in: world) })
    case .any(let parts): .all(parts.map { $0.negated(in: world) })
    }
  }
}

/// For each axis the values that are left; an axis that is missing is free.
typealias Region = [Axis: ValueSet]

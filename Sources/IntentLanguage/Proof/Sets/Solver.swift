import Playbooks
import Vocabulary

/// Finds values for which several things hold at once, or shows that there are none.
struct Solver {
  enum Answer {
    case none
    case some(Region)
    /// There are too many ways to look through.
    case givenUp
  }

  private let world: World
  /// Looks at a formula that are left.
  private var budget: Int

  private init(world: World, budget: Int) {
    self.world = world
    self.budget = budget
  }

  /// Exact within the budget, of which it takes what it needs.
  static func solve(_ formulas: [Formula], in world: World, budget: inout Int) -> Answer {
    var solver = Solver(world: world, budget: budget)
    let answer = solver.solve(formulas, [:])
    budget = solver.budget
    return answer
  }

  /// Exact within `Limits.proofSteps`.
  static func solve(_ formulas: [Formula], in world: World) -> Answer {
    var budget = Limits.proofSteps
    return solve(formulas, in: world, budget: &budget)
  }

  private mutating func solve(_ formulas: [Formula], _ start: Region) -> Answer {
    budget -= formulas.count + 1
    guard budget >= 0 else { return .givenUp }
    var region = start
    var open: [[Formula]] = []
    guard take(formulas, &region, &open) else { return .none }
    // What is decided already goes first, and what has the fewest ways after it.
    var branches: [[Formula]] = []
    for ways in open {
      if ways.contains(where: { holdsAlready($0, region) }) { continue }
      let left = ways.filter { mayHold($0, region) }
      if left.isEmpty { return .none }
      branches.append(left)
    }
    guard let first = branches.indices.min(by: { branches[$0].count < branches[$1].count }) else {
      return world.isPossible(region) ? .some(region) : .none
    }
    let ways = branches.remove(at: first)
    let rest = branches.map { Formula.any($0) }
    for way in ways {
      switch solve([way] + rest, region) {
      case .none: continue
      case .some(let region): return .some(region)
      case .givenUp: return .givenUp
      }
    }
    return .none
  }

  /// Narrows the region by all that is not a choice. False where nothing is left.
  private func take(_ formulas: [Formula], _ region: inout Region, _ open: inout [[Formula]]) -> Bool {
    for formula in formulas {
      switch formula {
      case .atom(let axis, let set):
        let left = (region[axis] ?? world.universe(of: axis)).intersection(set)
        if left.isEmpty { return false }
        region[axis] = left
      case .all(let parts): if !take(parts, &region, &open) { return false }
      case .any(let parts):
        if parts.count == 1 {
          if !take(parts, &region, &open) { return false }
        } else {
          open.append(parts)
        }
      }
    }
    return true
  }

  private func mayHold(_ formula: Formula, _ region: Region) -> Bool {
    switch formula {
    case .atom(let axis, let set):
      !(region[axis] ?? world.universe(of: axis)).intersection(set).isEmpty
    case .all(let parts): parts.allSatisfy { mayHold($0, region) }
    case .any(let parts): parts.contains { mayHold($0, region) }
    }
  }

  private func holdsAlready(_ formula: Formula, _ region: Region) -> Bool {
    switch formula {
    case .atom(let axis, let set):
      (region[axis] ?? world.universe(of: axis)).subtracting(set).isEmpty
    case .all(let parts): parts.allSatisfy { holdsAlready($0, region) }
    case .any(let parts): parts.contains { holdsAlready($0, region) }
    }
  }
}

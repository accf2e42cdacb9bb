import Playbooks
import Vocabulary

/// Follows intents that start each other: none goes round for ever, and none goes on for too long without a word.
struct StartProof {
  /// Starts in a row, each the number of an intent and of its way.
  typealias Chain = [(intent: Int, way: Int)]

  struct Fault {
    let chain: Chain
    let region: Region
    /// It comes back to where it began; else it is only too long.
    let isCircle: Bool
  }

  private let world: World
  private let intents: [ProofIntent]
  private let indices: [String: Int]
  private var budget = Limits.proofSteps * 5
  private(set) var faults: [Fault] = []
  private(set) var isGivenUp = false

  init(world: World, intents: [ProofIntent], indices: [String: Int]) {
    self.world = world
    self.intents = intents
    self.indices = indices
  }

  /// - Parameter circles: groups of intents that may lead to each other, whatever the values.
  mutating func run(circles: [Set<Int>]) {
    for circle in circles {
      for root in circle.sorted() { walk(from: root, root: root, within: circle, [], [:]) }
    }
    for intent in intents.indices where faults.isEmpty { lengthen(intent) }
  }

  private func starts(of intent: Int) -> [(way: Int, next: Int)] {
    intents[intent].ways.enumerated().compactMap { at, way in
      guard case .start(let name) = way.end, let next = indices[name.text] else { return nil }
      return (at, next)
    }
  }

  private func demands(_ chain: Chain) -> [Formula] { chain.flatMap { intents[$0.intent].ways[$0.way].demands } }

  /// Each circle is found from the intent of it that stands first.
  private mutating func walk(from intent: Int, root: Int, within circle: Set<Int>, _ chain: Chain, _ seen: Region) {
    for (way, next) in starts(of: intent) where circle.contains(next) && next >= root {
      guard next == root || !chain.contains(where: { $0.intent == next }) else { continue }
      budget -= 1
      guard budget > 0 else {
        isGivenUp = true
        return
      }
      let longer = chain + [(intent, way)]
      guard case .some(let region) = Solver.solve(demands(longer), in: world, budget: &budget) else { continue }
      if next == root {
        faults.append(Fault(chain: longer, region: region, isCircle: true))
      } else {
        walk(from: next, root: root, within: circle, longer, region)
      }
    }
  }

  // MARK: chains without end in sight

  /// A chain that starts more intents than one line may.
  private mutating func lengthen(_ intent: Int) {
    guard intents[intent].isNamed else { return }
    var open: [Chain] = [[]]
    while let chain = open.popLast() {
      let last = chain.last.flatMap { step -> Int? in
        guard case .start(let name) = intents[step.intent].ways[step.way].end else { return nil }
        return indices[name.text]
      }
      let here = last ?? intent
      if chain.count >= Limits.startDepth {
        guard case .some(let region) = Solver.solve(demands(chain), in: world, budget: &budget) else { continue }
        faults.append(Fault(chain: chain, region: region, isCircle: false))
        return
      }
      // A yes in between is a word of the customer.
      if !chain.isEmpty, intents[here].declared.confirm { continue }
      for (way, next) in starts(of: here) where !chain.contains(where: { $0.intent == next }) {
        budget -= 1
        guard budget > 0 else {
          isGivenUp = true
          return
        }
        open.append(chain + [(here, way)])
      }
    }
  }
}

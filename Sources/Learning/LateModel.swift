import Synchronization

/// A model that is learned when it is first asked for, once: whoever asks meanwhile waits for it, or has the one before.
///
/// It is a value that takes long, and nothing of how it comes about can be seen. All that want one of the same examples get
/// the same object, so that a playbook whose answers were changed learns nothing again.
package final class LateModel: Sendable {
  package typealias Learning = @Sendable (Schooling) -> LearnedModel

  private struct Weak {
    weak var model: LateModel?
  }

  private static let all = Mutex<[UInt64: Weak]>([:])

  private struct State {
    var learned: LearnedModel?
    /// Serves until that is there.
    var before: LearnedModel?
  }

  private let state: Mutex<State>
  /// Held by whoever learns.
  private let school = Mutex(())
  private let learning: Learning

  /// A model of its own.
  package convenience init(learning: @escaping Learning) { self.init(State(), learning: learning) }

  private init(_ state: State, learning: @escaping Learning) {
    self.state = Mutex(state)
    self.learning = learning
  }

  /// The one that all share whose examples have that key.
  ///
  /// - Parameters:
  ///   - learned: what was learned from these examples before.
  ///   - before: serves until these are learned: what was learned from others, with the classes of these.
  package static func shared(
    _ key: UInt64, known learned: LearnedModel? = nil, before: @autoclosure () -> LearnedModel? = nil,
    learning: @escaping Learning
  ) -> LateModel {
    all.withLock { all in
      if let model = all[key]?.model { return model }
      all = all.filter { $0.value.model != nil }
      let model = LateModel(State(learned: learned, before: learned == nil ? before() : nil), learning: learning)
      all[key] = Weak(model: model)
      return model
    }
  }

  /// What is there without waiting.
  package var present: LearnedModel? { state.withLock { $0.learned ?? $0.before } }
  package var isLearned: Bool { state.withLock { $0.learned != nil } }

  /// What was learned, or the one before; where there is neither, it is learned now.
  package var model: LearnedModel { present ?? learned(Schooling()) }

  /// Where it was learned before, nobody has anything to do or to hear.
  package func learned(_ schooling: Schooling) -> LearnedModel {
    school.withLock { _ in
      if let learned = state.withLock({ $0.learned }) { return learned }
      let model = learning(schooling)
      state.withLock { $0 = State(learned: model) }
      return model
    }
  }
}

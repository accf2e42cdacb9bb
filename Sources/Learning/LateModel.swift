import Synchronization

/// A model that is learned when it is first asked for, once: whoever asks meanwhile waits for it.
///
/// It is a value that takes long, and nothing of how it comes about can be seen. All that want one of the same examples get
/// the same object, so that a playbook whose answers were changed learns nothing again.
package final class LateModel: Sendable {
  package typealias Learning = @Sendable (_ told: (Double) -> Void) -> LearnedModel

  private struct Weak {
    weak var model: LateModel?
  }

  private static let all = Mutex<[UInt64: Weak]>([:])

  private let state: Mutex<LearnedModel?>
  private let learning: Learning

  /// A model of its own.
  package convenience init(learning: @escaping Learning) { self.init(nil, learning: learning) }

  private init(_ known: LearnedModel?, learning: @escaping Learning) {
    state = Mutex(known)
    self.learning = learning
  }

  /// The one that all share whose examples have that key. `known` is what was learned from these before.
  package static func shared(
    _ key: UInt64, known learned: LearnedModel? = nil, learning: @escaping Learning
  ) -> LateModel {
    all.withLock { all in
      if let model = all[key]?.model { return model }
      all = all.filter { $0.value.model != nil }
      let model = LateModel(learned, learning: learning)
      all[key] = Weak(model: model)
      return model
    }
  }

  /// What was learned; it is learned now where it was not asked for before.
  package var model: LearnedModel { learned { _ in } }

  /// `told` hears how much is done, from 0 to 1; nothing where it was learned before.
  package func learned(told: (Double) -> Void) -> LearnedModel {
    state.withLock { state in
      if let state { return state }
      let model = learning(told)
      state = model
      return model
    }
  }
}

import Playbooks
import Vocabulary

/// Why a line was read as it was.
package struct Explanation: Hashable, Sendable {
  package struct Clause: Hashable, Sendable {
    package let span: ScalarSpan
    /// The templates and counter-examples that cover it.
    package let templates: [SourcePlace]
    package let counterExamples: [SourcePlace]
    /// What the classifier thought of it, best first, also below the threshold.
    package let proposals: [Candidate]
  }

  package let interpretation: Interpretation
  package let clauses: [Clause]
  package let likelyFrom: Double
  package let nearWithin: Double
  /// Patterns that were given up because they took too long.
  package let exhausted: [SourcePlace]
}

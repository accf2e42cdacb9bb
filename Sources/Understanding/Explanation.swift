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
    /// What weighed most for or against the first of the proposals, heaviest first.
    package var evidence: [Evidence] = []
    /// Words that were taken for words of the templates.
    package var mended: [Mended] = []
  }

  /// Words of the line and what they say for an intent; below 0 they speak against it.
  package struct Evidence: Hashable, Sendable {
    /// A word; two neighbours, with `|` for the line's edge; `~word` for the word's kindred; `a + b` for two words that
    /// stand in the line together.
    package let words: String
    package let weight: Double
  }

  /// A word that lies a slip of the finger beside a word of the templates.
  package struct Mended: Hashable, Sendable {
    package let typed: String
    package let taken: String
  }

  package let interpretation: Interpretation
  package let clauses: [Clause]
  /// From that score on the classifier's best intent is acted upon.
  package let likelyFrom: Double
  /// Patterns that were given up because they took too long.
  package let exhausted: [SourcePlace]
}

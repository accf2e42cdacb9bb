import Vocabulary

/// A problem in an author's file: where it is and what it is. The words come later, from `Problem.prose`.
package struct Finding: Sendable, CustomStringConvertible {
  package enum Severity: String, Hashable, Sendable { case error, warning }

  package let place: SourcePlace
  package let problem: any Problem
  /// Shows what customers would meet with.
  package let conversation: Conversation?

  init(_ problem: any Problem, at place: SourcePlace, shows conversation: Conversation? = nil) {
    self.place = place
    self.problem = problem
    self.conversation = conversation
  }

  package var severity: Severity { problem.code.severity }
  /// In kebab case, for example `unknown-slot`. Stays the same when the words change.
  package var code: String { problem.code.rawValue }
  /// What is wrong, in one line.
  package var text: String { problem.prose.text }
  /// Why it matters and the nearest right thing, a line each.
  package var help: [String] { problem.prose.help }

  package var description: String {
    "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(text) [\(code)]"
  }
}

/// One kind of thing that can be wrong, with what is needed to explain it.
package protocol Problem: Sendable {
  var code: FindingCode { get }
  var prose: Prose { get }
}

/// What an author reads about a problem.
package struct Prose: Hashable, Sendable {
  package let text: String
  package let help: [String]

  /// Help lines that are missing are left out.
  init(_ text: String, _ help: String?...) {
    self.text = text
    self.help = help.compactMap { $0 }
  }
}

extension [Finding] {
  /// In the order of file, line and column; two at one place by code.
  package func inOrder() -> [Finding] {
    sorted { ($0.place, $0.code, $0.text) < ($1.place, $1.code, $1.text) }
  }

  package var hasError: Bool { contains { $0.severity == .error } }
}

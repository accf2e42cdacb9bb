import Vocabulary

/// A conversation with what must come of it, as written in a `.convo.txt` file.
package struct Transcript: Hashable, Sendable {
  /// The first line of the file.
  package let name: String
  /// As one would open it from the working directory.
  package let file: String
  /// What the clock on the wall shows at the beginning, where the file says so.
  package var now: CivilDateTime?
  package var sections: [TranscriptSection]

  package init(name: String, file: String, now: CivilDateTime? = nil, sections: [TranscriptSection]) {
    self.name = name
    self.file = file
    self.now = now
    self.sections = sections
  }

  /// Where a file is silent: Friday, 2026-11-20, at 10:00 in the playbook's zone.
  package static let usualNow = CivilDateTime(
    CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSince1970: 20_777),
    TimeOfDay(secondsOfDay: 36_000))
}

package struct TranscriptSection: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One utterance of the customer.
    case me(String)
    /// What must have been said and decided since the customer's last utterance.
    case bot([TranscriptLine], [PlacedAsserter])
    /// Verbs of the desk, without the code: they are about the open case.
    case agent([AgentLine])
    case wait(milliseconds: Int64)
    /// What the other program says from here on, in place of the network.
    case lookup(LookupID, StandIn)
  }

  /// The line of the `#`.
  package let line: Int
  package let kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

/// A line that has to be said, must not be said (`!`) or may be said (`?`).
package struct TranscriptLine: Hashable, Sendable {
  package enum Form: Hashable, Sendable { case said, notSaid, optional }

  package let line: Int
  package let text: String
  package var form = Form.said
  /// Where the text is the name of a list of utterances: any of them will do.
  package var alternatives: [String] = []

  package init(line: Int, text: String, form: Form = .said) {
    self.line = line
    self.text = text
    self.form = form
  }
}

package struct PlacedAsserter: Hashable, Sendable {
  package let line: Int
  package let asserter: Asserter
  /// Written with `!`: it must not hold.
  package let isNot: Bool
  package init(line: Int, asserter: Asserter, isNot: Bool = false) {
    self.line = line
    self.asserter = asserter
    self.isNot = isNot
  }
}

package struct AgentLine: Hashable, Sendable {
  package let line: Int
  package let agent: AgentID
  package let text: String
  package init(line: Int, agent: AgentID, text: String) {
    self.line = line
    self.agent = agent
    self.text = text
  }
}

/// Why a transcript cannot be read. Lines count from 1.
package struct TranscriptProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let text: String
  package init(file: String, line: Int, text: String) {
    self.file = file
    self.line = line
    self.text = text
  }
  package var description: String { "\(file):\(line): \(text)" }
}

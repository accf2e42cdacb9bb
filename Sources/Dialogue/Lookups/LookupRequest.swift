import Vocabulary

/// Names one question to another program, so that its answer finds the conversation that waits for it, once.
package struct LookupTicket: Hashable, Codable, Sendable {
  package let lookup: LookupID
  /// Grows within a thread: a question that is put anew has another. One that is put again because nobody is known to
  /// have answered it keeps its own.
  package let number: Int
  package init(lookup: LookupID, number: Int) {
    self.lookup = lookup
    self.number = number
  }
}

/// A question to another program. It may go out only when the decision it is part of is on disk.
package struct LookupRequest: Hashable, Sendable {
  /// What is sent under a name; nothing where it is not known.
  package struct Sent: Hashable, Sendable {
    package let name: String
    package let value: Value?
    package init(name: String, value: Value?) {
      self.name = name
      self.value = value
    }
  }

  package let ticket: LookupTicket
  package let url: String
  package let sends: [Sent]
  package let gives: [String]
  package let withinMilliseconds: Int64
  package let secretFile: String?

  package init(
    ticket: LookupTicket, url: String, sends: [Sent], gives: [String], withinMilliseconds: Int64, secretFile: String?
  ) {
    self.ticket = ticket
    self.url = url
    self.sends = sends
    self.gives = gives
    self.withinMilliseconds = withinMilliseconds
    self.secretFile = secretFile
  }
}

/// What another program says of one name.
package enum LookupValue: Hashable, Sendable {
  case text(String)
  case number(DecimalNumber)
  case flag(Bool)
  /// It does not know.
  case nothing
}

/// Why there is no answer. Each of them brings a person.
package enum LookupFailure: String, Error, Hashable, Codable, Sendable, CaseIterable {
  /// Not within the time that the author allows, or whoever asked went away.
  case late
  /// Nobody is there, or the connection broke.
  case unreachable
  /// Another status than 2xx; a redirection is one.
  case status
  /// Not a flat JSON object.
  case malformed
  case tooLarge = "too_large"
  /// Not all names that the author expects are in it.
  case wrongNames = "wrong_names"
  /// The key for the signature cannot be read, so that nothing was sent.
  case unsigned
  /// The library that speaks HTTP is not on this machine.
  case noLibrary = "no_library"
}

/// What became of a question.
package enum LookupOutcome: Hashable, Sendable {
  case answered([String: LookupValue])
  case failed(LookupFailure)

  package func event(of ticket: LookupTicket) -> Event {
    switch self {
    case .answered(let fields): .lookupAnswered(ticket, fields)
    case .failed(let failure): .lookupFailed(ticket, failure)
    }
  }
}

import Dialogue
import Understanding
import Vocabulary

// As their encodings say it, field by field; a test compares the two.

extension TalkState: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("language", language)
      if let languageEvidence {
        json.field("languageEvidence") { json in
          json.field("other", languageEvidence.other)
          json.field("lines", languageEvidence.lines)
        }
      }
      if !matter.isEmpty { try json.field("matter", matter) }
      if expectation != .nothing { try json.field("expectation", expectation) }
      if !agenda.isEmpty { json.field("agenda", all: agenda) }
      if !confirmed.isEmpty { json.field("confirmed", all: confirmed) }
      if !attempts.isEmpty { json.field("attempts") { json in attempts.forEach { json.field($0.rawValue, $1) } } }
      if fallbacks != 0 { json.field("fallbacks", fallbacks) }
      if dodge != 0 { json.field("dodge", dodge) }
      json.field("lastLine", lastLine)
      json.field("lastLineAt", lastLineAt)
      json.field("questionSeq", questionSeq)
      try json.field("lastAddress", lastAddress)
      if !lookups.isEmpty { try json.field("asked", encoded: lookups) }
    }
  }
}

extension Matter: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      if !facts.isEmpty { try json.field("facts") { json in try facts.forEach { try json.field($0.rawValue, $1) } } }
      if !declined.isEmpty { json.field("declined") { json in declined.forEach { json.field($0.rawValue, $1) } } }
      if !unclear.isEmpty { try json.field("unclear", all: unclear) }
      if !intents.isEmpty { try json.field("intents", all: intents) }
      if !asked.isEmpty { try json.field("asked", all: asked) }
      if !tried.isEmpty { try json.field("tried", all: tried) }
      if !signals.isEmpty { try json.field("signals", all: signals) }
      if !loose.isEmpty { try json.field("loose", all: loose) }
    }
  }
}

extension Fact: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      try json.field("value", value)
      json.field("said", said)
      json.field("seq", seq)
      json.field("span", span)
      json.field("source", source.rawValue)
      json.field("at", at)
      json.field("confirmed", confirmed)
      try json.field("superseded", all: superseded)
    }
  }
}

extension Fact.Earlier: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      try json.field("value", value)
      json.field("said", said)
      json.field("seq", seq)
      json.field("at", at)
    }
  }
}

extension Unclear: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("slot", slot)
      json.field("said", said)
      json.field("seq", seq)
      json.field("requirement", requirement)
    }
  }
}

extension MatterIntent: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("intent", intent)
      json.field("state", state.rawValue)
      try json.field("score", score)
      json.field("seq", seq)
      try json.field("place", place)
      json.field("person", person)
    }
  }
}

extension Asked: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("slot", slot)
      json.field("seq", seq)
      json.field("by", by.rawValue)
    }
  }
}

extension Tried: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("intent", intent)
      json.field("seq", seq)
      json.field("settled", settled)
    }
  }
}

extension SignalRecord: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("signal", signal.rawValue)
      json.field("seq", seq)
    }
  }
}

extension LooseValue: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      try json.field("entity", entity)
      json.field("slot", slot)
      json.field("intent", intent)
      json.field("said", said)
      json.field("seq", seq)
      json.field("at", at)
    }
  }
}

extension Entity: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("kind", kind.rawValue)
      try json.field("value", value)
      json.field("span", span)
      json.field("latent", latent)
      json.field("slot", slot)
      json.field("rule", rule)
      try json.field("alternatives", all: alternatives)
    }
  }
}

extension JSONBytes {
  fileprivate mutating func field(_ name: StaticString, _ span: ScalarSpan) {
    field(name) { json in
      json.field("from", span.from)
      json.field("to", span.to)
    }
  }
}

extension Expectation: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    switch self {
    case .slot(let slot): json.object { $0.field("slot") { $0.field("_0", slot) } }
    case .confirmSlot(let slot): json.object { $0.field("confirmSlot") { $0.field("_0", slot) } }
    case .confirmIntent(let intent): json.object { $0.field("confirmIntent") { $0.field("_0", intent) } }
    case .settled(let intent): json.object { $0.field("settled") { $0.field("_0", intent) } }
    case .nothing, .chooseIntent, .chooseSlot: try json.encode(self)
    }
  }
}

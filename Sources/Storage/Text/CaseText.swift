import Dialogue
import Playbooks
import Vocabulary

// As their encodings say it, field by field; a test compares the two.

extension Case: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("code", code)
      json.field("thread", thread)
      json.field("state") { state.write(to: &$0) }
      json.field("queue", queue)
      json.field("priority", priority.rawValue)
      json.field("epoch", epoch)
      try json.field("reason", reason)
      json.field("openedAt", openedAt)
      json.field("queuedAt", queuedAt)
      json.field("language", language)
      try json.field("matter", matter)
      json.field("repliedAt", repliedAt)
      if let offer { try json.field("offer", encoded: offer) }
    }
  }
}

extension CaseState {
  fileprivate func write(to json: inout JSONBytes) {
    switch self {
    case .queued(let since): json.field("queued") { $0.field("since", since) }
    case .assigned(let agent, let since):
      json.field("assigned") { json in
        json.field("_0", agent)
        json.field("since", since)
      }
    case .snoozed(let until, let agent):
      json.field("snoozed") { json in
        json.field("until", until)
        json.field("by", agent)
      }
    case .resolved(let at, let agent):
      json.field("resolved") { json in
        json.field("at", at)
        json.field("by", agent)
      }
    }
  }
}

extension HandoffReason: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("kind", kind.rawValue)
      json.field("detail", detail)
      try json.field("rule", rule)
    }
  }
}

extension Delivery: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    switch self {
    case .toCustomer(let address, let through):
      try json.object { json in
        try json.field("toCustomer") { json in
          try json.field("_0", address)
          json.field("through", through)
        }
      }
    case .toDesk(let code, let notice):
      json.object { json in
        json.field("toDesk") { json in
          json.field("_0", code)
          json.field("_1", notice.rawValue)
        }
      }
    }
  }
}

extension Address: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("channel", channel)
      json.field("key", key)
    }
  }
}

extension SourcePlace: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("file", file)
      json.field("line", line)
      json.field("column", column)
    }
  }
}

extension Choice: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    json.object { json in
      json.field("title", title)
      json.field("say", say)
    }
  }
}

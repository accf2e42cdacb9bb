import Dialogue
import Gateways
import Storage
import Vocabulary

extension WebTalk {
  enum Voice: Sendable {
    case frames(FrameReader)
    case plain(PlainVoice)
    /// A stream of Direct Line.
    case activities(ActivityVoice)
  }

  /// How it is known who is there.
  enum Entrance: Sendable {
    /// By the first frame; without one it is a visitor.
    case hello
    case stream(StreamTicket)
  }
}

extension WebTalk.Voice {
  var speaksFrames: Bool {
    switch self {
    case .frames: true
    case .plain, .activities: false
    }
  }
}

// What others in this process know.
extension WebTalk {
  /// What this came with was taken back. From any task.
  nonisolated func signOut(_ isMeant: @escaping @Sendable (isolated WebTalk) -> Bool) {
    line.eventLoop.execute {
      self.assumeIsolated { talk in
        guard isMeant(talk) else { return }
        talk.end(.bye(.auth, retryMilliseconds: 0), code: 4401, "signed out")
      }
    }
  }

  /// An agent is writing; it is told on where that agent has the floor. From any task.
  nonisolated func tell(_ agent: AgentID) {
    line.eventLoop.execute {
      self.assumeIsolated { talk in
        guard talk.session.standing?.floor == .agent(agent), talk.line.isWritable else { return }
        talk.add([.send(.typing(agent))])
        talk.pump()
      }
    }
  }

  func noteTyping() {
    guard let thread, case .agent? = session.standing?.floor else { return }
    premises.house.typing.note(.customer, in: thread)
  }
}

extension FrameSession.Closing {
  /// For whoever looks into a browser's console.
  var reason: String {
    switch self {
    case .ended: ""
    case .malformed(let why): "a frame cannot be read: \(why)"
    case .noHello: "the first frame has to be hello"
    case .unknownCredential: "what hello shows opens nothing"
    }
  }
}

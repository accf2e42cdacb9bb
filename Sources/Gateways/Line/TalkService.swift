import Dialogue
import Runtime
import ServiceLifecycle
import Storage
import Vocabulary

/// Why a conversation ends before its input does.
package enum TalkFailure: Error, Hashable, Sendable {
  case store(StoreError)
  case output(OutputError)
  /// What came in ends the conversation; why.
  case input(String)
}

/// Something that talks over a mailbox.
package protocol Talk {
  mutating func begin() async throws
  /// False when the conversation is over.
  mutating func take(_ stimulus: Stimulus) async throws -> Bool
}

/// Runs a talk until its input ends or the process is asked to stop. A turn that has begun is brought to its end.
package struct TalkService<Conversation: Talk & Sendable>: Service {
  private let talk: Conversation
  private let store: any Store
  private let input: LineInput
  private let finished: @Sendable (Conversation) -> Void

  package init(
    _ talk: Conversation, store: any Store, input: LineInput = LineInput(),
    finished: @escaping @Sendable (Conversation) -> Void
  ) {
    self.talk = talk
    self.store = store
    self.input = input
    self.finished = finished
  }

  package func run() async throws {
    let mailbox = Mailbox()
    let changes = store.changes()
    let watcher = Task { for await _ in changes { mailbox.noteChange() } }
    defer { watcher.cancel() }
    var talk = talk
    try await talk.begin()
    input.start(into: mailbox)
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await mailbox.each { stimulus in try await talk.take(stimulus) }
    } onCancelOrGracefulShutdown: {
      mailbox.stop()
    }
    finished(talk)
  }
}

import Dialogue
import Runtime
import Storage
import Vocabulary

/// A conversation in plain lines: every line is one utterance, every entry is shown once, in order.
///
/// Used by one task at a time; the mailbox sees to that.
package struct LineTalk: Talk, Sendable {
  private let switchboard: Switchboard
  private let store: any Store
  private let address: Address
  private let output: any TextSink
  private let errors: any TextSink
  private let prompt: String?
  private let voice = LineVoice()
  private var choices = OpenChoices()
  private var shown = 0
  private var ownLines: Set<Int> = []
  private var lineNumber = 0
  private var thread: ThreadID?
  /// Nothing more comes in; what another program says is still waited for.
  private var hasEnded = false
  /// Lines that were refused, which a program that pipes its lines in has to learn of.
  package private(set) var refusedLines = 0

  /// - Parameter prompt: shown while waiting for the customer; nothing in a pipe.
  package init(
    switchboard: Switchboard, store: any Store, address: Address, output: any TextSink, errors: any TextSink,
    prompt: String? = nil
  ) {
    self.switchboard = switchboard
    self.store = store
    self.address = address
    self.output = output
    self.errors = errors
    self.prompt = prompt
  }

  /// Opens the conversation and shows what was said while the customer was away.
  package mutating func begin() async throws(TalkFailure) {
    do throws(StoreError) {
      let snapshot = try await switchboard.look(at: .address(address))
      shown = try await catchUp.lastShown(of: snapshot)
      snapshot.recent.forEach { choices.note($0) }
      if case .done(let thread, _, _) = try await switchboard.receive(Inbound(.came, from: address)) {
        self.thread = thread
      } else if snapshot.revision > 0 {
        thread = snapshot.thread
      }
    } catch {
      throw .store(error)
    }
    try await showNews()
    if prompt != nil { try show("") }
  }

  /// Serves one stimulus. False at the end of input.
  package mutating func take(_ stimulus: Stimulus) async throws(TalkFailure) -> Bool {
    switch stimulus {
    case .line(let line):
      lineNumber += 1
      try await hear(TypedLine(line))
    case .changed, .endOfInput:
      if case .endOfInput = stimulus { hasEnded = true }
      // Asked before what is new is shown, so that an answer that comes in between is shown too.
      let goesOn = hasEnded ? try await awaitsOthers() : true
      try await showNews()
      return goesOn
    }
    return true
  }

  private func awaitsOthers() async throws(TalkFailure) -> Bool {
    guard let thread else { return false }
    do { return try await switchboard.look(at: .thread(thread)).awaitsOthers } catch { throw .store(error) }
  }

  private var catchUp: CatchUp { CatchUp(store: store, address: address) }
}

extension LineTalk {
  private mutating func hear(_ line: TypedLine) async throws(TalkFailure) {
    switch line {
    case .empty: if prompt != nil { try show("") }
    case .text(let text): try await say(TerminalText.clean(text))
    case .tooLong: try refuse("it is longer than \(Limits.frameBytes) bytes. Send it in parts.")
    case .notUTF8: try refuse("it is not UTF-8 text. Send it in that encoding.")
    case .hasNUL: try refuse("it contains a NUL character. Send it without.")
    }
  }

  private mutating func say(_ text: String) async throws(TalkFailure) {
    if text.allSatisfy(\.isWhitespace) { return }
    let received: Received
    do {
      received = try await switchboard.receive(Inbound(.said(choices.resolve(text)), from: address))
    } catch {
      throw .store(error)
    }
    switch received {
    case .done(let thread, let entries, _):
      self.thread = thread
      if let own = entries.first(where: { $0.from == .customer }) { ownLines.insert(own.seq) }
      try await show(entries)
    case .duplicate, .keyConflict: try await showNews()
    case .refused(.tooLong): try refuse("it is longer than \(Limits.utteranceScalars) characters. Send it in parts.")
    case .refused(.emptyText): break
    case .refused(let refusal): try refuse("it was not accepted (\(refusal)).")
    }
  }

  /// Shows the entries of an own turn; where somebody else wrote in between, all that is new instead.
  private mutating func show(_ entries: [Entry]) async throws(TalkFailure) {
    guard let first = entries.first, first.seq == shown + 1 else { return try await showNews() }
    try render(entries)
  }

  private mutating func showNews() async throws(TalkFailure) {
    guard let thread else { return }
    while true {
      let news: [Entry]
      do {
        news = try await store.entries(of: thread, after: shown, limit: Limits.syncEntries, audience: .everyone)
        if news.isEmpty { return try await catchUp.tick(through: shown, of: thread) }
      } catch {
        throw .store(error)
      }
      try render(news)
    }
  }

  private mutating func render(_ entries: [Entry]) throws(TalkFailure) {
    var text = ""
    for entry in entries where entry.audience == .everyone {
      choices.note(entry)
      if ownLines.remove(entry.seq) == nil { text += voice.render(entry) }
    }
    if !text.isEmpty || prompt != nil { try show(text) }
    shown = max(shown, entries.last?.seq ?? 0)
  }

  private func show(_ text: String) throws(TalkFailure) {
    // Whoever is typing finds the prompt again below what came in between.
    let framed = prompt.map { "\r\u{1B}[K\(text)\($0)" } ?? text
    do { try output.write(framed) } catch { throw .output(error) }
  }

  private mutating func refuse(_ why: String) throws(TalkFailure) {
    refusedLines += 1
    do { try errors.write("baton: line \(lineNumber) was not sent: \(why)\n") } catch { throw .output(error) }
    if prompt != nil { try show("") }
  }
}

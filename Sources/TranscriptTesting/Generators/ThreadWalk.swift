import Desk
import Dialogue
import Vocabulary

/// Plays a transcript without its expectations and stops after every line.
package enum ThreadWalk {
  /// Calls `visit` at the beginning and after every utterance, verb and wait.
  package static func walk(
    _ transcript: Transcript, from start: EngineThread, visit: (EngineThread, _ line: Int) -> Void
  ) async throws {
    var thread = start
    try thread.take(.customerCame(via: thread.address))
    visit(thread, 1)
    for section in transcript.sections {
      switch section.kind {
      case .me(let text): try thread.say(DayNames.expand(text, on: thread.state.now.date))
      case .bot: continue
      case .agent(let lines):
        for line in lines {
          act(line, on: &thread)
          visit(thread, line.line)
        }
      case .wait(let milliseconds): try thread.wait(milliseconds: milliseconds)
      case .lookup(let lookup, let answer): thread.standIn(lookup, answer)
      }
      visit(thread, section.line)
    }
  }

  /// A verb that is refused changes nothing; `TranscriptRunner` reports it.
  private static func act(_ line: AgentLine, on thread: inout EngineThread) {
    guard let code = thread.snapshot.theCase?.code,
      case .act(_, let deed)? = try? DeskVerb.parse(line.text, current: code)
    else { return }
    let move = deed.move(in: thread.engine.playbook, at: thread.now)
    _ = try? thread.take(.agentDid(line.agent, move))
  }
}

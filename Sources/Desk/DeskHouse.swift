import Dialogue
import Playbooks
import Runtime
import Storage
import Vocabulary

/// What a desk works with: the store to read from, the switchboard to act through.
package struct DeskHouse: Sendable {
  package typealias Acting = @Sendable (AgentID, CaseCode, AgentMove) async throws(SwitchboardError) -> Acted

  package let playbook: Playbook
  package let store: any Store & CaseBoard & ThreadSearch
  package let clock: any WallClock
  let acting: Acting

  package init(
    playbook: Playbook, store: any Store & CaseBoard & ThreadSearch, clock: any WallClock, acting: @escaping Acting
  ) {
    self.playbook = playbook
    self.store = store
    self.clock = clock
    self.acting = acting
  }

  /// Whether a case is for somebody who can do that; who names no skills can do everything.
  package func isFor(_ skills: Set<String>, _ theCase: Case) -> Bool {
    skills.isEmpty || playbook.queue(theCase.queue).map { skills.isSuperset(of: $0.skills) } ?? true
  }

  /// - Throws: `SwitchboardError.refused` where the deed cannot be.
  @discardableResult
  package func act(_ agent: AgentID, on code: CaseCode, _ deed: DeskDeed) async throws(SwitchboardError) -> Acted {
    let move = deed.move(in: playbook, at: clock.now())
    // A name that was mistyped is nobody's: the case would wait for somebody who never comes.
    if case .transfer(to: .agent(let other), _) = move, other != agent {
      let seen: [SeenAgent]
      do { seen = try await store.agents() } catch { throw .store(error) }
      guard seen.contains(where: { $0.agent == other }) else { throw .refused(.unknown) }
    }
    return try await acting(agent, code, move)
  }
}

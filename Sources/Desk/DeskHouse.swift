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

  /// - Throws: `SwitchboardError.refused` where the deed cannot be.
  @discardableResult
  package func act(_ agent: AgentID, on code: CaseCode, _ deed: DeskDeed) async throws(SwitchboardError) -> Acted {
    try await acting(agent, code, deed.move(in: playbook, at: clock.now()))
  }
}

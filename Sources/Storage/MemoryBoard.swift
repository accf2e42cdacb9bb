import Dialogue
import Foundation
import Vocabulary

extension MemoryStore: CaseBoard {
  package func openCases() async throws(StoreError) -> [CaseLine] {
    shelf.withLock { shelf in
      shelf.cases.values.filter(\.isOpen).sorted(by: Case.comesFirst).compactMap { theCase in
        guard let room = shelf.threads[theCase.thread] else { return nil }
        return CaseLine(
          theCase: theCase, customer: room.customer, lastLine: room.entries.last { $0.from == .customer })
      }
    }
  }

  package func file(of code: CaseCode) async throws(StoreError) -> CaseFile? {
    shelf.withLock { shelf in
      guard let theCase = shelf.cases[code], let room = shelf.threads[theCase.thread] else { return nil }
      return CaseFile(
        theCase: theCase, customer: room.customer, earlierCases: room.cases.firstIndex(of: code) ?? 0,
        entries: room.entries)
    }
  }

  package func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError) {
    shelf.withLock { shelf in
      let before = shelf.agents[agent]
      shelf.agents[agent] = SeenAgent(
        agent: agent, lastSeen: max(now, before?.lastSeen ?? now), skills: skills ?? before?.skills ?? [])
    }
  }

  package func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])] {
    shelf.withLock { shelf in
      var threads: [AgentID: [ThreadID]] = [:]
      for theCase in shelf.cases.values {
        guard case .assigned(let agent, let assigned) = theCase.state, assigned < since else { continue }
        if let seen = shelf.agents[agent], seen.lastSeen >= since { continue }
        threads[agent, default: []].append(theCase.thread)
      }
      return threads.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
  }

  package func agents() async throws(StoreError) -> [SeenAgent] {
    shelf.withLock { shelf in shelf.agents.values.sorted { $0.agent < $1.agent } }
  }
}

extension Case {
  /// More urgent first, then the longest waiting.
  package static func comesFirst(_ left: Case, _ right: Case) -> Bool {
    left.priority == right.priority
      ? (left.queuedAt, left.code) < (right.queuedAt, right.code)
      : left.priority > right.priority
  }
}

extension MemoryStore: ThreadSearch {
  package func find(_ words: String, limit: Int) async throws(StoreError) -> [Found] {
    let wanted = SearchWords.split(words).map(Self.folded)
    guard !wanted.isEmpty else { return [] }
    let shelf = shelf.withLock { $0 }
    let hits = shelf.written.reversed().lazy.compactMap { place -> Found? in
      guard let room = shelf.threads[place.thread], let entry = room.entry(place.seq),
        Self.contains(entry.text, wanted)
      else { return nil }
      return Found(thread: place.thread, caseCode: shelf.currentCase(of: room).theCase?.code, entry: entry)
    }
    return Array(hits.prefix(max(0, limit)))
  }

  private static func contains(_ text: String, _ wanted: [String]) -> Bool {
    let words = folded(text).split { !$0.isLetter && !$0.isNumber }
    return wanted.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}

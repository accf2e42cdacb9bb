import Testing

@testable import IntentLanguage

@Suite struct `OverflowCycleCheck` {
  @Test func `queues that overflow into each other are an error, once`() {
    expectFindings([
      "a.yml": """
      settings: { default_queue: a }
      queues:
        a: { overflow: b }
        b: { overflow: ‹overflow-cycle›c }
        c: { overflow: b }
        d: { overflow: d2 }
        d2: { title: Last }
      """
    ])
  }
}

import Testing

@testable import IntentLanguage

@Suite struct `QueueCheck` {
  @Test func `without a queue there is an error at the start of the first file`() {
    expectFindings([
      "a.yml": """
      ‹no-queue›intents:
        a: { utterances: [one thing], answer: Yes. }
      """
    ])
  }

  @Test func `one of several queues has to be the default`() {
    expectFindings([
      "a.yml": """
      queues:
        ‹no-default-queue›desk: { title: One }
        porter: { title: Two }
      """
    ])
  }

  @Test func `a queue that never opens is a warning`() {
    expectFindings([
      "a.yml": """
      settings: { default_queue: desk }
      queues:
        desk: { title: One }
        attic: { title: Two, ‹queue-never-opens›hours: { sun: closed } }
      """
    ])
  }

  @Test func `hours without a zone are a warning`() {
    expectFindings(["a.yml": "queues:\n  desk: { ‹no-zone›hours: { mon: '08:00-18:00' } }"])
    expectFindings(["a.yml": "queues:\n  desk: { zone: UTC, hours: { mon: '08:00-18:00' } }"])
    expectFindings(["a.yml": "settings: { zone: UTC }\nqueues:\n  desk: { hours: { mon: '08:00-18:00' } }"])
  }
}

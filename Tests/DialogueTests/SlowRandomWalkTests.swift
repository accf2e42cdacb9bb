import Testing

/// Many more conversations by chance than a build has time for.
struct SlowRandomWalkTests {
  @Test func `no long walk over a playbook that is hard on the engine breaks a promise`() throws {
    let faults = try RandomWalkTests.faults(RandomWalkTests.nastyEngine, seeds: 1_000..<1_150, steps: 60)
    #expect(faults == [])
  }

  @Test func `no long walk over the bank breaks a promise`() throws {
    let faults = try RandomWalkTests.faults(RandomWalkTests.bankEngine, seeds: 1_000..<1_080, steps: 60)
    #expect(faults == [])
  }
}

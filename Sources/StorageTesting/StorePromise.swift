import Storage

package typealias TestedStore = Store & CaseBoard & ThreadSearch & ThreadArchive & Keyring

/// One promise of the store, with the proof. Every implementation runs all of them, each on a new, empty store.
package struct StorePromise: Sendable, CustomStringConvertible {
  package let description: String
  package let prove: @Sendable (Scene) async throws -> Void

  package init(_ sentence: String, prove: @escaping @Sendable (Scene) async throws -> Void) {
    description = sentence
    self.prove = prove
  }

  package static let all =
    commits + conflicts + duplicates + entries + deliveries + timers + cases + claims + searches + agents + changes
    + archive + keys + tickets + waits + erasing
}

/// Proves all promises for a kind of store.
package func exerciseStore(_ make: @Sendable () async throws -> any TestedStore) async throws {
  for promise in StorePromise.all {
    do {
      try await promise.prove(Scene(store: try await make()))
    } catch {
      throw BrokenPromise(what: "\(promise): \(error)", line: 0)
    }
  }
}

/// What a store did not keep.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let what: String
  package let line: Int
  package var description: String { line > 0 ? "\(what) (line \(line))" : what }
}

func expect(_ holds: Bool, _ what: String, line: Int = #line) throws {
  guard holds else { throw BrokenPromise(what: what, line: line) }
}

func expect<Value: Equatable>(_ found: Value, is wanted: Value, line: Int = #line) throws {
  guard found == wanted else { throw BrokenPromise(what: "found \(found), wanted \(wanted)", line: line) }
}

func require<Value>(_ value: Value?, _ what: String, line: Int = #line) throws -> Value {
  guard let value else { throw BrokenPromise(what: "there is no \(what)", line: line) }
  return value
}

/// Runs what must be refused, and with what.
func expect(_ refusal: StoreError, line: Int = #line, from body: () async throws(StoreError) -> some Any) async throws {
  do {
    let done = try await body()
    throw BrokenPromise(what: "wanted \(refusal), was done: \(done)", line: line)
  } catch let error as StoreError {
    try expect(error, is: refusal, line: line)
  }
}

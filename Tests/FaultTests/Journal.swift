/// What a client knows of its conversation: what it said and what it was told. The program has no part in it.
struct Journal: Sendable {
  let address: String
  let script: Script
  /// What opens the thread again, where the program gave something out.
  var resume = "" {
    didSet {
      // Of what was given out, the one that was presented now opens the thread until the new one is presented.
      if !oldValue.isEmpty { spent += presented.map { [$0] } ?? [] }
      presented = oldValue.isEmpty ? nil : oldValue
    }
  }
  /// The secret that the present one was given for.
  private var presented: String?
  /// Secrets that open nothing any more.
  private(set) var spent: [String] = []
  var thread: String?
  /// By step: the `seq` that was acknowledged.
  var acknowledged: [Int: Int] = [:]
  /// By `seq`: the text that was shown.
  var shown: [Int: String] = [:]
  var lastShown = 0
  /// Steps that were refused for the moment and sent again, maybe behind later ones.
  var delayed: Set<Int> = []
  /// Lines that were sent again and not answered as before.
  var unsteady: [String] = []
  /// What was opened by a secret that opens nothing.
  var intrusions: [String] = []
  /// What must not happen and can be seen from outside.
  var problems: [String] = []
  var deaths = Deaths()

  init(address: String, script: Script) {
    self.address = address
    self.script = script
  }

  var isComplete: Bool { acknowledged.count == script.steps.count }
  var unacknowledged: [Int] { script.steps.indices.filter { acknowledged[$0] == nil } }
}

/// At which moments the kills came.
struct Deaths: Sendable {
  /// Before the program said welcome.
  var opening = 0
  /// With a line on its way.
  var inFlight = 0
  var idle = 0
  /// Lines that were stored although their acknowledgement was cut off: the kill came between commit and pipe.
  var storedUntold = 0

  var count: Int { opening + inFlight + idle }

  static func + (one: Deaths, other: Deaths) -> Deaths {
    var sum = one
    sum.opening += other.opening
    sum.inFlight += other.inFlight
    sum.idle += other.idle
    sum.storedUntold += other.storedUntold
    return sum
  }
}

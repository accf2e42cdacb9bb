/// A case that overflows comes to rest in some queue.
enum OverflowCycleCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var seen: Set<String> = []
    var findings: [Finding] = []
    for queue in catalog.declared.queues where !seen.contains(queue.id.text) {
      var path: [String] = []
      var next: DeclaredQueue? = queue
      while let current = next {
        if let start = path.firstIndex(of: current.id.text) {
          let cycle = Array(path[start...])
          let place = current.overflow?.place ?? current.id.place
          findings.append(Finding(QueueProblem.overflowCycle(cycle), at: place))
          break
        }
        guard seen.insert(current.id.text).inserted else { break }
        path.append(current.id.text)
        next = current.overflow.flatMap { catalog.queues[$0.text] }
      }
    }
    return findings
  }
}

import Playbooks

/// There is a queue, it is known which one takes what no rule sends anywhere, and queues open at some time.
enum QueueCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let declared = catalog.declared
    let start = IntentFolder.start(of: declared.firstFile)
    guard !declared.queues.isEmpty else { return [Finding(QueueProblem.none, at: start)] }
    var findings = declared.queues.compactMap { queue -> Finding? in
      guard let hours = queue.hours, !hours.isBroken, hours.days.values.allSatisfy(\.isEmpty) else { return nil }
      return Finding(QueueProblem.neverOpens(queue.id.text), at: hours.place)
    }
    if declared.settings?.hasZone != true,
      let queue = declared.queues.first(where: {
        $0.zone == nil && $0.hours?.days.values.contains { !$0.isEmpty } ?? false
      }), let hours = queue.hours
    {
      findings.append(Finding(QueueProblem.noZone(queue.id.text), at: hours.place))
    }
    if catalog.defaultQueue == nil {
      let place = declared.settings?.place ?? declared.queues.first?.id.place ?? start
      findings.append(Finding(QueueProblem.noDefault(catalog.queues.keys.sorted()), at: place))
    }
    return findings
  }
}

/// Every intent can be reached: by what customers say, or from another intent.
enum NothingSaidCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let intents = catalog.declared.intents
    let started = Set(intents.flatMap { [$0.outcome] + $0.rules.map(\.outcome) }.compactMap { $0.start?.text })
    return intents.filter { $0.templates.isEmpty && $0.regexes.isEmpty && !started.contains($0.id.text) }.map {
      Finding(UtteranceProblem.nothingSaid($0.id.text), at: $0.id.place)
    }
  }
}

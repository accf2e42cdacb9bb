/// Every `when` looks at something that exists and compares it in a way that it can be compared.
enum ConditionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap(\.rules).flatMap { $0.when ?? [] }.flatMap {
      ConditionReader.read($0, catalog).findings
    }
  }
}

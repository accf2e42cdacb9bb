/// Which pages may talk: those of the listed origins, and those that came from this very server.
struct OriginList: Sendable {
  private let origins: Set<String>

  init(_ origins: [String]) { self.origins = Set(origins.map(Self.normal)) }

  /// A request without an origin does not come from a page of somebody else.
  func allows(_ origin: String?, host: String?) -> Bool {
    guard let origin else { return true }
    let asked = Self.normal(origin)
    if origins.contains(asked) || origins.contains("*") { return true }
    guard let host = host?.lowercased(), !host.isEmpty else { return false }
    return ["http://", "https://"].contains { asked == Self.normal($0 + host) }
  }

  /// Lower case, without a slash at the end and without the port that the scheme implies.
  static func normal(_ origin: String) -> String {
    var text = origin.lowercased()
    while text.hasSuffix("/") { text.removeLast() }
    if text.hasPrefix("http://"), text.hasSuffix(":80") { text.removeLast(3) }
    if text.hasPrefix("https://"), text.hasSuffix(":443") { text.removeLast(4) }
    return text
  }
}

import Foundation

/// JSON of a page, compared with JSON of the program without regard to the order of members.
enum PageJSON: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([PageJSON])
  case object([String: PageJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(PageJSON.levelled(text))
    } else if let list = try? container.decode([PageJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: PageJSON].self))
    }
  }

  static func read(_ text: String) throws -> PageJSON {
    try JSONDecoder().decode(PageJSON.self, from: Data(text.utf8))
  }

  /// A page may end an object with `, …}` where more members follow that it does not show.
  static func readAbridged(_ text: String) throws -> (json: PageJSON, isWhole: Bool) {
    let whole = text.replacingOccurrences(of: ", …}", with: "}")
    return (try read(whole), whole == text)
  }

  /// The members that both have.
  func cut(to page: PageJSON) -> PageJSON {
    guard case .object(let mine) = self, case .object(let shown) = page else { return self }
    return .object(mine.filter { shown[$0.key] != nil })
  }

  func without(_ name: String) -> PageJSON {
    guard case .object(var members) = self else { return self }
    members[name] = nil
    return .object(members)
  }

  /// Ids are random, so that one stands for all.
  private static func levelled(_ text: String) -> String {
    let parts = text.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["t", "c"].contains(parts[0]), parts[1].count == 32,
      parts[1].allSatisfy(\.isHexDigit)
    else { return text }
    return parts[0] + "_"
  }
}

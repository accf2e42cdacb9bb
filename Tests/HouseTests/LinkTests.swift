import Foundation
import Testing

/// Links between pages lead somewhere, and the table of limits is that of the code.
struct LinkTests {
  struct PageText: CustomStringConvertible {
    let path: String
    let text: String
    var description: String { path }
  }

  static let pages: [PageText] = {
    let all = FileManager.default.enumerator(
      at: House.root.appendingPathComponent("docs"), includingPropertiesForKeys: nil)
    let below = (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
    let top = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].map { House.root.appendingPathComponent($0) }
    return (top + below.sorted { $0.path < $1.path }).compactMap { url in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      return PageText(path: String(url.path.dropFirst(House.root.path.count + 1)), text: text)
    }
  }()

  @Test func `there are pages`() {
    #expect(Self.pages.count > 8)
    for page in ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/operating.md"] {
      #expect(Self.pages.contains { $0.path == page }, "\(page)")
    }
  }

  @Test(arguments: pages) func `every link of a page leads somewhere`(page: PageText) {
    let folder = (page.path as NSString).deletingLastPathComponent
    for link in Self.links(in: page.text) where !link.contains("://") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let target =
        parts[0].isEmpty
        ? page.path : ((folder as NSString).appendingPathComponent(parts[0]) as NSString).standardizingPath
      let url = House.root.appendingPathComponent(target)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(page.path) links to \(link)")
      guard parts.count == 2, let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      #expect(Self.anchors(in: text).contains(parts[1]), "\(page.path) links to \(link)")
    }
  }

  @Test(arguments: pages) func `no page speaks of a machine`(page: PageText) {
    for home in ["/" + "root/", "/" + "work/", "/" + "home/", "/" + "tmp/"] {
      #expect(!page.text.contains(home), "\(page.path) has \(home)")
    }
  }

  @Test func `every decision stands in the index`() throws {
    let index = try #require(Self.pages.first { $0.path == "docs/decisions/README.md" })
    let links = Self.links(in: index.text)
    for page in Self.pages where page.path.hasPrefix("docs/decisions/0") {
      #expect(links.contains((page.path as NSString).lastPathComponent), "\(page.path)")
    }
  }

  @Test func `the table of limits is that of the code`() throws {
    let source = try String(
      contentsOf: House.root.appendingPathComponent("Sources/Vocabulary/Limits.swift"), encoding: .utf8)
    let table = Self.limits(in: source)
    #expect(table.count > 20)
    let page = try #require(Self.pages.first { $0.path == "docs/operating.md" })
    let rows = page.text.components(separatedBy: "\n").filter { $0.hasPrefix("| `") && $0.contains("` | ") }
    for row in table { #expect(rows.contains(row), "docs/operating.md misses: \(row)") }
    let names = Set(table.compactMap { $0.split(separator: "`").dropFirst().first })
    let start = try #require(rows.firstIndex { $0 == table.first })
    let shown = rows[start...].prefix(table.count).compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(Set(shown) == names)
  }

  @Test func `the rules would notice`() {
    #expect(Self.links(in: "see [a](b.md#c), [d](e) and `[x](y)`") == ["b.md#c", "e"])
    #expect(Self.anchors(in: "# A b\n## What `x y` finds, so\n").contains("what-x-y-finds-so"))
    #expect(
      Self.limits(in: "  /// Long.\n  package static let aB: Int64 = 24 * 3_600_000\n") == [
        "| `aB` | 86,400,000 | Long. |"
      ])
  }
}

extension LinkTests {
  static func links(in text: String) -> [String] {
    let prose = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
    let plain = prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 0 ? String($0.element) : "x" }.joined()
    return plain.components(separatedBy: "](").dropFirst().compactMap { $0.components(separatedBy: ")").first }
  }

  /// As the usual renderers make them from headings.
  static func anchors(in text: String) -> Set<String> {
    let headings = text.components(separatedBy: "\n").filter { $0.hasPrefix("#") }
    return Set(
      headings.map { heading in
        let words = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        return String(
          words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
            .map { $0 == " " ? "-" : $0 })
      })
  }

  /// The rows that the page must have: name, number, what the comment says.
  static func limits(in source: String) -> [String] {
    var rows: [String] = []
    var comment = ""
    for line in source.components(separatedBy: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("/// ") { comment = String(line.dropFirst(4)) }
      guard line.hasPrefix("package static let ") else { continue }
      let halves = line.dropFirst("package static let ".count).components(separatedBy: " = ")
      guard halves.count == 2, let name = halves[0].components(separatedBy: ":").first else { continue }
      let factors = halves[1].components(separatedBy: " * ").map { Int($0.filter { $0 != "_" }) ?? 0 }
      rows.append("| `\(name)` | \(grouped(factors.reduce(1, *))) | \(comment) |")
    }
    return rows
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    let parts = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
    }
    return parts.joined()
  }
}

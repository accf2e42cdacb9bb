import Foundation

/// The project's own files, read as text.
enum House {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct SourceText: CustomStringConvertible {
    let target: String
    let path: String
    let lines: [String]
    var description: String { path }
  }

  /// Every Swift file below a folder of the project.
  static func files(below folder: String) -> [SourceText] {
    let start = root.appendingPathComponent(folder)
    let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    let urls = (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    return urls.sorted { $0.path < $1.path }.compactMap { url in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      let path = String(url.path.dropFirst(root.path.count + 1))
      let parts = path.split(separator: "/")
      return SourceText(
        target: parts.count > 1 ? String(parts[1]) : "", path: path, lines: text.components(separatedBy: "\n"))
    }
  }

  /// The modules that a file imports, with their lines.
  static func imports(of file: SourceText) -> [(module: String, line: Int)] {
    file.lines.enumerated().compactMap { index, line in
      var words = line.split(separator: " ")
      while let first = words.first, first.hasPrefix("@") || first == "package" || first == "public" {
        words.removeFirst()
      }
      guard words.first == "import", let last = words.last else { return nil }
      return (String(last.split(separator: ".")[0]), index + 1)
    }
  }
}

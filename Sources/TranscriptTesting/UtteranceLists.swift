import Foundation
import Vocabulary

/// Lists of utterances, as Botium has them: `greeting.utterances.txt` with a name in the first line and one text in each
/// line below it. A `#me` that is the name is played once with each text; a `#bot` line that is the name is any of them.
package enum UtteranceLists {
  package static let ending = ".utterances.txt"
  /// Texts of one list.
  static let most = 200

  /// Those in the folder of the file and in the folders that the path names above it.
  package static func near(_ file: String) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    var folder = (file as NSString).deletingLastPathComponent
    for _ in 0..<8 {
      for (name, texts) in inFolder(folder.isEmpty ? "." : folder) where lists[name] == nil { lists[name] = texts }
      guard !folder.isEmpty, folder != "/" else { break }
      folder = (folder as NSString).deletingLastPathComponent
    }
    return lists
  }

  private static func inFolder(_ folder: String) -> [(String, [String])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        data.count <= TranscriptFiles.mostBytes, let text = String(data: data, encoding: .utf8)
      else { return nil }
      return parse(text)
    }
  }

  package static func parse(_ text: String) -> (name: String, texts: [String])? {
    let lines = text.split(whereSeparator: \.isNewline).map { Blanks.single($0) }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") }
    guard let name = lines.first, lines.count > 1 else { return nil }
    return (name, Array(lines.dropFirst().prefix(most)))
  }
}

extension Transcript {
  /// The transcript once for each text of the longest list that it names; itself where it names none.
  package func variants(with lists: [String: [String]]) -> [Transcript] {
    guard !lists.isEmpty else { return [self] }
    var whole = self
    whole.sections = sections.map { $0.withAlternatives(lists) }
    let named = whole.sections.compactMap { section -> [String]? in
      if case .me(let text) = section.kind { return lists[text] }
      return nil
    }
    guard let count = named.map(\.count).max() else { return [whole] }
    return (0..<count).map { turn in
      let sections = whole.sections.map { section -> TranscriptSection in
        guard case .me(let text) = section.kind, let texts = lists[text] else { return section }
        return TranscriptSection(line: section.line, kind: .me(texts[turn % texts.count]))
      }
      let said = named[0][turn % named[0].count]
      return Transcript(name: "\(name) (\(said))", file: file, now: now, sections: sections)
    }
  }
}

extension TranscriptSection {
  fileprivate func withAlternatives(_ lists: [String: [String]]) -> TranscriptSection {
    guard case .bot(let lines, let asserters) = kind else { return self }
    let filled = lines.map { line in
      var line = line
      line.alternatives = lists[line.text] ?? []
      return line
    }
    return TranscriptSection(line: self.line, kind: .bot(filled, asserters))
  }
}

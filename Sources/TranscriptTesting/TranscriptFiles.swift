import Foundation
import Vocabulary

/// Finds and reads `.convo.txt` files.
package enum TranscriptFiles {
  package static let ending = ".convo.txt"
  /// Bytes of one transcript.
  package static let mostBytes = 1024 * 1024

  /// Every transcript at the paths, folders with all that is below them, in the order of their names.
  package static func find(_ paths: [String]) -> (files: [String], problems: [TranscriptProblem]) {
    var files: [String] = []
    var problems: [TranscriptProblem] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        problems.append(TranscriptProblem(file: path, line: 1, text: "There is no such file or folder."))
        continue
      }
      files += isFolder.boolValue ? below(path) : [path]
    }
    return (files, problems)
  }

  package static func read(_ files: [String]) -> (transcripts: [Transcript], problems: [TranscriptProblem]) {
    var transcripts: [Transcript] = []
    var problems: [TranscriptProblem] = []
    var known: [String: [String: [String]]] = [:]
    func lists(near file: String) -> [String: [String]] {
      let folder = (file as NSString).deletingLastPathComponent
      if let lists = known[folder] { return lists }
      let lists = UtteranceLists.near(file)
      known[folder] = lists
      return lists
    }
    for file in files {
      guard let text = text(of: file) else {
        problems.append(
          TranscriptProblem(file: file, line: 1, text: "It cannot be read as UTF-8 of at most \(mostBytes) bytes."))
        continue
      }
      let (transcript, found) = TranscriptParser.parse(text, file: file)
      problems += found
      if found.isEmpty, let transcript { transcripts += transcript.variants(with: lists(near: file)) }
    }
    return (transcripts, problems)
  }

  /// The text of one file; nothing where it is no UTF-8 or too large.
  package static func text(of file: String) -> String? {
    guard let data = FileManager.default.contents(atPath: file), data.count <= mostBytes else { return nil }
    return String(data: data, encoding: .utf8)
  }

  private static func below(_ folder: String) -> [String] {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(root)/\($0)" }
  }
}

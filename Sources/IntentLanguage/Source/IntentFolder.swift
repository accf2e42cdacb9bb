import Foundation
import Vocabulary

/// The folder that holds the author's files.
package enum IntentFolder {
  /// All `.yml` and `.yaml` files below the folder in the order of their paths, and what could not be read.
  /// Hidden files are passed over; links that lead out of the folder are refused.
  package static func read(_ directory: String) -> (files: [SourceFile], findings: [Finding]) {
    read(directory) { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
  }

  static func read(_ directory: String, where wanted: (String) -> Bool) -> (files: [SourceFile], findings: [Finding]) {
    let root = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    var walk = Walk(root: root)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isDirectory), isDirectory.boolValue else {
      return ([], [Finding(FileProblem.noFolder(directory), at: start(of: ""))])
    }
    walk.enter("", wanted, depth: 0)
    var findings = walk.findings
    let paths = walk.paths.sorted()
    if paths.count > Limits.intentFiles {
      findings.append(Finding(FileProblem.tooManyFiles(paths.count), at: start(of: paths[Limits.intentFiles])))
    }
    var files: [SourceFile] = []
    for path in paths.prefix(Limits.intentFiles) {
      switch text(of: root + "/" + path) {
      case .success(let text): files.append(SourceFile(path: path, text: text))
      case .failure(let problem): findings.append(Finding(problem.problem, at: problem.place(path)))
      }
    }
    return (files, findings)
  }

  /// The paths of the files that `read` reads, in order. The folder must be named without links.
  static func paths(below root: String) -> [String] {
    var walk = Walk(root: root)
    walk.enter("", { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }, depth: 0)
    return walk.paths.sorted()
  }

  static func start(of path: String) -> SourcePlace { SourcePlace(file: path, line: 1, column: 1) }

  private struct Unreadable: Error {
    let problem: FileProblem
    var line = 1
    var column = 1
    func place(_ path: String) -> SourcePlace { SourcePlace(file: path, line: line, column: column) }
  }

  private static func text(of path: String) -> Result<String, Unreadable> {
    guard let handle = FileHandle(forReadingAtPath: path) else { return .failure(Unreadable(problem: .cannotRead)) }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: Limits.intentFileBytes + 1) ?? Data() else {
      return .failure(Unreadable(problem: .cannotRead))
    }
    guard data.count <= Limits.intentFileBytes else { return .failure(Unreadable(problem: .tooLarge)) }
    if let text = String(validating: data, as: UTF8.self) { return .success(text) }
    let good = validPrefix(of: data)
    let lines = SourceLines.split(good)
    return .failure(
      Unreadable(problem: .notUTF8, line: lines.count, column: (lines.last?.count ?? 0) + 1))
  }

  /// The text up to the first byte that is no UTF-8.
  private static func validPrefix(of data: Data) -> String {
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var view = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { view.append(scalar) }
    return String(view)
  }
}

/// Collects paths, without following links out of the folder or round in circles.
private struct Walk {
  let root: String
  var paths: [String] = []
  var findings: [Finding] = []

  mutating func enter(_ folder: String, _ wanted: (String) -> Bool, depth: Int) {
    guard depth <= Limits.intentFileDepth else { return }
    let path = folder.isEmpty ? root : root + "/" + folder
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      findings.append(Finding(FileProblem.cannotRead, at: IntentFolder.start(of: folder)))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      take(folder.isEmpty ? name : folder + "/" + name, wanted, depth: depth)
    }
  }

  private mutating func take(_ relative: String, _ wanted: (String) -> Bool, depth: Int) {
    let path = root + "/" + relative
    let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    if kind == .typeSymbolicLink {
      takeLink(relative, wanted)
    } else if kind == .typeDirectory {
      enter(relative, wanted, depth: depth + 1)
    } else if wanted(relative) {
      if kind == .typeRegular {
        paths.append(relative)
      } else {
        findings.append(Finding(FileProblem.cannotRead, at: IntentFolder.start(of: relative)))
      }
    }
  }

  /// A link to a file inside the folder is that file, which is read anyway; all others are refused.
  private mutating func takeLink(_ relative: String, _ wanted: (String) -> Bool) {
    let target = URL(fileURLWithPath: root + "/" + relative).resolvingSymlinksInPath().path
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isDirectory)
    guard wanted(relative) || isDirectory.boolValue else { return }
    if exists, target.hasPrefix(root + "/"), !isDirectory.boolValue { return }
    findings.append(Finding(FileProblem.linkRefused, at: IntentFolder.start(of: relative)))
  }
}

import Foundation
import Glibc
import IntentLanguage
import Runtime

/// Remembers beside the store which files the checks found without an error, so that the next start need not prove the
/// same again. It may be deleted at any time: the files are checked anew then, as after each change of them or of this
/// program.
struct PassedCheck {
  private let path: String?
  private let digest: String

  init(_ files: [SourceFile], store: String) {
    path = store == ":memory:" ? nil : store + "-checked"
    let texts = files.sorted { $0.path < $1.path }.flatMap { file in
      // Lengths keep what is at the end of one text from counting for the beginning of the next.
      Array("\(file.path.utf8.count) \(file.text.utf8.count) \(file.path)\(file.text)".utf8)
    }
    digest = SHA256.digest(Array(PassedCheck.program.utf8) + texts).map { String($0, radix: 16) }.joined(separator: " ")
  }

  /// The same program found no error in the same files.
  var isKnown: Bool {
    guard let path, let handle = FileHandle(forReadingAtPath: path) else { return false }
    return (try? handle.read(upToCount: digest.utf8.count + 2)) == Data((digest + "\n").utf8)
  }

  /// Where it cannot be kept, the next start takes longer, nothing else.
  func keep() {
    guard let path else { return }
    try? Data((digest + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Other rules come with another program.
  private static var program: String {
    var facts = stat()
    guard stat("/proc/self/exe", &facts) == 0 else { return UUID().uuidString }
    return "\(facts.st_ino) \(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_mtim.tv_nsec) "
  }
}

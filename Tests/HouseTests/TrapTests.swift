import Foundation
import Testing

/// In Swift a trap ends every conversation of the process, so the words that trap are not used.
struct TrapTests {
  static let banned: [(word: String, instead: String)] = [
    ("try!", "handle the error"), ("as!", "use as? and say what to do otherwise"),
    ("fatalError(", "refuse with a reason"), ("preconditionFailure(", "refuse with a reason"),
    ("unowned ", "use weak or a value"), ("TODO", "file an issue"), ("FIXME", "file an issue"),
  ]

  @Test(arguments: House.files(below: "Sources"))
  func `nothing in the sources traps on purpose`(file: House.SourceText) {
    for (index, line) in file.lines.enumerated() {
      for (word, instead) in Self.banned where line.contains(word) {
        Issue.record("\(file.path):\(index + 1): \(word) is banned; \(instead)")
      }
    }
  }

  @Test(arguments: House.files(below: "Sources") + House.files(below: "Tests"))
  func `no file speaks of a machine`(file: House.SourceText) {
    let homes = ["/" + "root/", "/" + "work/", "/" + "home/"]
    for (index, line) in file.lines.enumerated() where homes.contains(where: { line.contains($0) }) {
      Issue.record("\(file.path):\(index + 1): a path of one machine")
    }
  }
}

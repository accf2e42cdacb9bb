import Foundation
import Glibc
import Vocabulary

/// How the author's files stand: the same as before only where none of them was written, renamed, added or removed.
package struct FolderStamp: Hashable, Sendable {
  private struct File: Hashable, Sendable {
    let path: String
    let inode: UInt
    let bytes: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private let files: [File]

  /// Looks at the names and times of files, not into them.
  package static func read(_ directory: String) -> FolderStamp {
    let root = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    let files = IntentFolder.paths(below: root).map { path -> File in
      var facts = stat()
      guard stat(root + "/" + path, &facts) == 0 else {
        return File(path: path, inode: 0, bytes: 0, seconds: 0, nanoseconds: 0)
      }
      return File(
        path: path, inode: UInt(facts.st_ino), bytes: Int(facts.st_size), seconds: facts.st_mtim.tv_sec,
        nanoseconds: facts.st_mtim.tv_nsec)
    }
    return FolderStamp(files: files)
  }
}

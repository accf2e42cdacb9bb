import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `Reading the folder` {
  @Test func `files are read in the order of their paths, hidden and other files are passed over`() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("cards/old"), withIntermediateDirectories: true)
      for name in ["b.yml", "a.yaml", "cards/c.yml", "cards/old/d.yml", ".hidden.yml", "notes.txt"] {
        try Data("# \(name)".utf8).write(to: folder.appendingPathComponent(name))
      }
      let (files, findings) = IntentFolder.read(folder.path)
      #expect(files.map(\.path) == ["a.yaml", "b.yml", "cards/c.yml", "cards/old/d.yml"])
      #expect(files.map(\.text) == ["# a.yaml", "# b.yml", "# cards/c.yml", "# cards/old/d.yml"])
      #expect(findings.isEmpty)
    }
  }

  @Test func `what is no UTF-8 is refused at the byte where it stops being UTF-8`() throws {
    try withFolder { folder in
      try Data(Array("one\ntw".utf8) + [0xFF, 0x41]).write(to: folder.appendingPathComponent("a.yml"))
      let (files, findings) = IntentFolder.read(folder.path)
      #expect(files.isEmpty)
      #expect(findings.map(\.description) == ["a.yml:2:3: error: this is not UTF-8 text from here on [not-utf8]"])
    }
  }

  @Test func `a file above the bound is refused, one at the bound is read`() throws {
    try withFolder { folder in
      let line = Array("# a line that takes thirty-two b\n".utf8)
      let bytes = Array(repeating: line, count: 8_000).flatMap { $0 }
      try Data(bytes.prefix(Limits.intentFileBytes)).write(to: folder.appendingPathComponent("a.yml"))
      try Data(bytes.prefix(Limits.intentFileBytes + 1)).write(to: folder.appendingPathComponent("b.yml"))
      let (files, findings) = IntentFolder.read(folder.path)
      #expect(files.map(\.path) == ["a.yml"])
      #expect(findings.map { "\($0.place.file) \($0.code)" } == ["b.yml file-too-large"])
    }
  }

  @Test func `links out of the folder and to folders are refused, links inside are the file itself`() throws {
    try withFolder { outside in
      try withFolder { folder in
        let manager = FileManager.default
        try Data("x".utf8).write(to: outside.appendingPathComponent("out.yml"))
        try Data("y".utf8).write(to: folder.appendingPathComponent("in.yml"))
        let links = [("out.yml", outside.appendingPathComponent("out.yml").path), ("dir", outside.path)]
        for (name, target) in links + [("loop", folder.path), ("same.yml", "in.yml"), ("gone.yml", "nowhere.yml")] {
          try manager.createSymbolicLink(
            atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
        }
        let (files, findings) = IntentFolder.read(folder.path)
        #expect(files.map(\.path) == ["in.yml"])
        #expect(findings.map(\.place.file).sorted() == ["dir", "gone.yml", "loop", "out.yml"])
        #expect(findings.allSatisfy { $0.code == "link-refused" })
      }
    }
  }

  @Test func `a folder that is not there is an error`() {
    let (files, findings) = IntentFolder.read("/nowhere/at/all")
    #expect(files.isEmpty)
    #expect(findings.map(\.code) == ["cannot-read"])
  }

  @Test func `no files at all are an error`() {
    let (playbook, findings) = PlaybookLoader.load([])
    #expect(playbook == nil)
    #expect(findings.map(\.code) == ["no-files"])
  }

  @Test func `transcripts name intents, and none are asked for where there is no folder`() throws {
    #expect(TranscriptIndex.read("/nowhere/at/all") == nil)
    try withFolder { folder in
      try Data("Name\n\n#me\nhi\n\n#bot\nINTENT lost_card\n".utf8).write(
        to: folder.appendingPathComponent("a.convo.txt"))
      try Data("INTENT other\n".utf8).write(to: folder.appendingPathComponent("a.txt"))
      #expect(TranscriptIndex.read(folder.path)?.intents == ["lost_card"])
    }
  }
}

import Foundation
import Testing

@testable import Pages

struct WidgetTests {
  private let source: String

  init() throws {
    source = String(decoding: try #require(PageFile.at(path: "/widget.js")).bytes, as: UTF8.self)
  }

  @Test func `the widget is at most 15 kB on the wire`() throws {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-9", "-c"]
    let (input, output) = (Pipe(), Pipe())
    gzip.standardInput = input
    gzip.standardOutput = output
    try gzip.run()
    input.fileHandleForWriting.write(Data(source.utf8))
    try input.fileHandleForWriting.close()
    let size = output.fileHandleForReading.readDataToEndOfFile().count
    gzip.waitUntilExit()
    #expect(gzip.terminationStatus == 0)
    #expect((1_000...15_000).contains(size), "\(size) bytes")
  }

  @Test(arguments: [
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", ".style.",
  ])
  func `nothing of it needs what a strict page forbids`(banned: String) {
    #expect(!source.contains(banned))
  }

  @Test func `it loads nothing from anybody else`() {
    let addresses = source.matches(of: /https?:\/\/[a-z0-9.]+/).map { String($0.output) }
    // The first is the example in the head of the file, the other names the SVG format.
    #expect(Set(addresses) == ["https://chat.example", "http://www.w3.org"])
    #expect(!source.contains("import "))
  }

  @Test func `every text is there in every language`() throws {
    let used = Set(source.matches(of: /(?:this\.text\.|[^.]text\.|#say\(")(\w+)/).map { String($0.output.1) })
      .subtracting(["replace", "length"])
    let tables = source.matches(of: /(?m)^  (\w\w): \{\n((?:    .*\n)+)  \},/)
    #expect(Set(tables.map { String($0.output.1) }) == ["en", "de"])
    for table in tables {
      let keys = Set(table.output.2.matches(of: /(\w+): "/).map { String($0.output.1) })
      #expect(used.subtracting(keys) == [], "in \(table.output.1)")
    }
    #expect(used.count > 20)
  }
}

struct PageFileTests {
  @Test(arguments: PageFile.paths)
  func `every file of the demo page is served`(path: String) throws {
    #expect(try #require(PageFile.at(path: path)).bytes.isEmpty == false)
  }

  @Test(arguments: ["", "/index.html/..", "/../Package.swift", "/widget.js/"])
  func `nothing else is`(path: String) {
    #expect(PageFile.at(path: path) == nil)
  }
}

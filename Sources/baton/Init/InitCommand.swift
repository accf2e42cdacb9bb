import ArgumentParser
import Foundation
import Gateways

/// Makes a playbook to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new playbook that passes `check` and `test`.",
    discussion: "Nothing that is there is written over.")

  @Argument(help: "The folder; default: this one.") var folder = "."

  func run() throws {
    let files = Starter.files
    let paths = files.map { (folder as NSString).appendingPathComponent($0.path) }
    let taken = (["Intents", "Transcripts"].map { (folder as NSString).appendingPathComponent($0) } + paths)
      .filter { FileManager.default.fileExists(atPath: $0) }
    guard taken.isEmpty else {
      throw Complaint(
        "\(taken[0]) is there already, so nothing was written.",
        remedy: "Name a folder without a playbook: baton init FOLDER", code: .inputOutput
      ).told()
    }
    for (path, file) in zip(paths, files) { try write(file.text, to: path) }
    for path in paths { try DescriptorSink.output.write(path + "\n") }
    let move = folder == "." ? "" : "cd \(folder), then "
    try DescriptorSink.errors.write("Next: \(move)`baton check`, `baton test` and `baton chat`.\n")
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Complaint("\(path) cannot be written.", remedy: "Name a folder that you may write.", code: .inputOutput)
        .told()
    }
  }
}

import ArgumentParser
import Dialogue
import Foundation
import Gateways
import Glibc
import Runtime
import Storage
import TranscriptTesting
import Vocabulary

/// A file that a conversation is written to when it ends.
struct Recording {
  private let path: String

  /// Makes the file, so that it is known before the first word whether it can be written. One that is there is never
  /// written over: somebody may have made a test of it.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let why = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
      throw Complaint(
        "\(path) cannot be recorded to: \(why).", remedy: "Name another file with --record.", code: .inputOutput
      ).told()
    }
    close(descriptor)
  }

  /// Writes the whole thread of that address, from its first line on.
  func write(_ address: Address, in house: House, store: String) async throws {
    do throws(StoreError) {
      let thread = try await house.switchboard.look(at: .address(address)).thread
      let record = try await house.store.record(of: thread)
      let text = record.map { RecordedConvo.text(name: name(of: $0), $0, engine: house.engines.engine) } ?? ""
      save(TerminalText.clean(text))
    } catch {
      throw Complaint(error, store: store).told()
    }
  }

  private func save(_ text: String) {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      _ = Complaint("\(path) cannot be written.", remedy: "The conversation is in the store.", code: .inputOutput)
        .told()
    }
  }

  /// What the customer said first.
  private func name(of record: ThreadRecord) -> String {
    let first = record.entries.first { $0.from == .customer }?.text ?? ""
    let words = first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 80 ? words : words.prefix(79) + "…"
  }
}

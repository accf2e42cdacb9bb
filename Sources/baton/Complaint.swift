import ArgumentParser
import Gateways
import Storage

/// Why a command ends early: what is wrong, where, why, and what to do.
struct Complaint: Error {
  let what: String
  let remedy: String
  let code: ExitCode

  init(_ what: String, remedy: String, code: ExitCode) {
    self.what = what
    self.remedy = remedy
    self.code = code
  }

  /// Prints it. The code is to be thrown.
  func told() -> ExitCode {
    try? DescriptorSink.errors.write("baton: \(what)\n\(remedy.isEmpty ? "" : "  \(remedy)\n")")
    return code
  }
}

extension Complaint {
  init(_ error: StoreError, store path: String) {
    switch error {
    case .conflict:
      self.init(
        "the store \(path) is busy: others were faster, again and again.",
        remedy: "Nothing of the last line was stored. Send it again.", code: .unavailable)
    case .unknown:
      self.init("the store \(path) has no such conversation or case.", remedy: "", code: .unavailable)
    case .full:
      self.init(
        "the disk of the store \(path) is full.",
        remedy: "Everything that was answered is safe; the last line is not stored. Make room and send it again.",
        code: .inputOutput)
    case .unavailable(let why):
      self.init(
        "the store \(path) cannot be used: \(why).",
        remedy: "Check that the folder is there and may be written, or name another file with --store.",
        code: .unavailable)
    case .notAStore(let why):
      self.init(
        "the store \(path) cannot be used: \(why).",
        remedy: "Name another file with --store; a new one is made by itself.", code: .badData)
    case .readOnly:
      self.init(
        "the store \(path) may not be written.",
        remedy: "Give this user the right to write the file and its folder, or name another file with --store.",
        code: .inputOutput)
    }
  }
}

import ArgumentParser
import Glibc

/// What the exit code says. 64, a wrong call, comes from ArgumentParser.
extension ExitCode {
  /// An error in an author's file, or a failed test.
  static let findings = ExitCode(1)
  /// What came in is not what it should be.
  static let badData = ExitCode(EX_DATAERR)
  /// Somebody else has to be ready first, or refused.
  static let unavailable = ExitCode(EX_UNAVAILABLE)
  /// A disk or a pipe failed.
  static let inputOutput = ExitCode(EX_IOERR)
  /// The playbook or a setting cannot be used.
  static let configuration = ExitCode(EX_CONFIG)
}

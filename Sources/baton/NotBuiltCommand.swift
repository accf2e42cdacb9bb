import ArgumentParser

/// Commands that the contract names and this version does not have yet. They take anything and say so, instead of calling
/// their own name an unexpected argument.
enum NotBuilt {
  struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "eval", abstract: "Measure understanding. Not built in this version.")
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
    func run() throws { throw NotBuilt.told("eval", instead: "`baton explain` shows how one line is read.") }
  }

  private static func told(_ name: String, instead: String) -> ExitCode {
    Complaint("`\(name)` is not built in this version.", remedy: instead, code: .unavailable).told()
  }
}

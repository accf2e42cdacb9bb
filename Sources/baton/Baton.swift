import ArgumentParser
import IntentLanguage

/// The program. One file per command.
@main
struct Baton: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton",
    abstract: "A rule-driven chatbot engine that always hands over to people.",
    version: "0.1.0",
    subcommands: [
      ChatCommand.self, DeskCommand.self, ServeCommand.self, CheckCommand.self, TestCommand.self,
      ReplayCommand.self, ExplainCommand.self, EvalCommand.self, SchemaCommand.self, InitCommand.self,
      CaseCommand.self,
    ])

  static func main() async {
    if let word = CommandLine.arguments.dropFirst().first, !isKnown(word) { exit(withError: unknown(word)) }
    await main(nil)
  }

  /// Options and the parser's own `help` go their usual way.
  private static func isKnown(_ word: String) -> Bool {
    word.hasPrefix("-") || word == "help" || names.contains(word)
  }

  private static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  private static func unknown(_ word: String) -> ExitCode {
    let nearest = NearestName.to(word, among: names).map { "Did you mean `baton \($0)`? " } ?? ""
    return Complaint(
      "there is no command \"\(word)\".", remedy: nearest + "`baton --help` lists the commands.",
      code: .validationFailure
    ).told()
  }
}

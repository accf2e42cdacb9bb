import ArgumentParser

/// The program. One file per command.
@main
struct Baton: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton",
    abstract: "A rule-driven chatbot engine that always hands over to people.",
    version: "0.1.0",
    subcommands: [
      ChatCommand.self, DeskCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self, CaseCommand.self,
    ])
}

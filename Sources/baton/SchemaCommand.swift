import ArgumentParser
import Gateways
import IntentLanguage

/// Prints what editors need to complete and check an author's files while they are written.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the intents, for editors.",
    discussion: """
      Put it beside the intents, with `baton schema > Intents/\(IntentSchema.fileName)`, and begin each file with \
      `# yaml-language-server: $schema=\(IntentSchema.fileName)`.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws { try DescriptorSink.output.write(IntentSchema.json) }
}

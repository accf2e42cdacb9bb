import ArgumentParser
import Desk
import Dialogue
import Gateways
import Runtime
import Storage
import TranscriptTesting
import Vocabulary

/// Cases for other programs and for tests.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Show and export cases.", subcommands: [Show.self, Export.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A case with everything that is known of it.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode

    func run() async throws {
      try await CaseCommand.print(code.code, as: options.common.json ? .json : .text, options)
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A case as JSON, as a transcript that is a test, or as text.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Option(help: "json, convo or text.") var format: Format = .json

    func run() async throws { try await CaseCommand.print(code.code, as: format, options) }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, convo, text }

  private static func print(_ code: CaseCode, as format: Format, _ options: DeskOptions) async throws {
    let (house, _) = try await options.desk()
    try await options.complaining {
      guard let file = try await house.store.file(of: code) else { throw try options.refuse(code, .unknown) }
      switch format {
      case .json: try options.put(json: CaseDocument(of: file, playbook: house.playbook))
      case .text: try CasePage(playbook: house.playbook).page(file).forEach(options.put)
      case .convo:
        let briefing = CaseDocument(of: file, playbook: house.playbook).briefing
        guard let record = try await house.store.record(of: file.theCase.thread) else {
          throw try options.refuse(code, .unknown)
        }
        let convo = RecordedConvo.text(name: briefing.lines.first ?? "", record, engine: house.engines.engine)
        try DescriptorSink.output.write(TerminalText.clean(convo))
      }
    }
  }
}

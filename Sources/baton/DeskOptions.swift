import ArgumentParser
import Desk
import Dialogue
import Gateways
import Glibc
import Runtime
import Storage
import Vocabulary

/// What all verbs of the desk take.
struct DeskOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Option(name: .customLong("as"), help: ArgumentHelp("Who is at the desk.", valueName: "agent"))
  var name: String = CommonOptions.loginName

  @Option(
    help: ArgumentHelp("What this agent can do: cases of queues that want more are not listed.", valueName: "a,b"),
    transform: { $0.split(separator: ",").map { $0.filter { $0 != " " } } })
  var skills: [String]?

  @Flag(help: "This agent has the right to see what is hidden.")
  var seesSensitive = false

  var rights: DeskRights { DeskRights(skills: skills.map(Set.init), seesSensitive: seesSensitive) }

  func validate() throws {
    guard (skills ?? []).count <= Limits.skills else {
      throw ValidationError("--skills takes at most \(Limits.skills) words.")
    }
    guard !name.isEmpty, name.unicodeScalars.count <= Limits.keyScalars,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == " " })
    else {
      throw ValidationError("--as takes 1 to \(Limits.keyScalars) characters without blanks.")
    }
  }

  var agent: AgentID { AgentID(name) }

  /// The desk over the opened playbook and store.
  func desk(lasts: Bool = false) async throws -> (house: House, desk: DeskHouse) {
    signal(SIGPIPE, SIG_IGN)
    let house = try await Opening(common).house(lasts: lasts)
    let switchboard = house.switchboard
    let desk = DeskHouse(playbook: house.playbook, store: house.store, clock: house.clock) {
      agent, code, move throws(SwitchboardError) in try await switchboard.act(agent, on: code, move)
    }
    // A desk may be the only process there is: it says that this agent is here, and takes cases back from who is not.
    try? await house.store.noteAgent(agent, skills: rights.skills, at: house.clock.now())
    await house.timers.fireAll()
    return (house, desk)
  }

  /// Runs the work and turns what fails into a complaint and its exit code.
  func complaining<Result>(_ work: () async throws -> Result) async throws -> Result {
    do { return try await work() } catch let error as StoreError {
      throw Complaint(error, store: common.store).told()
    } catch let error as OutputError {
      throw Complaint(
        "the output cannot be written: \(String(cString: strerror(error.code))).", remedy: "", code: .inputOutput
      ).told()
    }
  }

  func put(_ line: String) throws { try DescriptorSink.output.write(line + "\n") }
  func put(json value: some Encodable) throws { try DescriptorSink.output.write(JSONLine.text(value) + "\n") }

  /// Prints why it was refused, as JSON or as a sentence, and gives the exit code.
  func refuse(_ code: CaseCode, _ refusal: Refusal) throws -> ExitCode {
    let refused = RefusedVerb(code, refusal)
    if common.json { try put(json: refused) } else { try DescriptorSink.errors.write("baton: \(refused.sentence)\n") }
    return .unavailable
  }
}

/// Reads a code as people type it.
struct TypedCode: ExpressibleByArgument {
  let code: CaseCode
  init?(argument: String) {
    // A word that cannot be a code is the code of no case: it is refused as unknown, like one that nobody has.
    guard !argument.isEmpty, argument.unicodeScalars.count <= Limits.keyScalars else { return nil }
    code = CaseCode(typed: argument) ?? CaseCode(argument)
  }
}

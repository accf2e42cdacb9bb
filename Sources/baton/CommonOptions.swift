import ArgumentParser
import Glibc
import Runtime
import Vocabulary

/// What all commands take.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder of intents.", valueName: "dir"))
  var intents = CommonOptions.usualIntents

  @Option(name: .long, help: ArgumentHelp("The file that keeps everything, or :memory:.", valueName: "path"))
  var store = CommonOptions.usualStore

  @Flag(name: .long, help: "Speak JSON, one object a line.")
  var json = false

  @Option(
    name: .long, help: ArgumentHelp("Hold the clock at this moment.", valueName: "iso8601"),
    transform: Moment.init(argument:))
  var now: Moment?

  static let usualIntents = "Intents"
  static let usualStore = "baton.sqlite"

  /// The machine's clock, or one that stands at `--now`; without an offset that is on the playbook's wall.
  func clock(in zone: Zone) -> any WallClock {
    now.map { FixedClock($0.timestamp(in: zone)) } ?? SystemClock()
  }

  /// Colour only on a terminal and never with `NO_COLOR`.
  static func mayColour(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// The login name, which is the customer's and the agent's name where none is given.
  static var loginName: String {
    for variable in ["LOGNAME", "USER"] {
      if let value = getenv(variable), let name = String(validatingCString: value), !name.isEmpty { return name }
    }
    guard let entry = getpwuid(getuid()), let name = String(validatingCString: entry.pointee.pw_name) else {
      return "me"
    }
    return name
  }
}

/// A moment on the command line: `2026-11-22`, `2026-11-22T09:30`, with seconds, with `Z` or an offset; without one, on
/// the wall of the playbook's zone.
struct Moment: Sendable {
  private let civil: CivilDateTime
  private let milliseconds: Int
  /// Seconds before UTC, where the text says so.
  private let offset: Int?

  func timestamp(in zone: Zone) -> Timestamp {
    let start =
      offset.map { Timestamp(milliseconds: (civil.secondsSince1970 - Int64($0)) * 1000) } ?? zone.moment(civil)
    return start.adding(milliseconds: Int64(milliseconds))
  }

  init(argument: String) throws {
    guard let moment = Moment(argument) else {
      throw ValidationError("'\(argument)' is no moment. Write it as 2026-11-22T09:30:00Z.")
    }
    self = moment
  }

  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let date = CivilDate(iso: String(first)) else { return nil }
    let clock = parts.count == 2 ? Self.clock(parts[1]) : (seconds: 0, milliseconds: 0, offset: nil)
    guard let clock else { return nil }
    civil = CivilDateTime(date, TimeOfDay(secondsOfDay: clock.seconds))
    (milliseconds, offset) = (clock.milliseconds, clock.offset)
  }

  private static func clock(_ text: Substring) -> (seconds: Int, milliseconds: Int, offset: Int?)? {
    guard let cut = text.firstIndex(where: { "Z+-".contains($0) }) else { return time(text, offset: nil) }
    let zone = text[cut...]
    if zone == "Z" { return time(text[..<cut], offset: 0) }
    let digits = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard digits.count == 2, let hours = digits[0], let minutes = digits[1], (0...15).contains(hours),
      (0...59).contains(minutes)
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return time(text[..<cut], offset: zone.first == "-" ? -offset : offset)
  }

  private static func time(_ text: Substring, offset: Int?) -> (seconds: Int, milliseconds: Int, offset: Int?)? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = (halves.first ?? "").split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(fields.count), let hour = fields[0], let minute = fields[1],
      let second = fields.count == 3 ? fields[2] : 0,
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    guard halves.count == 2 else { return (time.secondsOfDay, 0, offset) }
    guard let fraction = Double("0.\(halves[1])"), (0..<1).contains(fraction) else { return nil }
    return (time.secondsOfDay, Int(fraction * 1000), offset)
  }
}

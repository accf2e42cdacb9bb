import Vocabulary

/// What is wrong with the queues, where cases wait for people.
enum QueueProblem: Problem {
  case none
  case noDefault([String])
  case neverOpens(String)
  case overflowCycle([String])
  case noZone(String)
  case dayTwice(String)

  var code: FindingCode {
    switch self {
    case .none: .noQueue
    case .noDefault: .noDefaultQueue
    case .neverOpens: .queueNeverOpens
    case .overflowCycle: .overflowCycle
    case .noZone: .noZone
    case .dayTwice: .badValue
    }
  }

  var prose: Prose {
    switch self {
    case .none:
      Prose(
        "there is no queue, so no customer could ever reach a person",
        "Add one:  queues: { team: { title: Our team } }")
    case .noDefault(let names):
      Prose(
        "nothing says which queue takes a case that no rule sends anywhere",
        "Add to the settings:  default_queue: \(names.first ?? "team")  (there is: \(Phrase.list(names.sorted())))")
    case .neverOpens(let name):
      Prose(
        "the queue \"\(name)\" never opens",
        "Everyone who is sent there is told that nobody is on duty. Write hours, or delete the line to be always open.")
    case .overflowCycle(let names):
      Prose(
        "these queues overflow into each other: \(names.joined(separator: ", then "))",
        "A case would go round for ever. Let the last one keep what it has.")
    case .noZone(let name):
      Prose(
        "nothing says by which clock the queue \"\(name)\" is open",
        "Without a zone the hours are those of UTC. Add to the settings:  zone: Europe/Ljubljana  (or where your people are)"
      )
    case .dayTwice(let day):
      Prose("\"hours\" names \(day) twice", "Write all times of a day in one place: [08:00-12:00, 13:00-18:00].")
    }
  }
}

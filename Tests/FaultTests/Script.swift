import Chances

/// What one customer is going to say. No two lines are the same, so that a lost and a doubled one can be told apart.
struct Script: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case say(String)
    case human
  }

  let steps: [Step]

  static let details = ["red", "blue", "green", "white", "black", "brown", "pink", "grey"]
  static let subjects = ["plate", "badge", "locker", "parcel", "meter", "ticket"]
  private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// Every subject with both answers right behind it, times of opening between them, and late in the talk a person.
  init(_ chance: inout SplitMix) {
    var numbers: Set<Int> = []
    while numbers.count < Self.subjects.count { numbers.insert(Int.random(in: 1_000...9_999, using: &chance)) }
    var parts = zip(Self.subjects, numbers.sorted()).map { subject, number in
      [
        Step.say("something about my \(subject)"), .say("\(number)"),
        .say("\(Int.random(in: 100_000...999_999, using: &chance))"),
      ]
    }
    parts += Self.days.map { [.say("when are you open on \($0)")] }
    parts.shuffle(using: &chance)
    var steps = parts.flatMap { $0 }
    steps.insert(.human, at: Int.random(in: (steps.count / 2)...steps.count, using: &chance))
    steps += ["first", "second", "third"].map { .say("here is my \($0) remark for the file") }
    self.steps = steps
  }

  /// One that begins with a matter and answers no question.
  static let silent = Script(steps: [.say("something about my plate")])

  private init(steps: [Step]) { self.steps = steps }

  static func cid(_ index: Int) -> String { "line-\(index)" }

  func frame(_ index: Int) -> String {
    switch steps[index] {
    case .say(let text): #"{"type":"say","cid":"\#(Self.cid(index))","text":"\#(text)"}"#
    case .human: #"{"type":"human","cid":"\#(Self.cid(index))"}"#
    }
  }

  /// Small, so that a killed program is back soon.
  static var playbook: String {
    let intents = subjects.map { subject in
      """
        about_\(subject):
          utterances: [something about my \(subject)]
          needs: [\(subject)_number, \(subject)_key]
          answer: Thank you, the \(subject) is noted.
          settled: assumed
      """
    }
    let slots = subjects.map { subject in
      """
        \(subject)_number: { type: digits, length: 4, ask: Which four digits stand on the \(subject)? }
        \(subject)_key: { type: digits, length: 6, ask: And the six digits on the back of the \(subject)? }
      """
    }
    return """
      settings: { name: Testbank, default_queue: front, idle_after: 30 minutes }
      queues:
        front: { title: Front desk }
      intents:
        opening_times:
          utterances: ["when are you open on (\(days.joined(separator: "|")))"]
          answer: From eight to four.
          settled: assumed
        details:
          utterances:
            [\(details.map { "'my \($0) detail is {\($0)_detail}'" }.joined(separator: ", "))]
          answer: Noted.
          settled: assumed
      \(intents.joined(separator: "\n"))
      slots:
      \(slots.joined(separator: "\n"))
      \(details.map { "  \($0)_detail: { type: digits, length: 5 }" }.joined(separator: "\n"))

      """
  }
}

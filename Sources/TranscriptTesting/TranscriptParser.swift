import Desk
import Vocabulary

/// Reads `.convo.txt` files: the name, then `#me`, `#bot`, `#agent`, `#wait 2h` and `#lookup NAME`, each with its lines. A
/// line that begins with `//` is a remark; one that begins with `\\` is text, whatever stands behind it.
package enum TranscriptParser {
  /// The transcript with everything that is wrong with it; nothing where no name could be read.
  package static func parse(_ text: String, file: String) -> (transcript: Transcript?, problems: [TranscriptProblem]) {
    var reader = Reader(lines: lines(of: text), file: file)
    return reader.run()
  }

  /// Without a byte order mark, with LF or CRLF.
  private static func lines(of text: String) -> [String] {
    let unmarked = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    return unmarked.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      let text = trimmed(line)
      return text.hasPrefix("//") ? "" : text
    }
  }

  /// Without the backslash that says: this is text.
  private static func unescaped(_ line: String) -> String { line.first == "\\" ? String(line.dropFirst()) : line }

  /// As it has to be written so that it is read as text.
  package static func escaped(_ line: String) -> String {
    let isText =
      !line.isEmpty && line.first != " " && line.first != "\t" && !beginsSection(line) && !line.hasPrefix("//")
      && !"\\!?".contains(line.first ?? " ")
    guard isText, case .text = AsserterParser.read(line, afterAsserters: false) else { return "\\" + line }
    return line
  }

  private static func trimmed(_ line: Substring) -> String {
    var view = line.drop { $0 == " " || $0 == "\t" }
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return String(view)
  }

  /// `#` and a letter; what customers type, as `###`, is text.
  private static func beginsSection(_ line: String) -> Bool {
    line.first == "#" && line.dropFirst().first?.isLetter == true
  }

  /// `!` before a text: it must not be said; `?`: it may be.
  private static func textLine(_ line: String, _ number: Int) -> TranscriptLine {
    let text = line.dropFirst().drop { $0 == " " }
    switch line.first {
    case "!" where !text.isEmpty: return TranscriptLine(line: number, text: String(text), form: .notSaid)
    case "?" where !text.isEmpty: return TranscriptLine(line: number, text: String(text), form: .optional)
    default: return TranscriptLine(line: number, text: line)
    }
  }

  private struct Reader {
    let lines: [String]
    let file: String
    var problems: [TranscriptProblem] = []

    mutating func run() -> (Transcript?, [TranscriptProblem]) {
      guard let nameAt = lines.firstIndex(where: { !$0.isEmpty }), !TranscriptParser.beginsSection(lines[nameAt]) else {
        blame(1, "A transcript begins with a line that is its name.")
        return (nil, problems)
      }
      let body = lines.indices.dropFirst(nameAt + 1)
      let start = body.first { TranscriptParser.beginsSection(lines[$0]) } ?? lines.endIndex
      let now = header(nameAt + 1..<start)
      var sections: [TranscriptSection] = []
      var at = start
      while at < lines.endIndex {
        let end = lines.indices.dropFirst(at + 1).first { TranscriptParser.beginsSection(lines[$0]) } ?? lines.endIndex
        if let kind = section(at, at + 1..<end) { sections.append(TranscriptSection(line: at + 1, kind: kind)) }
        at = end
      }
      if sections.isEmpty, problems.isEmpty { blame(nameAt + 1, "There is no section: begin one with #me.") }
      return (Transcript(name: lines[nameAt], file: file, now: now, sections: sections), problems)
    }

    private mutating func blame(_ line: Int, _ text: String) {
      problems.append(TranscriptProblem(file: file, line: line, text: text))
    }

    private mutating func header(_ range: Range<Int>) -> CivilDateTime? {
      var now: CivilDateTime?
      for at in range where !lines[at].isEmpty {
        guard lines[at].hasPrefix("NOW ") else {
          blame(at + 1, "Between the name and the first section only NOW may stand.")
          continue
        }
        now = CivilDateTime(iso: String(lines[at].dropFirst(4)))
        if now == nil { blame(at + 1, "NOW wants a date and a time, as in NOW 2026-11-20T20:00.") }
      }
      return now
    }

    private mutating func section(_ at: Int, _ body: Range<Int>) -> TranscriptSection.Kind? {
      let words = lines[at].dropFirst().split(separator: " ")
      switch words.first.map(String.init) {
      case "me": return me(at, body)
      case "bot": return bot(body)
      case "agent": return agent(body)
      case "wait":
        noLines(body, of: "#wait")
        if let time = ClockSpan.milliseconds(words.dropFirst().joined(separator: " ")) {
          return .wait(milliseconds: time)
        }
        blame(at + 1, "#wait wants a time, as in #wait 2h.")
      case "lookup": return lookup(at, words.dropFirst().map(String.init), body)
      default: blame(at + 1, "There is no section \"\(lines[at])\": a section is #me, #bot, #agent, #wait or #lookup.")
      }
      return nil
    }

    private mutating func me(_ at: Int, _ body: Range<Int>) -> TranscriptSection.Kind? {
      let text = body.map { lines[$0] }.filter { !$0.isEmpty }.map(TranscriptParser.unescaped).joined(separator: "\n")
      if text.isEmpty { blame(at + 1, "#me says nothing.") }
      return text.isEmpty ? nil : .me(text)
    }

    private mutating func bot(_ body: Range<Int>) -> TranscriptSection.Kind {
      var said: [TranscriptLine] = []
      var asserters: [PlacedAsserter] = []
      for at in body where !lines[at].isEmpty {
        if asserters.isEmpty, lines[at].first == "\\" {
          said.append(TranscriptLine(line: at + 1, text: TranscriptParser.unescaped(lines[at])))
          continue
        }
        switch AsserterParser.read(lines[at], afterAsserters: !asserters.isEmpty) {
        case .text: said.append(TranscriptParser.textLine(lines[at], at + 1))
        case .asserter(let asserter, let isNot):
          asserters.append(PlacedAsserter(line: at + 1, asserter: asserter, isNot: isNot))
        case .problem(let text): blame(at + 1, text)
        }
      }
      return .bot(said, asserters)
    }

    private mutating func agent(_ body: Range<Int>) -> TranscriptSection.Kind {
      var agent: AgentID = "ana"
      var verbs: [AgentLine] = []
      for at in body where !lines[at].isEmpty {
        if lines[at].hasPrefix("AS ") {
          agent = AgentID(String(lines[at].dropFirst(3)))
          continue
        }
        do {
          _ = try DeskVerb.parse(lines[at], current: "222222")
          verbs.append(AgentLine(line: at + 1, agent: agent, text: lines[at]))
        } catch {
          blame(at + 1, error.sentence)
        }
      }
      return .agent(verbs)
    }

    private mutating func lookup(_ at: Int, _ names: [String], _ body: Range<Int>) -> TranscriptSection.Kind? {
      let text = body.map { lines[$0] }.filter { !$0.isEmpty }.joined(separator: "\n")
      guard names.count == 1, let name = names.first else {
        blame(at + 1, "#lookup wants the name of one lookup, as in #lookup order_state.")
        return nil
      }
      if let standIn = StandIn(text) { return .lookup(LookupID(name), standIn) }
      blame(at + 1, "#lookup wants a flat JSON object, \"fails\" or \"late\", with \"after 2s\" before it if you like.")
      return nil
    }

    private mutating func noLines(_ body: Range<Int>, of section: String) {
      if let at = body.first(where: { !lines[$0].isEmpty }) { blame(at + 1, "\(section) has no lines of its own.") }
    }
  }
}

extension CivilDateTime {
  /// Reads `2026-11-20T20:00`, with seconds or without.
  package init?(iso text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CivilDate(iso: String(halves[0])) else { return nil }
    let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false).map { $0.count == 2 ? Int($0) : nil }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1],
      let time = TimeOfDay(hour: hour, minute: minute, second: parts.count == 3 ? parts[2] ?? -1 : 0)
    else { return nil }
    self.init(date, time)
  }
}

import Playbooks
import Vocabulary

/// Phrases behind one automaton, found anywhere in a line. Lists of words that many phrases share stand behind one of
/// their own, so that each list is kept once and not once for every phrase.
final class PhraseBook<Meaning: Sendable>: Sendable {
  private let automaton: Automaton
  private let meanings: [Meaning]
  private let lists: Automaton?

  struct Found {
    let meaning: Meaning
    let range: Range<Int>
  }

  /// Each table holds one phrase a line, and so does each list.
  init(
    _ tables: [(meaning: Meaning, phrases: String)], lists: [String: String] = [:], lexicon: Lexicon = .english
  ) {
    let names = lists.keys.sorted()
    let syntax = PhraseSyntax(lists: names)
    var builder = AutomatonBuilder(dropsPadding: false, lexicon: lexicon) { slot in
      names.firstIndex(of: slot.rawValue).map { Int32(clamping: $0) }
    }
    for (number, table) in tables.enumerated() {
      builder.add(table.phrases, syntax, accept: number)
    }
    automaton = builder.automaton()
    meanings = tables.map(\.meaning)
    guard !names.isEmpty else {
      self.lists = nil
      return
    }
    var shared = AutomatonBuilder(dropsPadding: false, lexicon: lexicon)
    for (number, name) in names.enumerated() { shared.add(lists[name] ?? "", syntax, accept: number) }
    self.lists = shared.automaton()
  }

  /// Some phrase has the word.
  func knows(_ word: String) -> Bool { automaton.number(of: word) >= 0 || (lists?.number(of: word) ?? -1) >= 0 }

  /// Everything that is found, by start; several of one place stand side by side. `skips` are for each word the ends of
  /// what may be passed over, `respelled` are words to be read as others.
  func find(in terms: Terms, skips: [[Int]] = [], respelled: [Int: String] = [:]) -> [Found] {
    var respelled = respelled
    for at in respelled.keys where knows(terms.words[at]) { respelled[at] = nil }
    func run(_ automaton: Automaton) -> AutomatonRun {
      var run = AutomatonRun(automaton, terms, skips: skips)
      for (at, word) in respelled { run.replace(at, with: word) }
      return run
    }
    var phrases = run(automaton)
    var listed = lists.map { Listed(run: run($0), fillers: Array(repeating: nil, count: terms.count)) }
    let matches = phrases.occurrences(in: 0..<terms.count) { list, at in listed?.fillers(of: list, at: at) ?? [] }
    return matches.map { Found(meaning: meanings[Int($0.accept)], range: $0.range) }
  }
}

extension AutomatonBuilder {
  /// Phrases, one a line.
  fileprivate mutating func add(_ phrases: String, _ syntax: PhraseSyntax, accept number: Int) {
    for phrase in phrases.split(separator: "\n") { add(syntax.parse(String(phrase)), accept: Int32(clamping: number)) }
  }
}

/// Where the words of lists stand in a line, looked for when a phrase asks.
private struct Listed {
  var run: AutomatonRun
  /// For each word what begins there.
  var fillers: [[AutomatonRun.Filler]?]

  mutating func fillers(of list: Int32, at word: Int) -> [AutomatonRun.Filler] {
    if fillers[word] == nil {
      fillers[word] = run.occurrences(startingAt: word).map {
        AutomatonRun.Filler(slot: $0.accept, range: $0.range, entity: -1)
      }
    }
    return fillers[word]?.filter { $0.slot == list } ?? []
  }
}

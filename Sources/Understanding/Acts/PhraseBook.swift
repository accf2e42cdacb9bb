import Playbooks
import Vocabulary

/// Phrases behind one automaton, found anywhere in a line.
final class PhraseBook<Meaning: Sendable>: Sendable {
  private let automaton: Automaton
  private let meanings: [Meaning]

  struct Found {
    let meaning: Meaning
    let range: Range<Int>
  }

  /// Each table holds one phrase a line.
  init(
    _ tables: [(meaning: Meaning, phrases: String)], lists: [String: TemplatePart] = [:], lexicon: Lexicon = .english
  ) {
    let syntax = PhraseSyntax(lists: lists)
    var builder = AutomatonBuilder(dropsPadding: false, lexicon: lexicon)
    var meanings: [Meaning] = []
    for table in tables {
      let number = Int32(clamping: meanings.count)
      meanings.append(table.meaning)
      for phrase in table.phrases.split(separator: "\n") {
        builder.add(syntax.parse(String(phrase)), accept: number)
      }
    }
    automaton = builder.automaton()
    self.meanings = meanings
  }

  var nodeCount: Int { automaton.nodeCount }
  /// Some phrase has the word.
  func knows(_ word: String) -> Bool { automaton.number(of: word) >= 0 }

  /// Everything that is found, by start; several of one place stand side by side. `skips` are for each word the ends of
  /// what may be passed over, `respelled` are words to be read as others.
  func find(in terms: Terms, skips: [[Int]] = [], respelled: [Int: String] = [:]) -> [Found] {
    var run = AutomatonRun(automaton, terms, skips: skips)
    for (at, word) in respelled where !run.isKnown(at) { run.replace(at, with: word) }
    return run.occurrences(in: 0..<terms.count).map {
      Found(meaning: meanings[Int($0.accept)], range: $0.range)
    }
  }
}

import Playbooks
import Vocabulary

/// Finds the built-in moves of conversation in a line.
final class ActReader: Sendable {
  private let persons: PersonReader
  private let lexicon: Lexicon
  private let book: PhraseBook<ActTables.Meaning>

  init(settings: Settings, lexicon: Lexicon = .english) {
    self.lexicon = lexicon
    book = lexicon.acts.book()
    persons = PersonReader(human: settings.human, lexicon: lexicon)
  }

  /// At most one act of a move, in the order of the text.
  func read(_ terms: Terms) -> [Act] {
    guard terms.count > 0 else { return marks(terms.line) }
    var ranges: [Act.Move: Range<Int>] = [:]
    let fillers = Fillers.skips(in: terms)
    let found = book.find(in: terms, skips: fillers)
    let neither = found.filter { $0.meaning.move == nil }.map(\.range)
    for hit in found {
      guard let move = hit.meaning.move else { continue }
      let range = hit.range
      if hit.meaning.onlyWhole, !Weight.isOnly(range, in: terms) { continue }
      if !stands(move, at: range, in: terms) { continue }
      if move == .yes || move == .no, neither.contains(where: { $0.overlaps(range) && $0.count >= range.count }) {
        continue
      }
      if ranges[move].map({ range.count > $0.count }) ?? true { ranges[move] = range }
    }
    if let person = persons.read(terms, fillers: fillers), ranges[.areYouABot].map({ !$0.overlaps(person) }) ?? true {
      ranges[.person] = person
    }
    settle(&ranges, in: terms)
    return ranges.map { move, range in
      Act(move, span: terms.span(range), isWhole: Weight.isOnly(range, in: terms))
    }.sorted { ($0.span.from, $0.move.rawValue) < ($1.span.from, $1.move.rawValue) }
  }

  /// False where most of the line's words stand in no phrase: then no move is the whole of it.
  func mayBeWhole(_ terms: Terms) -> Bool {
    var strange = 0
    for word in terms.words where isStrange(word) {
      strange += 1
      if strange > ActReader.mostStrange { return false }
    }
    return true
  }

  /// The word stands in no phrase, and says something.
  func isStrange(_ word: String) -> Bool {
    !book.knows(word) && !lexicon.weight.isLight(word) && !persons.knows(word)
  }

  /// Phrases leave a word open: "I don't know my …".
  private static let mostStrange = 1

  /// A line without words may nod or shake its head.
  private func marks(_ line: Line) -> [Act] {
    guard let first = line.tokens.first(where: { $0.shape == .mark && $0.folded.utf8.count > 1 }) else { return [] }
    if lexicon.acts.yesMarks.contains(first.folded) { return [Act(.yes, span: first.span, isWhole: true)] }
    if lexicon.acts.noMarks.contains(first.folded) { return [Act(.no, span: first.span, isWhole: true)] }
    return []
  }

  /// Yes and no count at the start of a line or of a sentence, or alone: "no" in "no money" is none.
  private func stands(_ move: Act.Move, at range: Range<Int>, in terms: Terms) -> Bool {
    switch move {
    case .yes, .no:
      let opens = range.lowerBound == 0 || terms.gaps[range.lowerBound] != .none
      let closes = range.upperBound == terms.count || terms.gaps[range.upperBound] != .none
      return Weight.isOnly(range, in: terms) || (opens && closes)
        || (range.lowerBound == 0 && opensFirmly(range.upperBound, in: terms))
    // "No, it is not" takes no value back.
    case .correction: return !lexicon.acts.denyingEnds.contains(terms.words[range.upperBound - 1])
    case .greeting: return range.lowerBound == 0 || terms.gaps[range.lowerBound] == .strong
    case .person, .cancel, .startOver, .repeat, .capabilities, .areYouABot, .thanks, .goodbye, .decline, .whyAsked,
      .saidSoFar, .noneOfThese, .alreadyTold, .notSettled, .asBefore:
      return true
    }
  }

  /// "Yes it is a visa", "no it is not": the sentence goes on without a comma. "No one took it" is another matter.
  private func opensFirmly(_ next: Int, in terms: Terms) -> Bool {
    let first = terms.words[0]
    if lexicon.acts.firm.contains(first) { return true }
    return lexicon.acts.bareNo == first && next < terms.count && lexicon.acts.afterNo.contains(terms.words[next])
  }

  /// Where two moves are read from the same words, the one that says more stays.
  private func settle(_ ranges: inout [Act.Move: Range<Int>], in terms: Terms) {
    guard ranges.count > 1 else { return }
    func drop(_ move: Act.Move, within stronger: Act.Move) {
      if let small = ranges[move], let large = ranges[stronger], large.overlaps(small), large.count >= small.count {
        ranges[move] = nil
      }
    }
    for stronger in [Act.Move.noneOfThese, .decline, .notSettled, .cancel, .repeat, .alreadyTold, .saidSoFar, .goodbye]
    {
      drop(.no, within: stronger)
      drop(.yes, within: stronger)
    }
    drop(.repeat, within: .alreadyTold)
    drop(.yes, within: .no)
    drop(.thanks, within: .no)
    drop(.capabilities, within: .person)
    drop(.whyAsked, within: .saidSoFar)
    drop(.decline, within: .alreadyTold)
    drop(.correction, within: .decline)
    if ranges[.yes] != nil, let no = ranges[.no], no.lowerBound == 0 { ranges[.yes] = nil }
    if ranges[.person] != nil { ranges[.noneOfThese] = nil }
  }
}

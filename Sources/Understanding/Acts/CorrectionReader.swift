import Playbooks
import Vocabulary

/// Hears that a value takes back an earlier one, where no set phrase says so: "no, 4418", "4418 not 4417".
struct CorrectionReader {
  let terms: Terms
  let entities: PlacedEntities
  let denials: Denials
  let expectation: Expectation
  private var words: CorrectionWords { terms.lexicon.corrections }

  init(terms: Terms, entities: PlacedEntities, denials: Denials, expectation: Expectation) {
    self.terms = terms
    self.entities = entities
    self.denials = denials
    self.expectation = expectation
  }

  /// How many words may follow the new value: a longer line tells something else.
  private static let mostBehind = 4
  private static let mostFreeWords = 3
  private static let mostTrailed = 8

  /// The acts with the correction, and with the "no" that leads it.
  func completed(_ acts: [Act]) -> [Act] {
    guard terms.count > 0, let (lead, isNo) = lead() ?? trail() ?? exchange() else { return acts }
    var acts = acts
    func add(_ move: Act.Move) {
      if !acts.contains(where: { $0.move == move }) {
        acts.append(Act(move, span: terms.span(lead), isWhole: false))
      }
    }
    add(.correction)
    if isNo { add(.no) }
    return acts.sorted { ($0.span.from, $0.move.rawValue) < ($1.span.from, $1.move.rawValue) }
  }

  /// "Wrong, it was Kranj": words that take back, and then little more than a value.
  private func lead() -> (Range<Int>, isNo: Bool)? {
    var at = 0
    while at < terms.count, words.fillers.contains(terms.words[at]) { at += 1 }
    let start = at
    while at < terms.count, words.leads.contains(terms.words[at]) { at += 1 }
    guard at > start, at < terms.count else { return nil }
    let lead = start..<at
    let isNo = lead.contains { words.noes.contains(terms.words[$0]) }
    if terms.words[at - 1] == "no", terms.words[at] == "1", terms.gaps[at] == .none { return nil }
    let firstBehind = at
    while at < terms.count, words.links.contains(terms.words[at]), valueEnd(at) == nil { at += 1 }
    guard at < terms.count else { return nil }
    // "Wait a minute" asks for time.
    if words.waits.contains(terms.words[lead.upperBound - 1]), terms.gaps[lead.upperBound] == .none { return nil }
    if let end = valueEnd(at) { return terms.count - end <= CorrectionReader.mostBehind ? (lead, isNo) : nil }
    return takesFreeWords(lead, linked: at > firstBehind, isNo: isNo) && isFree(at) ? (lead, isNo) : nil
  }

  /// "It was 130 euros actually": the words that take back stand behind the value.
  private func trail() -> (Range<Int>, isNo: Bool)? {
    guard let last = terms.words.last, words.trails.contains(last),
      terms.count <= CorrectionReader.mostTrailed
    else { return nil }
    let hasValue = terms.words.indices.dropLast().contains { valueEnd($0) != nil }
    return hasValue ? (terms.count - 1..<terms.count, false) : nil
  }

  /// "Actually Maribor", "sorry, it is Maribor", and "no, Maribor" where a value was asked for.
  private func takesFreeWords(_ lead: Range<Int>, linked: Bool, isNo: Bool) -> Bool {
    let isSlotAsked = expectation.slot != nil && terms.gaps[lead.upperBound] > .none
    let word = terms.words[lead.upperBound - 1]
    return isSlotAsked || !isNo && (words.firm.contains(word) || linked)
  }

  /// A few words to the end of the line that are a name of something rather than a sentence.
  private func isFree(_ start: Int) -> Bool {
    terms.count - start <= CorrectionReader.mostFreeWords
      && !(start..<terms.count).contains {
        terms.lexicon.common.contains(terms.words[$0]) || words.talk.contains(terms.words[$0])
      }
  }

  /// "Not 50, 55" and "4418 not 4417": one value is denied, another of its kind is not.
  private func exchange() -> (Range<Int>, isNo: Bool)? {
    guard !denials.isEmpty else { return nil }
    let all = entities.entities.indices.filter { entities.entities[$0].kind != .yesNo }
    for denied in all where denials.denies(valueAt: entities.ranges[denied]) {
      let value = entities.entities[denied]
      let hasOther = all.contains { other in
        let entity = entities.entities[other]
        return entity.kind == value.kind && entity.slot == value.slot && entity.value != value.value
          && !entity.span.overlaps(value.span) && !denials.denies(valueAt: entities.ranges[other])
      }
      if hasOther { return (entities.ranges[denied], false) }
    }
    return nil
  }

  /// The end of the longest value that starts there.
  private func valueEnd(_ at: Int) -> Int? {
    entities.ranges.indices.filter {
      entities.ranges[$0].lowerBound == at && !entities.ranges[$0].isEmpty && entities.entities[$0].kind != .yesNo
    }.map { entities.ranges[$0].upperBound }.max()
  }
}

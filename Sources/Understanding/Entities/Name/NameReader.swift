import Vocabulary

/// Finds names of people, as typed: behind words that announce one, before "here" and "speaking"; bare ones only where asked.
package struct NameReader: EntityReader {
  package init() {}

  private static let wordsMax = 5
  private static let scalarsMax = 80
  private static let bareWordsMax = 4

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    if let entity = bare(line) { return [entity] }
    var found: [Entity] = []
    var at = 0
    while at < line.tokens.count {
      if line.tokens[at].shape == .word, let cues = line.lexicon.names.cues[line.tokens[at].folded],
        let (entity, last) = announced(line, at, cues)
      {
        found.append(entity)
        at = last
      } else if line.startsUpper(at), at == 0 || !line.lexicon.names.hasCapitalNouns,
        let (entity, last) = capitalised(line, at)
      {
        found.append(entity)
        at = last
      }
      at += 1
    }
    return found + parts(line, besides: found)
  }

  /// "Rex, and when are you open": a name that is all of a part of the line, where a question asks.
  private func parts(_ line: Line, besides found: [Entity]) -> [Entity] {
    var names: [Entity] = []
    var start = 0
    for end in 0...line.tokens.count where end == line.tokens.count || isPartEnd(line, end) {
      if end > start, end - start <= NameReader.bareWordsMax, nameEnd(line, start) == end - 1,
        let typed = name(line, start...(end - 1))
      {
        let span = line.span(start...(end - 1))
        names.append(Entity(kind: .name, value: .name(typed), span: span, latent: true, rule: "name: part"))
      }
      start = end + 1
    }
    return names.filter { name in !found.contains { $0.span.contains(name.span) } }
  }

  private func isPartEnd(_ line: Line, _ at: Int) -> Bool {
    switch line.tokens[at].folded {
    case ".", ",", ";", ":", "!", "?", "and", "but": true
    default: false
    }
  }

  private func announced(_ line: Line, _ at: Int, _ cues: [NameWords.Cue]) -> (Entity, Int)? {
    for cue in cues where matches(line, at, cue.words) {
      var first = at + cue.words.count
      if line.isMark(first, ":") { first += 1 }
      if cue.words == ["name"], first == at + 1 { continue }
      guard let last = nameEnd(line, first), let typed = name(line, first...last) else { continue }
      let allUpper = line.tokens.allSatisfy { $0.shape != .word || $0.isUpper }
      let isCapital = line.startsUpper(first) && !allUpper
      if !cue.isStrong, !isCapital, !isShort(line, first, last) { continue }
      let isClosed = line.word(last + 1).map(line.lexicon.names.closers.contains) == true
      let isVague = cue.words.first.map(line.lexicon.names.vague.contains) == true && !isClosed
      let latent = !cue.isStrong && (!isCapital || isVague)
      let entity = Entity(
        kind: .name, value: .name(typed), span: line.span(first...last), latent: latent, rule: cue.rule)
      return (entity, last)
    }
    return nil
  }

  private func matches(_ line: Line, _ at: Int, _ words: [String]) -> Bool {
    for (offset, word) in words.enumerated() where line.word(at + offset) != word { return false }
    return true
  }

  /// One or two words to the end of the clause: "i'm peter".
  private func isShort(_ line: Line, _ first: Int, _ last: Int) -> Bool {
    last - first <= 1 && (line.token(last + 1) == nil || line.token(last + 1)?.shape == .mark)
  }

  /// The last token of the name that starts there. Where it starts with a capital, it ends before a word without one.
  private func nameEnd(_ line: Line, _ first: Int) -> Int? {
    let isCapital = line.startsUpper(first)
    var last: Int?
    var at = first
    while at - first < NameReader.wordsMax * 2, let token = line.token(at) {
      if token.shape == .mark {
        let isJoint = token.folded == "-" && line.isGlued(at) && line.isGlued(at + 1) && line.word(at + 1) != nil
        let isTitleEnd = token.folded == "." && line.isGlued(at) && isAbbreviated(line, at - 1)
        guard last != nil, isJoint || isTitleEnd else { break }
      } else {
        guard token.shape == .word, isNameWord(line, at, first: first, isCapital: isCapital) else { break }
        last = at
      }
      at += 1
    }
    guard var last else { return nil }
    while last > first,
      line.lexicon.names.particles.contains(line.tokens[last].folded) || line.tokens[last].shape == .mark
    {
      last -= 1
    }
    return last
  }

  private func isAbbreviated(_ line: Line, _ at: Int) -> Bool {
    guard let word = line.word(at) else { return false }
    return line.lexicon.names.titles.contains(word) || (word.utf8.count == 1 && line.startsUpper(at + 2))
  }

  private func isNameWord(_ line: Line, _ at: Int, first: Int, isCapital: Bool) -> Bool {
    let word = line.tokens[at].folded
    if at > first, line.lexicon.names.particles.contains(word) { return true }
    if line.lexicon.names.others.contains(word) || line.lexicon.numbers.word(word) != nil { return false }
    if line.tokens[at].isUpper, Currencies.codes[word] != nil { return false }
    return !isCapital || line.startsUpper(at)
  }

  /// "Ana Novak here", and capitals inside a line, where a question asks.
  private func capitalised(_ line: Line, _ at: Int) -> (Entity, Int)? {
    guard let last = nameEnd(line, at), line.startsUpper(last) else { return nil }
    let closer = line.isMark(last + 1, ",") ? last + 2 : last + 1
    let isClosed = line.word(closer).map(line.lexicon.names.closers.contains) == true && at == 0
    let isAll = line.tokens.allSatisfy { $0.shape != .word || $0.isUpper }
    guard isClosed || (at > 0 && !isAll), let typed = name(line, at...last) else { return nil }
    // "For Bob Dylan", "for Rex with …": capitals behind "for" are somebody.
    let isFor = line.word(at - 1) == "for" && (last > at || line.word(last + 1).map(LightWords.all.contains) ?? false)
    let rule = isClosed ? "name: here" : isFor ? "name: for" : "name: capitals"
    let span = line.span(at...last)
    return (Entity(kind: .name, value: .name(typed), span: span, latent: !isClosed && !isFor, rule: rule), last)
  }

  private func bare(_ line: Line) -> Entity? {
    guard let first = line.tokens.indices.first, let last = nameEnd(line, first) else { return nil }
    let rest = line.tokens[(last + 1)...]
    let words = line.tokens[first...last].count { $0.shape == .word }
    guard rest.allSatisfy({ $0.shape == .mark }), rest.count <= 3, words <= NameReader.bareWordsMax,
      let typed = name(line, first...last)
    else { return nil }
    return Entity(
      kind: .name, value: .name(typed), span: line.span(first...last), latent: true, rule: "name: whole line")
  }

  private func name(_ line: Line, _ range: ClosedRange<Int>) -> String? {
    let span = line.span(range)
    guard span.count <= NameReader.scalarsMax else { return nil }
    return line.typed(span)
  }
}

import Vocabulary

/// Finds numbers, integers, runs of digits and amounts of money in one pass.
package struct NumericReader: EntityReader {
  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    let scan = scan(line, in: context, taken: TokenMask())
    return read(line, scan, in: context, taken: TokenMask(), measured: TokenMask())
  }

  /// The numbers and amounts of a line, before it is known which of them measure time.
  struct Scan {
    let matches: [NumberMatch]
    let amounts: [MoneyRules.Amount]

    /// The words of amounts, which no date takes.
    func amountMask(_ line: Line) -> TokenMask {
      var mask = TokenMask()
      for amount in amounts where !amount.isWeak {
        mask.take(amount.tokens.lowerBound..<(amount.tokens.upperBound + 1), of: line.tokens.count)
      }
      return mask
    }
  }

  func scan(_ line: Line, in context: ReadingContext, taken: TokenMask) -> Scan {
    let matches = NumberScanner.matches(in: line, country: context.country, taken: taken)
    return Scan(matches: matches, amounts: MoneyRules.amounts(in: line, matches: matches, context: context))
  }

  /// Leaves alone what is `taken`; what is `measured` (part of a date, a duration) counts only where asked.
  func read(
    _ line: Line, _ scan: Scan, in context: ReadingContext, taken: TokenMask, measured: TokenMask
  ) -> [Entity] {
    let (matches, amounts) = (scan.matches, scan.amounts)
    let runs = DigitRuns.runs(in: line, taken: taken, measured: measured)
    guard !matches.isEmpty || !runs.isEmpty || !amounts.isEmpty else { return [] }
    var found: [Entity] = []
    found.reserveCapacity(matches.count * 3 + runs.count)
    for match in matches { add(match, line, runs, amounts, measured, to: &found) }
    for run in runs { add(run, line, amounts, measured, to: &found) }
    for amount in amounts where amount.isWeak || !amount.tokens.contains(where: measured.contains) {
      found.append(amount.entity(in: line))
    }
    if let currency = context.currency { bare(matches, line, currency, amounts, measured, to: &found) }
    return found
  }

  private func add(
    _ match: NumberMatch, _ line: Line, _ runs: [DigitRuns.Run], _ amounts: [MoneyRules.Amount], _ measured: TokenMask,
    to found: inout [Entity]
  ) {
    let (first, last) = (match.tokens.lowerBound, match.tokens.upperBound)
    let isPart = runs.contains {
      $0.items > 1 && $0.tokens.contains(first) && $0.tokens != match.tokens && match.rule != "number: groups of three"
    }
    let isAmount = amounts.contains { !$0.isWeak && $0.tokens.contains(first) }
    let isTime = measured.contains(first) || measured.contains(last) || measuresTime(line, last)
    let latent = match.weak || isPart || isAmount || isTime
    if match.form != .ordinal {
      found.append(
        Entity(
          kind: .number, value: .number(match.value), span: line.span(match.tokens), latent: latent, rule: match.rule,
          alternatives: match.other.map { [.number($0)] } ?? []))
    }
    if let whole = IntegerRules.entity(of: match, in: line, latent: latent) { found.append(whole) }
  }

  private func measuresTime(_ line: Line, _ last: Int) -> Bool {
    if let word = line.word(last), line.lexicon.numbers.timeUnits.contains(word) { return true }
    let next = line.isMark(last + 1, "-") ? last + 2 : last + 1
    return line.word(next).map(line.lexicon.numbers.timeUnits.contains) == true
  }

  private func add(
    _ run: DigitRuns.Run, _ line: Line, _ amounts: [MoneyRules.Amount], _ measured: TokenMask, to found: inout [Entity]
  ) {
    let isOther = run.tokens.contains { at in
      measured.contains(at) || amounts.contains { !$0.isWeak && $0.tokens.contains(at) }
    }
    let latent = run.weak || isOther || measuresTime(line, run.tokens.upperBound)
    found.append(
      Entity(
        kind: .digits, value: .digits(run.digits), span: line.span(run.tokens), latent: latent,
        rule: run.words > 0 ? "digits: words" : run.items > 1 ? "digits: groups" : "digits: run"))
  }

  private func bare(
    _ matches: [NumberMatch], _ line: Line, _ currency: String, _ amounts: [MoneyRules.Amount], _ measured: TokenMask,
    to found: inout [Entity]
  ) {
    for match in matches where match.form == .digits || match.form == .words {
      let first = match.tokens.lowerBound
      guard !amounts.contains(where: { $0.tokens.contains(first) }), !measured.contains(first),
        !measuresTime(line, match.tokens.upperBound)
      else { continue }
      found.append(
        Entity(
          kind: .money, value: .money(match.value, currency: currency), span: line.span(match.tokens), latent: true,
          rule: "money: bare number"))
    }
  }
}

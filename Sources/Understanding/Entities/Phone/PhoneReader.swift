import Vocabulary

/// Finds telephone numbers: E.164 where the country is written or known, else the digits as said.
package struct PhoneReader: EntityReader {
  package init() {}

  private static let digits = 7...PhoneChain.digitsMax
  /// Words near a number that make it one to call.
  private static let cues: Set<String> = [
    "phone", "phones", "telephone", "tel", "mobile", "cell", "cellphone", "call", "ring", "whatsapp", "reach", "text",
    "sms",
    "contact", "fax", "landline", "viber", "dial", "telefon", "telefonnummer", "handy", "handynummer", "mobil",
    "mobilnummer", "festnetz", "rufnummer", "ruckrufnummer", "anrufen", "erreichbar", "erreichen",
  ]
  private static let cueReach = 5

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    guard hasEnoughDigits(line) else { return [] }
    var found: [Entity] = []
    var at = 0
    while at < line.tokens.count {
      guard let chain = PhoneChain(line, at) else {
        at += 1
        continue
      }
      if let entity = entity(line, chain, context) { found.append(entity) }
      at = chain.last + 1
    }
    return found
  }

  private func hasEnoughDigits(_ line: Line) -> Bool {
    var digits = 0
    for token in line.tokens where token.shape == .digits { digits += token.folded.utf8.count }
    return digits >= PhoneReader.digits.lowerBound
  }

  private func entity(_ line: Line, _ chain: PhoneChain, _ context: ReadingContext) -> Entity? {
    guard PhoneReader.digits.contains(chain.count - (chain.digits.hasPrefix("00") && !chain.hasPlus ? 2 : 0)),
      isFree(line, chain), !chain.isOtherNumber
    else { return nil }
    if !chain.hasPlus, CardNumber.isPlausible(chain.digits.utf8.map { $0 &- 0x30 }) { return nil }
    let (value, isSure, rule) = reading(chain, context)
    let latent = !isSure && !hasCue(line, before: chain.first)
    return Entity(
      kind: .phone, value: .phone(value), span: line.span(chain.first...chain.last), latent: latent, rule: rule)
  }

  /// The number, whether its form alone shows what it is, and the rule.
  private func reading(_ chain: PhoneChain, _ context: ReadingContext) -> (String, isSure: Bool, rule: String) {
    let digits = chain.digits
    let plan = CallingCodes.plan(of: context.country)
    if chain.hasPlus { return ("+" + digits, true, "phone: international") }
    if digits.hasPrefix("00"), digits.utf8.count >= 10 {
      return ("+" + digits.dropFirst(2), true, "phone: international")
    }
    if let plan, !plan.trunk.isEmpty, plan.trunk != "1", digits.hasPrefix(plan.trunk), (8...12).contains(chain.count) {
      let number = "+" + plan.code + digits.dropFirst(plan.trunk.utf8.count)
      return (number, chain.groups.count > 1 || (9...11).contains(chain.count), "phone: national")
    }
    let isAmerican = chain.sizes == [3, 3, 4] || chain.sizes == [1, 3, 3, 4] && digits.hasPrefix("1")
    if let plan, plan.code == "1", chain.count == 10 || chain.count == 11 && digits.hasPrefix("1") {
      return ("+1" + digits.suffix(10), isAmerican, "phone: national")
    }
    let isShaped = isAmerican || chain.hasParenthesis || chain.sizes == [3, 4]
    if let plan, plan.trunk.isEmpty, (8...10).contains(chain.count) {
      return ("+" + plan.code + digits, isShaped, "phone: national")
    }
    let isSure = isShaped || (digits.hasPrefix("0") && chain.groups.count > 1 && chain.count >= 8)
    return (digits, isSure && !chain.isThousands, "phone: as said")
  }

  /// Neither letters nor money touch it.
  private func isFree(_ line: Line, _ chain: PhoneChain) -> Bool {
    let (before, next) = (chain.first - 1, chain.last + 1)
    // "45+31-339243873" is a sum.
    if chain.hasPlus, line.isGlued(chain.first), line.isDigits(before) || line.isMark(before, ")") { return false }
    if line.isGlued(chain.first), !chain.hasPlus,
      line.word(before) != nil || "#-/.,:@=_".utf8.contains(line.markByte(before))
    {
      guard line.isMark(before, ":") || line.isMark(before, "."), line.word(before - 1) != nil else { return false }
    }
    if line.isGlued(next), line.word(next) != nil || (line.isDigits(next + 1) && line.isGlued(next + 1)) {
      return false
    }
    if line.isMark(next, "@"), line.isGlued(next) { return false }
    if let mark = line.token(before), mark.shape == .mark, Currencies.symbols[mark.folded] != nil { return false }
    guard let token = line.token(next) else { return true }
    if token.shape == .mark { return Currencies.symbols[token.folded] == nil && token.folded != "%" }
    return line.lexicon.money.names[token.folded] == nil && Currencies.codes[token.folded] == nil
  }

  private func hasCue(_ line: Line, before first: Int) -> Bool {
    (max(0, first - PhoneReader.cueReach)..<max(0, first)).contains { at in
      line.word(at).map(PhoneReader.cues.contains) == true
    }
  }
}

/// No slot asks for a payment card number except one of type card, and none for a security code, a password or a PIN.
enum SecretQuestionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.slots.flatMap { slot -> [Finding] in
      let questions = [slot.ask, slot.retry].compactMap { $0 }
      return questions.compactMap { question in
        let words = question.plainTexts.map { " " + Words.normal($0) + " " }
        if words.contains(where: asksForSecret) {
          return Finding(SlotProblem.asksForSecret(slot.id.text), at: question.place)
        }
        if slot.kind?.text != "card", words.contains(where: asksForCard) {
          return Finding(SlotProblem.asksForCard(slot.id.text), at: question.place)
        }
        return nil
      }
    }
  }

  private static func asksForSecret(_ words: String) -> Bool { secrets.contains { words.contains(" \($0) ") } }

  private static func asksForCard(_ words: String) -> Bool {
    cards.contains { words.contains(" \($0) ") } && !parts.contains { words.contains(" \($0) ") }
      && !others.contains { words.contains(" \($0) card ") }
  }

  private static let secrets = [
    "cvv", "cvc", "cvv2", "cvc2", "security code", "security number", "card verification", "pin", "pin code",
    "password",
    "passcode", "passphrase", "one time code", "tan",
    "passwort", "kennwort", "sicherheitscode", "prufziffer", "pruefziffer", "geheimzahl", "pin code",
  ]
  private static let cards = [
    "card number", "number of your card", "number of the card", "number on your card", "number on the card",
    "long number",
    "kartennummer", "nummer ihrer karte", "nummer der karte", "nummer auf der karte", "lange nummer", "16 stellen",
    "16 digits", "16 digit", "sixteen digits", "full card", "pan",
  ]
  /// Cards that pay nothing.
  private static let others = [
    "health", "insurance", "identity", "id", "member", "membership", "loyalty", "library", "gift", "customer",
    "student",
    "residence", "sim", "business",
  ]
  /// A part of the number is no secret.
  private static let parts = [
    "last", "ending", "ends", "end", "first", "four", "4", "letzten", "letzte", "ersten",
    "endet", "vier",
  ]
}

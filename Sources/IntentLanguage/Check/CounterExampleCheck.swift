import Regexes
import Vocabulary

/// What must not be an intent is neither among its utterances nor taken by its regular expressions.
enum CounterExampleCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var known = TemplateForms.Known(mostMeanings: 4_096) { slot in
      switch catalog.kind(of: slot) {
      case .choice: ["{\(slot)}"] + catalog.optionWords(of: slot).map { $0.joined(separator: " ") }
      case .digits, .integer, .number: ["{\(slot)}", digits]
      case .text, .name, .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card, .yesNo, .regex,
        nil:
        []
      }
    }
    return catalog.declared.intents.flatMap { intent -> [Finding] in
      guard !intent.counterExamples.isEmpty else { return [] }
      let meanings = intent.templates.map { ($0, catalog.meaningNumbers(of: $0, known: &known)) }
      let patterns = intent.regexes.compactMap { regex in
        (try? Pattern(regex.source.text)).map { (pattern: $0, regex: regex) }
      }
      return intent.counterExamples.compactMap { example in
        let language = catalog.language(of: example)
        let forms = catalog.forms(of: example)
        let readings = forms.flatMap(readings)
        let suspects = meanings.filter { template, meanings in
          guard catalog.language(of: template) == language else { return false }
          guard let meanings, meanings.isWhole else { return true }
          return readings.contains { meanings.numbers.contains($0) }
        }
        let claims = suspects.flatMap { template, _ in
          catalog.forms(of: template).map { Claim(form: $0, template: template) }
        }
        let fitting = patterns.filter { $0.regex.language.map { $0.text == language.rawValue } ?? true }
        return problem(with: example, forms, claims, fitting.map { ($0.pattern, $0.regex.source.place) }, catalog)
      }
    }
  }

  private static let digits = "{digits}"

  /// The numbers of the form as it stands, and with a slot in place of some or all of its words of digits.
  private static func readings(of form: String) -> [UInt64] {
    var texts = [""]
    for word in form.split(separator: " ").map(String.init) {
      let isNumber = word.allSatisfy { $0.isASCII && $0.isNumber } && texts.count <= TemplateForms.mostMeanings
      texts = texts.flatMap { text in
        (isNumber ? [word, digits] : [word]).map { text.isEmpty ? $0 : text + " " + $0 }
      }
    }
    return texts.map { TemplateForms.number(of: $0) }
  }

  private struct Claim {
    let form: String
    /// Only where a slot stands among them; other claims are compared as a whole.
    let words: [String]
    let template: DeclaredTemplate

    init(form: String, template: DeclaredTemplate) {
      (self.form, self.template) = (form, template)
      words = form.utf8.contains(UInt8(ascii: "{")) ? form.split(separator: " ").map(String.init) : []
    }
  }

  private static func problem(
    with example: DeclaredTemplate, _ forms: [String], _ claims: [Claim],
    _ patterns: [(pattern: Pattern, place: SourcePlace)], _ catalog: Catalog
  ) -> Finding? {
    for form in forms {
      let words = form.split(separator: " ").map(String.init)
      if let claim = claims.first(where: {
        $0.form == form || !$0.words.isEmpty && fits($0.words[...], words[...], catalog)
      }) {
        let problem = UtteranceProblem.counterExampleMatches(form, at: claim.template.text.place)
        return Finding(problem, at: example.text.place)
      }
      if let taken = patterns.first(where: { $0.pattern.firstMatch(in: form) != nil }) {
        return Finding(UtteranceProblem.counterExampleFitsRegex(form, at: taken.place), at: example.text.place)
      }
    }
    return nil
  }

  /// The words are those of the claim; a slot in it stands for each of its options, or for digits.
  private static func fits(_ claim: ArraySlice<String>, _ words: ArraySlice<String>, _ catalog: Catalog) -> Bool {
    guard let first = claim.first else { return words.isEmpty }
    if first == words.first { return fits(claim.dropFirst(), words.dropFirst(), catalog) }
    guard first.hasPrefix("{") else { return false }
    let slot = String(first.dropFirst().dropLast())
    switch catalog.kind(of: slot) {
    case .choice:
      return catalog.optionWords(of: slot).contains { says in
        words.starts(with: says) && fits(claim.dropFirst(), words.dropFirst(says.count), catalog)
      }
    case .digits, .integer, .number:
      guard words.first?.allSatisfy({ $0.isASCII && $0.isNumber }) ?? false else { return false }
      return fits(claim.dropFirst(), words.dropFirst(), catalog)
    case .text, .name, .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card, .yesNo, .regex,
      nil:
      return false
    }
  }
}

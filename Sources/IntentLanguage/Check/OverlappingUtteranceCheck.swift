import Vocabulary

/// No sentence is of two intents because of what their slots take: "my {card_kind} card" and "my credit card".
enum OverlappingUtteranceCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let suspects = suspects(in: catalog)
    guard !suspects.isEmpty else { return [] }
    var owners: [Said: Owner] = [:]
    var findings: [Finding] = []
    let choices = Choices(catalog: catalog)
    for intent in catalog.declared.intents {
      for template in intent.templates where suspects.contains(template.text.place) {
        var reported = false
        for form in catalog.forms(of: template) where !form.isEmpty {
          for words in choices.meanings(of: form) {
            let said = Said(words: words, language: catalog.language(of: template))
            guard let other = owners[said] else {
              owners[said] = Owner(intent: intent.id.text, form: form, place: template.text.place)
              continue
            }
            // The same words are found by `SameUtteranceCheck`.
            guard other.intent != intent.id.text, other.form != form, !reported else { continue }
            reported = true
            let problem = UtteranceProblem.overlap(form, other: other.intent, at: other.place, other.form)
            findings.append(Finding(problem, at: template.text.place))
          }
        }
      }
    }
    return findings
  }

  /// Templates that may say what one of another intent says, told by numbers: nearly always none.
  private static func suspects(in catalog: Catalog) -> Set<SourcePlace> {
    let choices = Choices(catalog: catalog)
    var known = TemplateForms.Known(meanings: choices.meanings(ofSlot:))
    var owners: [UInt64: (intent: String, place: SourcePlace)] = [:]
    var suspects: Set<SourcePlace> = []
    for intent in catalog.declared.intents {
      for template in intent.templates {
        let place = template.text.place
        let numbers =
          catalog.meaningNumbers(of: template, known: &known)?.numbers
          ?? Set(
            catalog.forms(of: template).flatMap { choices.meanings(of: $0) }.map { TemplateForms.number(of: $0) })
        for number in numbers {
          guard let other = owners[number] else {
            owners[number] = (intent.id.text, place)
            continue
          }
          if other.intent != intent.id.text { suspects.formUnion([place, other.place]) }
        }
      }
    }
    return suspects
  }

  private struct Said: Hashable {
    let words: String
    let language: Language
  }

  private struct Owner {
    let intent: String
    let form: String
    let place: SourcePlace
  }

  /// What stands in place of each slot.
  fileprivate struct Choices {
    let catalog: Catalog
  }
}

extension OverlappingUtteranceCheck.Choices {
  /// With every option in place of a choice, and the type in place of any other slot.
  fileprivate func meanings(of form: String) -> [String] {
    guard form.utf8.contains(UInt8(ascii: "{")) else { return [form] }
    var texts = [""]
    for word in form.split(separator: " ") {
      let choices = word.hasPrefix("{") ? meanings(ofSlot: String(word.dropFirst().dropLast())) : [String(word)]
      texts = texts.flatMap { text in choices.map { text.isEmpty ? $0 : text + " " + $0 } }
      if texts.count > TemplateForms.mostMeanings { return [] }
    }
    return texts
  }

  fileprivate func meanings(ofSlot slot: String) -> [String] {
    guard let kind = catalog.kind(of: slot) else { return ["{\(slot)}"] }
    switch kind {
    case .choice:
      return Set(catalog.optionWords(of: slot).map { $0.joined(separator: " ") }).filter { !$0.isEmpty }.sorted()
    // Free words give way to what is said in so many words, and a pattern says itself what it takes.
    case .text, .name, .regex: return ["{\(slot)}"]
    case .number, .integer, .digits: return ["{number}"]
    case .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card, .yesNo:
      return ["{\(kind.rawValue)}"]
    }
  }
}

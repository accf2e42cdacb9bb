import Playbooks

/// What is wrong with something that Baton says.
enum ReplyProblem: Problem {
  case syntax(ReplySyntax.Problem.Kind)
  case unknownName(String, known: [String])
  case unknownField(String, lookup: String, known: [String])
  case lookupNotRun(String, intent: String)
  case mayBeUnknown(String, intent: String)
  case defaultLanguageMissing(String)
  case disclosureEmpty
  case saidTwice(String, first: String)
  case unknownLanguage(String, known: [String])
  case languageMissing(Lacking, [String])
  case notSpoken(String, spoken: [String])

  /// What is not there in a language.
  enum Lacking: Hashable, Sendable {
    case said, heard
    case title(String)
  }

  var code: FindingCode {
    switch self {
    case .syntax: .replySyntax
    case .unknownName: .unknownReplyName
    case .unknownField: .unknownField
    case .lookupNotRun: .lookupNotRun
    case .mayBeUnknown: .mayBeUnknown
    case .defaultLanguageMissing: .defaultLanguageMissing
    case .disclosureEmpty: .emptyReply
    case .saidTwice: .saidTwice
    case .unknownLanguage: .unknownLanguage
    case .languageMissing: .missingLanguage
    case .notSpoken: .foreignLanguage
    }
  }

  var prose: Prose {
    switch self {
    case .syntax(let kind): syntax(kind)
    case .unknownName(let name, let known):
      Prose(
        "nothing is called \"\(name)\", so nothing would be said here",
        NearestName.to(name, among: known).map { "Did you mean {{\($0)}}?" },
        "A reply may name any slot and: \(Phrase.list(BuiltInName.allCases.map(\.rawValue))).")
    case .unknownField(let field, let lookup, let known):
      Prose(
        "the lookup \"\(lookup)\" gives no \"\(field)\"", Phrase.nearest(field, among: known, kind: "field"))
    case .lookupNotRun(let lookup, let intent):
      Prose(
        "the intent \"\(intent)\" does not run the lookup \"\(lookup)\", so this is never known here",
        "Add to the intent: lookup: \(lookup)")
    case .mayBeUnknown(let name, let intent):
      Prose(
        "\"\(name)\" may be unknown when this is said, and the sentence would have a hole",
        "Add it to the needs of \"\(intent)\", or write {{#\(name)}}…{{/\(name)}} around what depends on it.")
    case .defaultLanguageMissing(let language):
      Prose(
        "this is not said in \(language), the first of the languages",
        "Whoever writes in a language without a text of its own would be answered in another one. Add \(language).")
    case .disclosureEmpty:
      Prose(
        "the disclosure cannot be empty",
        "Customers have a right to know that they write with a machine. Delete the line to use the default.")
    case .saidTwice(let name, let first):
      Prose(
        "the sentence \"\(name)\" is given twice", "The other one is in \(first). Only one could be said; delete one.")
    case .unknownLanguage(let language, let known):
      Prose(
        "\"\(language)\" is not among the languages of this playbook, so this is never used",
        "The languages are: \(Phrase.list(known)). Add it to languages in settings.")
    case .languageMissing(let what, let languages): missing(what, Phrase.list(languages))
    case .notSpoken(let language, let spoken):
      Prose(
        "Baton itself does not speak \"\(language)\"",
        "Its own sentences, numbers and dates would be English. Give every sentence under replies, or use one of: \(Phrase.list(spoken))."
      )
    }
  }

  private func missing(_ what: Lacking, _ languages: String) -> Prose {
    switch what {
    case .said:
      Prose(
        "this is not said in \(languages)", "Whoever writes in it would read another language. Give a text for each.")
    case .heard:
      Prose(
        "nothing is given for \(languages)",
        "Whoever writes in it would not be understood here. Give a list for each language.")
    case .title(let name):
      Prose(
        "\"\(name)\" has no title in \(languages)",
        "Customers read titles too, in choices and read-backs. Write title: as a map of language to text.")
    }
  }

  private func syntax(_ kind: ReplySyntax.Problem.Kind) -> Prose {
    switch kind {
    case .unclosedTag: Prose("{{ is opened here and never closed", "Close it with }} behind the name.")
    case .badName(let name):
      Prose(
        name.isEmpty ? "{{}} names nothing" : "\"\(name)\" cannot be a name",
        "Between {{ and }} stands the name of a slot or of something built in, without blanks: {{card_ending}}.")
    case .unclosedSection(let name):
      Prose("{{#\(name)}} is opened here and never closed", "Write {{/\(name)}} where the part ends.")
    case .unopenedSection(let name):
      Prose(
        "{{/\(name)}} does not close what was opened last",
        "What is opened last is closed first; look for {{# or {{^ before it.")
    case .unsupported(let tag):
      Prose(
        "{{\(tag)}} is not used in replies",
        "There is {{name}}, {{#name}}…{{/name}} if it is known, {{^name}}…{{/name}} if not.")
    }
  }
}

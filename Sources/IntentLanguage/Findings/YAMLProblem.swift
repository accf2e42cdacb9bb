import Vocabulary

/// What is wrong with a file as YAML.
enum YAMLProblem: Problem {
  case syntax(text: String, help: String)
  case unreadable
  case severalDocuments
  case anchor(String)
  case tag(String)
  case mergeKey
  case duplicateKey(String, first: SourcePlace)
  case keyNotText
  case tooDeep

  var code: FindingCode {
    switch self {
    case .syntax, .unreadable: .yamlSyntax
    case .severalDocuments: .severalDocuments
    case .anchor: .anchorRefused
    case .tag: .tagRefused
    case .mergeKey: .mergeKeyRefused
    case .duplicateKey: .duplicateKey
    case .keyNotText: .wrongShape
    case .tooDeep: .tooDeep
    }
  }

  var prose: Prose {
    switch self {
    case .syntax(let text, let help): Prose(text, help)
    case .unreadable: Prose("this file cannot be read as YAML", "Compare its indentation with a file that works.")
    case .severalDocuments:
      Prose(
        "a second document begins here", "A file holds one. Delete the line ---, or move what follows to another file.")
    case .anchor:
      Prose(
        "anchors and aliases (&name, *name) are not used here",
        "Write it out, so that everybody sees what holds. A text that begins with & or * goes in quotes: '* like this'."
      )
    case .tag(let name):
      Prose(
        "tags (\(name)) are not used here",
        "Every value is text as you write it. A text that begins with ! goes in quotes: '!like this'.")
    case .mergeKey: Prose("the merge key << is not used here", "Write the keys out, so that everybody sees what holds.")
    case .duplicateKey(let key, let first):
      Prose(
        "the key \"\(key)\" stands here a second time",
        "It is in line \(first.line) already, and only one of them could count. Join the two or rename one.")
    case .keyNotText:
      Prose(
        "a key has to be a single word",
        "A sentence that begins with { or [ is taken for a map or a list. Put it in quotes: '{slot} and so on'.")
    case .tooDeep:
      Prose(
        "this is nested deeper than \(Limits.intentFileDepth) levels",
        "Nothing in the language needs that; look at the indentation above.")
    }
  }
}

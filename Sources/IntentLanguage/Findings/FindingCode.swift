/// The name of every kind of finding, as it stands in brackets behind the text.
package enum FindingCode: String, CaseIterable, Sendable {
  // Files
  case cannotRead = "cannot-read"
  case fileTooLarge = "file-too-large"
  case tooManyFiles = "too-many-files"
  case linkRefused = "link-refused"
  case notUTF8 = "not-utf8"
  case controlCharacter = "control-character"
  case noFiles = "no-files"
  case secretFileMissing = "secret-file-missing"
  // YAML
  case yamlSyntax = "yaml-syntax"
  case severalDocuments = "several-documents"
  case anchorRefused = "anchor-refused"
  case tagRefused = "tag-refused"
  case mergeKeyRefused = "merge-key-refused"
  case duplicateKey = "duplicate-key"
  case tooDeep = "too-deep"
  // Keys and values
  case unknownKey = "unknown-key"
  case wrongShape = "wrong-shape"
  case emptyValue = "empty-value"
  case badValue = "bad-value"
  // Names
  case badName = "bad-name"
  case reservedName = "reserved-name"
  case duplicateName = "duplicate-name"
  case namedTwice = "named-twice"
  case unknownSlot = "unknown-slot"
  case unknownIntent = "unknown-intent"
  case unknownQueue = "unknown-queue"
  case unknownLookup = "unknown-lookup"
  case unknownField = "unknown-field"
  case unknownOption = "unknown-option"
  case unknownSentence = "unknown-sentence"
  case unknownLanguage = "unknown-language"
  case missingLanguage = "missing-language"
  case foreignLanguage = "foreign-language"
  // Utterances
  case templateSyntax = "template-syntax"
  case templateMatchesAnything = "template-matches-anything"
  case templateTooLarge = "template-too-large"
  case shadowedTemplate = "shadowed-template"
  case sameUtterance = "same-utterance"
  case counterExampleMatches = "counter-example-matches"
  case personWord = "person-word"
  case builtInWord = "built-in-word"
  case nothingSaid = "nothing-said"
  case noTranscript = "no-transcript"
  case invalidRegex = "invalid-regex"
  case slowRegex = "slow-regex"
  case regexUnknownSlot = "regex-unknown-slot"
  // Replies and conditions
  case replySyntax = "reply-syntax"
  case unknownReplyName = "unknown-reply-name"
  case emptyReply = "empty-reply"
  case mayBeUnknown = "may-be-unknown"
  case defaultLanguageMissing = "default-language-missing"
  case lookupNotRun = "lookup-not-run"
  case unknownSubject = "unknown-subject"
  case wrongTest = "wrong-test"
  // Ways and ends
  case noEnding = "no-ending"
  case startCycle = "start-cycle"
  case unreachableRule = "unreachable-rule"
  case startBesideOthers = "start-beside-others"
  case neverHolds = "never-holds"
  case startChain = "start-chain"
  case unanswerable
  case nobodyComes = "nobody-comes"
  case tooTangled = "too-tangled"
  case tooManyLines = "too-many-lines"
  // Slots
  case noQuestion = "no-question"
  case unusedSlot = "unused-slot"
  case unfillableSlot = "unfillable-slot"
  case sameQuestion = "same-question"
  case asksForCard = "asks-for-card"
  case asksForSecret = "asks-for-secret"
  case keyNotForType = "key-not-for-type"
  case missingKey = "missing-key"
  case impossibleBounds = "impossible-bounds"
  case sharedOption = "shared-option"
  // Queues
  case noQueue = "no-queue"
  case noDefaultQueue = "no-default-queue"
  case queueNeverOpens = "queue-never-opens"
  case noZone = "no-zone"
  case overflowCycle = "overflow-cycle"
  // Settings
  case settingsTwice = "settings-twice"
  case saidTwice = "said-twice"

  /// Whatever leaves the playbook without one meaning, or a way without an end, is an error; all else is a warning.
  package var severity: Finding.Severity {
    FindingCode.warnings.contains(self) ? .warning : .error
  }

  private static let warnings: Set<FindingCode> = [
    .secretFileMissing, .namedTwice, .unknownLanguage, .missingLanguage, .foreignLanguage, .builtInWord,
    .nothingSaid, .noTranscript, .unreachableRule,
    .unusedSlot, .sameQuestion, .asksForCard, .asksForSecret, .keyNotForType, .sharedOption, .queueNeverOpens,
    .unfillableSlot,
    .lookupNotRun, .slowRegex, .shadowedTemplate, .mayBeUnknown, .defaultLanguageMissing, .noZone,
  ]
}

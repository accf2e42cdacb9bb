/// A look at all declarations together, for one kind of mistake.
protocol Check: SendableMetatype {
  static func findings(in catalog: Catalog) -> [Finding]
}

/// Every check that `baton check` runs. A new one is a file, its test, and a line here.
enum AllChecks {
  static let all: [any Check.Type] = [
    DuplicateNameCheck.self, UnknownNameCheck.self, ReplyNameCheck.self, LanguageCheck.self, ReplyHoleCheck.self,
    ConditionCheck.self,
    SlotTypeCheck.self, SlotBoundsCheck.self, SharedOptionCheck.self,
    NoQuestionCheck.self, SameQuestionCheck.self, SecretQuestionCheck.self, UnusedSlotCheck.self,
    UnfillableSlotCheck.self,
    EndingCheck.self,
    QueueCheck.self, OverflowCycleCheck.self,
    MatchesAnythingCheck.self, ShadowedTemplateCheck.self, SameUtteranceCheck.self, OverlappingUtteranceCheck.self,
    CounterExampleCheck.self,
    BuiltInWordCheck.self, OptionWordCheck.self,
    NothingSaidCheck.self, TranscriptCheck.self, RegexCheck.self,
  ]

  static func findings(in catalog: Catalog) -> [Finding] { all.flatMap { $0.findings(in: catalog) } }
}

import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `Workflow commands` {
  @Test func `are a line each, with the place and the code`() {
    let place = SourcePlace(file: "cards/lost.yml", line: 3, column: 5)
    let text = WorkflowCommands.text([Finding(FlowProblem.emptyRule, at: place)], prefix: "Intents")
    #expect(
      text.hasPrefix("::error file=Intents/cards/lost.yml,line=3,col=5,title=no-ending::this rule leads nowhere"))
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.contains("%0AA rule replaces"))
  }

  @Test func `cannot be broken by what a file says`() {
    let place = SourcePlace(file: "a,b:c%.yml", line: 1, column: 1)
    let problem = NameProblem.unknown(.slot, "x\n::error::y", known: [])
    let text = WorkflowCommands.text([Finding(problem, at: place)], prefix: "")
    #expect(text.hasPrefix("::error file=a%2Cb%3Ac%25.yml,line=1,"))
    #expect(text.split(separator: "\n").count == 1)
  }
}

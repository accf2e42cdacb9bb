import Testing
import Vocabulary

@testable import Playbooks

struct ReplySyntaxTests {
  private let place = SourcePlace(file: "a.yml", line: 4, column: 7)

  private func kinds(_ text: String) -> [ReplySyntax.Problem.Kind] {
    ReplySyntax.parse(text, at: place).problems.map(\.kind)
  }

  @Test func `values, sections and comments are read, in order`() {
    let (parts, problems) = ReplySyntax.parse("Hi {{ name }}{{! why }}{{#b}}x{{c}}{{/b}}{{^b}}y{{/b}}", at: place)
    let names = parts.flatMap(\.names).map(\.path)
    #expect(problems.isEmpty)
    #expect(parts.first == .text("Hi "))
    #expect(names == ["name", "b", "c", "b"])
  }

  @Test(arguments: [
    ("{{", ReplySyntax.Problem.Kind.unclosedTag), ("{{a", .unclosedTag), ("{{}}", .badName("")),
    ("{{a b}}", .badName("a b")),
    ("{{#a}}x", .unclosedSection("a")), ("{{/a}}", .unopenedSection("a")),
    ("{{#a}}{{/b}}{{/a}}", .unopenedSection("b")),
    ("{{> part}}", .unsupported("> part")), ("{{=<% %>=}}", .unsupported("=<% %>=")),
  ])
  func `what is wrong with a reply is named`(text: String, problem: ReplySyntax.Problem.Kind) {
    #expect(kinds(text).contains(problem))
  }

  @Test func `braces that are no tag are text`() {
    let (parts, problems) = ReplySyntax.parse("a { b } c }} d", at: place)
    #expect(parts == [.text("a { b } c }} d")])
    #expect(problems.isEmpty)
  }

  @Test func `a name knows its line and column`() {
    let (parts, _) = ReplySyntax.parse("one\ntwo {{three}}", at: place)
    #expect(parts.flatMap(\.names).first?.place.line == 5)
    #expect(ReplySyntax.parse("ab {{c}}", at: place).parts.flatMap(\.names).first?.place.column == 10)
  }

  @Test(arguments: Sentence.allCases)
  func `every sentence of ours is a good reply`(sentence: Sentence) throws {
    let known = Set(BuiltInName.allCases.map(\.rawValue))
    for idiom in Idioms.all {
      #expect(kinds(idiom.text(of: sentence)).isEmpty)
      let names = sentence.defaultParts(in: idiom.language).flatMap(\.names)
      #expect(names.allSatisfy { known.contains($0.path) }, "\(names)")
    }
  }
}

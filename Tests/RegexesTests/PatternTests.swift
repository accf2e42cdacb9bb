import Testing

@testable import Regexes

@Suite struct `Patterns of rules` {
  @Test func `a named group gives its span`() throws {
    let pattern = try Pattern(#"\bcard (ending|ends) (in )?(?<card_ending>\d{4})\b"#)
    let match = try #require(pattern.firstMatch(in: "My CARD ending in 4417 is gone"))
    #expect(pattern.groupNames == ["card_ending"])
    #expect(match.span == 3..<22)
    #expect(match.groups["card_ending"] == 18..<22)
  }

  @Test func `a group that took no part is left out`() throws {
    let match = try #require(Pattern(#"(?<a>x)|(?<b>y)"#).firstMatch(in: "y"))
    #expect(match.groups == ["b": 0..<1])
  }

  @Test func `spans count scalars, not bytes`() throws {
    let text = "e\u{301}\u{1F600}\u{1F468}\u{200D}\u{1F469} žena 7"
    let scalars = Array(text.unicodeScalars)
    let match = try #require(Pattern(#"(?<word>žena)\s(?<digit>\d)"#).firstMatch(in: text))
    let word = try #require(match.groups["word"])
    #expect(String(String.UnicodeScalarView(scalars[word])) == "žena")
    #expect(match.groups["digit"].map { scalars[$0] } == ["7"])
  }

  @Test func `case and accents of other alphabets fold`() throws {
    #expect(try Pattern("ŽENA").firstMatch(in: "žena") != nil)
    #expect(try Pattern("ŽENA", caseless: false).firstMatch(in: "žena") == nil)
  }

  @Test func `all matches stand in order and do not overlap`() throws {
    let spans = try Pattern(#"\d+"#).matches(in: "1 22 é 333", limit: 8).map(\.span)
    #expect(spans == [0..<1, 2..<4, 7..<10])
    #expect(try Pattern(#"\d+"#).matches(in: "1 22 333", limit: 2).count == 2)
    #expect(try Pattern(#"\d"#).matches(in: "1", limit: 0).isEmpty)
  }

  @Test func `a pattern that matches nothing moves on`() throws {
    #expect(try Pattern("x*").matches(in: "é\u{1F600}", limit: 10).map(\.span) == [0..<0, 1..<1, 2..<2])
    #expect(try Pattern("").firstMatch(in: "")?.span == 0..<0)
    #expect(try Pattern(#"a\Kb"#).matches(in: "abab", limit: 10).map(\.span) == [1..<2, 3..<4])
  }

  @Test func `what stands behind the bound is not searched`() throws {
    let text = String(repeating: "é", count: MatchLimits.subjectScalars - 1) + "xy"
    #expect(try Pattern("x").firstMatch(in: text)?.span == 1_999..<2_000)
    #expect(try Pattern("y").firstMatch(in: text) == nil)
  }
}

@Suite struct `Patterns that explode` {
  @Test(arguments: [
    #"^(a+)+$"#, #"(a|a)*b"#, #"(a|aa)+$"#, #"^(.*a){12}xy"#, #"(\w+\s*)+:"#,
  ]) func `are given up and reported as no match`(source: String) throws {
    let pattern = try Pattern(source)
    let text = String(repeating: "a", count: 40) + "! :yxb"
    #expect(pattern.outcome(in: text) == .exhausted)
    #expect(pattern.firstMatch(in: text) == nil)
    #expect(pattern.isSlow())
  }

  @Test func `are found behind their own literal beginning`() throws {
    #expect(try Pattern(#"^card(a+)+$"#).isSlow())
    #expect(try Pattern(#"^card (\w+\s?)+$"#).isSlow())
  }

  @Test(arguments: [
    #"\bcard\b.{0,30}\b(gone|nicked)\b"#, #"\bcard (ending|ends) (in )?(?<card_ending>\d{4})\b.*\bstolen\b"#,
    #"^INV-\d{6}$"#, #"\d+\s*(eur|euros?)"#, #"[a-z0-9.]+@[a-z0-9.]+"#, #"(lost|stolen).*card"#,
  ]) func `are not confused with ordinary ones`(source: String) throws {
    #expect(try !Pattern(source).isSlow())
  }

  @Test func `the limit of work shrinks as the text grows`() {
    #expect(MatchLimits.steps(forBytes: 0) == 500_000)
    #expect(MatchLimits.steps(forBytes: 1_999) == 10_000)
    #expect(MatchLimits.steps(forBytes: 1_000_000) == 2_000)
  }
}

@Suite struct `Patterns that are refused` {
  @Test func `an error says where, in scalars`() {
    #expect(throws: PatternError(message: "missing closing parenthesis", offset: 3)) { try Pattern("é(x") }
  }

  @Test(arguments: ["(*NO_JIT)a", "(*LIMIT_MATCH=1)a", " (*UTF)a", #"a\Cb"#, String(repeating: "a", count: 1_001)])
  func `verbs, single bytes and very long ones`(source: String) {
    #expect(throws: PatternError.self) { try Pattern(source) }
  }

  @Test func `deep nesting`() {
    let source = String(repeating: "(", count: 100) + String(repeating: ")", count: 100)
    #expect(throws: PatternError.self) { try Pattern(source) }
  }
}

@Suite struct `Patterns under tasks` {
  @Test func `eight tasks share one`() async throws {
    let pattern = try Pattern(#"(?<number>\d+)"#)
    let right = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<500).count { round in
            let text = String(repeating: "x", count: task) + "\(round)"
            return pattern.firstMatch(in: text)?.groups["number"] == task..<text.unicodeScalars.count
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(right == 8 * 500)
  }
}

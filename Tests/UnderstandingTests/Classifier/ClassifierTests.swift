import Learning
import Playbooks
import Synchronization
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `The classifier` {
  func read(_ text: String) -> [IntentMention] {
    TestPlaybook.reader.read(text, in: TestPlaybook.context).mentions
  }

  @Test(arguments: [
    ("somebody has stolen my credit card yesterday", "lost_card"), ("cannot find my bank card anywhere", "lost_card"),
    ("could we arrange an appointment for next week", "book_appointment"),
    ("until when are you open today", "opening_hours"),
    ("i would like to borrow some money to buy a car", "loan"),
    ("the transfer that I sent never arrived", "transfer_failed"),
    ("the shop refused my card", "declined_card"),
  ]) func `proposes the intent of words that no template has`(text: String, intent: String) {
    #expect(read(text).first?.candidates.first?.intent == IntentID(intent))
    #expect(read(text).first?.certainty != .certain)
  }

  @Test(arguments: [
    "tell me a joke", "what is the weather like in london", "4417", "friday", "my cat is asleep", "xyzzy plugh",
    "who painted this picture", "Ana Novak",
  ]) func `proposes nothing for other matters`(text: String) {
    #expect(read(text).allSatisfy { $0.intent == nil })
  }

  @Test(arguments: [
    ("somebody has stoln my crad", "lost_card"), ("i want to bok an apointment", "book_appointment"),
    ("how do i aply for a laon", "loan"), ("my trasnfer did not arive", "transfer_failed"),
    ("what are your openning huors", "opening_hours"),
  ]) func `reads words with slips of the finger`(text: String, intent: String) {
    #expect(read(text).first?.candidates.first?.intent == IntentID(intent))
    #expect(read(text).first?.certainty == .likely)
  }

  @Test func `asks back where one word is all that was said, and others have it too`() throws {
    let reader = Reader(
      playbook: Playbook(intents: [
        TestPlaybook.intent("lost_card", ["my card is lost", "I cannot find the card", "somebody stole a card"]),
        TestPlaybook.intent(
          "declined_card", ["the shop refused my card", "why was the card refused", "my card does not work"]),
        TestPlaybook.intent(
          "open_account", ["open an account", "I need an account", "a new account", "a card for it"]),
      ]))
    for (text, certainty) in [
      ("card", IntentMention.Certainty.ambiguous), ("my card please", .ambiguous), ("accounts", .likely),
    ] {
      let mention = try #require(reader.read(text, in: TestPlaybook.context).mentions.first)
      #expect(mention.certainty == certainty, "\(text): \(mention)")
    }
  }

  @Test func `takes nothing but common words for an intent that is said in such alone`() {
    let card = TestPlaybook.intent("lost_card", ["what can I do, my card is lost", "I cannot find the card"])
    let origin = TestPlaybook.intent("origin", ["where are you from", "where do you come from", "from where are you"])
    let text = "where you from"
    let with = Reader(playbook: Playbook(intents: [card, origin])).read(text, in: TestPlaybook.context)
    #expect(with.mentions.first?.candidates.first?.intent == "origin")
    for text in [text, "what can I do"] {
      let without = Reader(playbook: Playbook(intents: [card])).read(text, in: TestPlaybook.context)
      #expect(without.mentions.isEmpty, "\(text)")
    }
  }

  @Test(arguments: ["Working day", "working_day", "WorkingDay"]) func `learns from what an intent is called`(
    title: String
  ) throws {
    let intents = [
      TestPlaybook.titled(title, TestPlaybook.intent("hours", ["until when are you open", "can I come at nine"])),
      TestPlaybook.intent("loan", ["I want to borrow money", "what does a loan cost"]),
      TestPlaybook.titled("Lottery ticket", TestPlaybook.intent("by_regex", [], regex: ["lot[0-9]+"])),
    ]
    let reader = Reader(playbook: Playbook(intents: intents))
    let best = try #require(reader.likeliest("how long is your working day", in: .english))
    #expect(best.intent == "hours")
    // What has no template is not to be proposed.
    #expect(reader.likeliest("a lottery ticket", in: .english)?.intent != "by_regex")
  }

  @Test func `learns the same from the same files`() {
    func learned() -> LearnedModel {
      LearnedModel(Lesson(TestPlaybook.bank.spoken(in: .english), lexicon: .english, outside: []).examples)
    }
    let first = learned().encoded(key: 1)
    #expect(learned().encoded(key: 1) == first)
    #expect(TestPlaybook.reader.learn().values.map { $0.encoded(key: 1) } == [first])
  }

  @Test func `learns when it is first asked, and once for all readers of the same utterances`() {
    let playbook = Playbook(
      intents: [TestPlaybook.intent("tea", ["a cup of tea"]), TestPlaybook.intent("cake", ["a piece of cake"])])
    let (first, second) = (Reader(playbook: playbook), Reader(playbook: playbook))
    let heard = Mutex<[Double]>([])
    let schooling = Schooling(told: { share in heard.withLock { $0.append(share) } })
    let learned = first.learn(schooling)
    let told = heard.withLock { $0 }
    #expect(told.last == 1)
    #expect(told == told.sorted())
    #expect(second.learn(schooling).keys == learned.keys)
    #expect(heard.withLock { $0 } == told)
  }

  @Test func `what was learned before is as good as learned now`() throws {
    let keys = Teaching.keys(of: TestPlaybook.bank)
    var known: [UInt64: LearnedModel] = [:]
    for (key, model) in TestPlaybook.reader.learn() { known[key] = LearnedModel(model.encoded(key: key), key: key) }
    #expect(Set(known.keys) == Set(keys))
    let heard = Mutex(false)
    let reader = Reader(
      playbook: TestPlaybook.bank, entities: PlainEntities(slots: TestPlaybook.slots),
      teaching: Teaching(known: known))
    _ = reader.learn(Schooling(told: { _ in heard.withLock { $0 = true } }))
    #expect(!heard.withLock { $0 })
    for text in ["somebody has stolen my card", "borrow money", "tell me a joke", "the shop refused it"] {
      #expect(reader.read(text, in: TestPlaybook.context) == TestPlaybook.reader.read(text, in: TestPlaybook.context))
    }
  }

  @Test func `the one before serves a changed playbook until it has learned`() throws {
    _ = TestPlaybook.reader.learn()
    let added = TestPlaybook.intent("parking", ["where do I leave my bicycle"])
    let changed = Playbook(intents: [added] + TestPlaybook.bank.intents, slots: TestPlaybook.slots)
    let reader = Reader(
      playbook: changed, entities: PlainEntities(slots: TestPlaybook.slots),
      teaching: Teaching(before: TestPlaybook.reader.experience))
    let known = "somebody has stolen my card"
    #expect(
      reader.read(known, in: TestPlaybook.context).mentions
        == TestPlaybook.reader.read(known, in: TestPlaybook.context).mentions)
    #expect(reader.likeliest("I leave a bicycle", in: .english)?.intent != "parking")
    #expect(!reader.isLearned)
    _ = reader.learn()
    #expect(reader.isLearned)
    #expect(reader.likeliest("I leave a bicycle", in: .english)?.intent == "parking")
  }

  @Test func `what was learned is known by what it was learned from`() throws {
    let key = Teaching.keys(of: TestPlaybook.bank)
    func keys(with first: Intent) -> [UInt64] {
      let intents = [first] + TestPlaybook.bank.intents.dropFirst()
      return Teaching.keys(of: Playbook(intents: intents, slots: TestPlaybook.slots))
    }
    let first = try #require(TestPlaybook.bank.intents.first)
    let more = first.templates + [TestPlaybook.template("my card fell into the river")]
    #expect(keys(with: TestPlaybook.changed(first, templates: more)) != key)
    #expect(keys(with: TestPlaybook.changed(first)) == key)
    #expect(keys(with: TestPlaybook.changed(first, counterExamples: [])) != key)
    #expect(keys(with: TestPlaybook.titled("A card that is gone", first)) != key)
  }

  @Test func `explains what weighed, and which words were mended`() throws {
    let explanation = TestPlaybook.reader.explain("they have stoln my handbag and my crad", in: TestPlaybook.context)
    let clause = try #require(explanation.clauses.last { !$0.proposals.isEmpty })
    #expect(explanation.clauses.contains { $0.mended.contains(.init(typed: "crad", taken: "card")) })
    #expect(!clause.evidence.isEmpty)
    let weights = clause.evidence.map { abs($0.weight) }
    #expect(weights == weights.sorted(by: >))
    #expect(explanation.likelyFrom == TestPlaybook.reader.threshold)
  }

  @Test func `a value is seen as what it is, whatever its words`() throws {
    let playbook = Playbook(
      intents: [
        TestPlaybook.intent("visit", ["I come [on {day}]", "make a visit [to {town}]", "I would like to visit you"]),
        TestPlaybook.intent("cancel", ["call my visit off", "I cannot come", "cancel it [on {day}]"]),
        TestPlaybook.intent("price", ["what does it cost", "tell me the price", "how much money is it"]),
      ],
      slots: [
        TestPlaybook.slot("day", .date),
        TestPlaybook.slot("town", .choice, options: ["koper": ["koper", "capodistria"], "celje": ["celje"]]),
      ])
    let reader = Reader(playbook: playbook)
    func said(_ text: String) throws -> Explanation {
      reader.explain(text, in: TestPlaybook.context)
    }
    let plain = try #require(said("making it a visit to koper").clauses.last?.proposals.first)
    let other = try #require(said("making it a visit to capodistria").clauses.last?.proposals.first)
    #expect(plain == other)
    #expect(plain.intent == "visit")
    let dated = try #require(said("please cancel that on friday or monday").clauses.last)
    #expect(dated.proposals.first?.intent == "cancel")
    #expect(dated.evidence.contains { $0.words.contains("#date") })
    // A value and no word of a matter is no matter.
    #expect(try said("and for koper").interpretation.mentions.isEmpty)
  }

  @Test func `words of any sort do no harm`() {
    for word in ["", "a", "🙂", "日本語", "e\u{301}\u{301}", String(repeating: "x", count: 900), "'", "''s", "ing", "sses"]
    {
      let proposals = Classifier(TestPlaybook.bank, teaching: Teaching(known: TestPlaybook.reader.learn()))
        .propose([word, word, "card"]).all
      #expect(proposals.allSatisfy { $0.score >= 0 && $0.score <= 1 })
    }
  }
}

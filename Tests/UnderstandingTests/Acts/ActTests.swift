import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Moves of conversation` {
  static let reader = ActReader(settings: Settings())

  static func acts(_ text: String) -> [Act] {
    let terms = Terms(text)
    return reader.read(terms)
  }

  static let said: [(Act.Move, String)] = [
    (
      .yes,
      "yes|Yes please|yeah|yep|sure|ok|okay|correct|that's right|exactly|go ahead|of course|yes, it is a visa|it is|I do"
    ),
    (.no, "no|No thanks|nope|nah|no thank you|not really|not yet|that's wrong|no, it is a visa|absolutely not|no way"),
    (
      .cancel,
      "stop|cancel|cancel that|never mind|nevermind|forget it|please stop|I changed my mind|forget about it|no need"
    ),
    (
      .startOver,
      "start over|start again|let's start over|restart|from the beginning|begin again|can we start from scratch"
    ),
    (
      .repeat,
      "repeat that|can you repeat that please|say that again|what did you say|pardon|come again|I didn't get that|what was the question again|sorry, what?"
    ),
    (
      .capabilities,
      "what can you do|what can you help me with|help|menu|what are my options|how can you help me|what can I ask you"
    ),
    (
      .areYouABot,
      "are you a bot|are you a robot?|are you human|am I talking to a machine|is this a bot|who am I talking to|are you a real person"
    ),
    (.thanks, "thanks|thank you|Thank you very much|cheers|thanks a lot!|thx"),
    (.goodbye, "bye|goodbye|see you later|have a nice day|that's all|good night|bye bye"),
    (.greeting, "hi|hello|hey there|good morning|Hi, I lost my card"),
    (
      .decline,
      "I don't have it|I don't know|no idea|I'd rather not say|I'd prefer not to say|skip|I can't remember|I don't remember|not sure|I have no idea|don't know|I don't have it with me|I forgot|none of your business|I don't know my IBAN|I don't have a phone|I can't find it right now|I won't tell you"
    ),
    (
      .whyAsked,
      "why do you ask|why do you need that|why do you need my phone number|what do you need it for|why?|what for|why do you want to know"
    ),
    (
      .saidSoFar,
      "what did I say so far|what do you know so far|what have I told you|what have you noted so far|sum up what I said"
    ),
    (
      .correction,
      "I meant Friday|no, I meant the credit card|sorry, it is 4418|I made a mistake|not 50 but 60|that's wrong, it's 4418|actually it is Monday|my mistake, 4418|wait, no, 4418|scratch that"
    ),
    (
      .noneOfThese,
      "other|something else|none of these|neither|none of them|none of the above|another topic|it's something else|not these"
    ),
    (
      .alreadyTold,
      "I already told you|I've already told you that|you already asked that|I told you already|I just said that|how many times do I have to tell you|you keep asking me the same|I already gave you my number|as I already said|you asked me that before"
    ),
    (
      .notSettled,
      "that didn't help|it still does not work|that did not answer my question|that's not what I asked|still not working|it didn't work|that was not helpful|useless|you did not help me|no, that does not solve it"
    ),
  ]

  static let cases: [(Act.Move, String)] = said.flatMap { move, lines in
    lines.split(separator: "|").map { (move, String($0)) }
  }

  @Test(arguments: cases) func `are heard in many forms`(move: Act.Move, text: String) {
    #expect(Self.acts(text).contains { $0.move == move }, "\(Self.acts(text).map(\.move))")
  }

  static let unsaid: [(Act.Move, String)] = [
    (.yes, "I lost my card|no money arrived|it is not right|the correct amount is 50|not ok"),
    (
      .no,
      "no one took it but it is gone|I have no money on my account|there is no branch in Kranj|yes|note|I know nothing about it"
    ),
    (
      .cancel,
      "I want to cancel my loan|stop payment on a cheque|how do I cancel a standing order|my card stopped working|cancel my card"
    ),
    (.startOver, "when does it start|I want to start a business"),
    (.repeat, "a repeated payment|I need a repeat order"),
    (.capabilities, "can you help me with my loan|I need help with my card|what can I do about the fee"),
    (.areYouABot, "I want a human|the machine ate my card|I am a person"),
    (.greeting, "the shop is called Hello|they said hi"),
    (
      .decline,
      "I don't have my card any more|I don't know where my card is|I do not recognise this payment|skipping a rate"
    ),
    (.whyAsked, "why was my payment refused|why is my card blocked|what is the fee for"),
    (.correction, "I lost my card|the machine made an error|it is 4418"),
    (.noneOfThese, "the other card|none of my cards work|another card please|I want something else for my card"),
    (.alreadyTold, "I told my wife|the clerk told me already|tell me about loans"),
    (.notSettled, "my card does not work|the app is not working|yes that helped"),
    (.goodbye, "I want to say something good|a buy order"),
    (.thanks, "Thanksgiving opening hours"),
  ]

  static let negatives: [(Act.Move, String)] = unsaid.flatMap { move, lines in
    lines.split(separator: "|").map { (move, String($0)) }
  }

  @Test(arguments: negatives) func `are not heard where they are not meant`(move: Act.Move, text: String) {
    #expect(!Self.acts(text).contains { $0.move == move })
  }

  @Test func `are whole when nothing of weight stands beside them`() {
    let whole = { (text: String) in Self.acts(text).filter(\.isWhole).map(\.move) }
    #expect(whole("no thanks").contains(.no))
    #expect(whole("yes please").contains(.yes))
    #expect(!whole("no, 4418").contains(.no))
    #expect(!whole("thanks, and how do I get a loan").contains(.thanks))
  }

  @Test func `have the span of their words`() throws {
    let text = "oh 🙂 never mind, bye"
    let act = try #require(Self.acts(text).first { $0.move == .cancel })
    #expect(Line(text).typed(act.span) == "never mind")
  }
}

@Suite struct `Signs of dodging` {
  static func signals(_ text: String, answering slot: SlotID? = nil) -> [Signal] {
    var context = TestPlaybook.context
    if let slot { context.expectation = .slot(slot) }
    return TestPlaybook.reader.read(text, in: context).signals.map(\.signal)
  }

  @Test(arguments: [
    "I WANT MY MONEY BACK", "WHERE IS MY CARD", "THIS IS RIDICULOUS", "ANSWER ME!!", "GIVE ME BACK MY ATM CARD",
  ])
  func `shouting is heard`(text: String) { #expect(Self.signals(text).contains(.shouting)) }

  @Test(arguments: [
    "INV-204518", "my invoice is INV-204518", "SI56 1910 0000 0123 438", "ATM", "my PIN", "IBAN", "ATM PIN IBAN",
    "VISA",
    "OK", "I lost my VISA card", "BA2XGH", "NLB KRANJ", "Hello", "I",
  ]) func `codes and short names are no shouting`(text: String) { #expect(!Self.signals(text).contains(.shouting)) }

  @Test func `an answer in capitals is no shouting`() {
    #expect(!Self.signals("ANA MARIJA NOVAK", answering: "customer_name").contains(.shouting))
  }

  @Test(arguments: ["?", "???", "***", "#", "*#*#", "!!!", "?!"]) func `keys are heard`(text: String) {
    #expect(Self.signals(text).contains(.keys))
  }

  @Test(arguments: ["", "...", "4417", "what?", "#1", "-", "🙂"]) func `what says something is no keys`(text: String) {
    #expect(!Self.signals(text).contains(.keys))
  }

  @Test(arguments: ["this is shit", "what the fuck", "you idiots", "FFS"]) func `swearing is heard`(text: String) {
    #expect(Self.signals(text).contains(.swearing))
  }

  @Test(arguments: ["I live in Scunthorpe", "assistance", "a classic pass", "Dickens Street", "shiitake", "a cockpit"])
  func `words that only contain one are no swearing`(text: String) {
    #expect(!Self.signals(text).contains(.swearing))
  }

  @Test func `other and already asked come from their moves`() {
    #expect(Self.signals("none of these").contains(.other))
    #expect(Self.signals("I already told you!").contains(.alreadyAsked))
    #expect(!Self.signals("the other card").contains(.other))
  }
}

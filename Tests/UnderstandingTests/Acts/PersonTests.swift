import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Asking for a person` {
  static let asking = """
    human
    Human please
    HUMAN!!!
    agent
    0
    representative
    operator
    real person
    real person please
    a human please
    get me a human NOW
    get me a real person
    I want a human
    I want to talk to a human
    i wanna talk to someone
    I need to speak to somebody
    speak to someone
    talk to a person
    let me talk to a real person
    Let me speak with your manager
    can I talk to a human being
    can i speak to an agent please
    could I please speak with a representative?
    may I speak with someone from your team
    I would like to speak to an advisor
    I'd rather talk to a person
    connect me to an agent
    connect me with a live agent
    please transfer me to a human
    transfer me to customer service
    put me through to somebody
    put me through
    pass me on to a colleague
    hand me over to a human
    can somebody from the bank help me
    can someone call me
    can someone call me back please
    is there a human there
    is there a real person I can talk to
    is there no human?
    is anybody there
    why can't I talk to a human
    I can't get a human here, can I
    call centre
    call center
    customer service
    customer support please
    I want to talk to the call centre
    live chat
    live agent
    live person
    agnet
    humna
    I want a humna
    i want to talk to an agnet
    talk to a humen
    give me a persn
    represenative
    speek to a human
    tlak to a person
    operater please
    h u m a n
    H.U.M.A.N
    I want to speak to a h u m a n
    hu\u{200B}man
    ag\u{200B}ent ple\u{200B}ase
    REAL PERSON
    I WANT TO SPEAK TO A PERSON
    i want a fucking human
    just give me a bloody human
    for fuck's sake get me a human
    stop. I want a person
    this is useless, give me a human
    no, I want an agent
    no! human!
    not a bot, a human
    I don't want a bot, I want a human
    I don't want to talk to a bot
    I do not want to talk to a machine
    no more bots please
    enough of this bot
    I lost my card and I want to speak to a person
    my card was stolen, get me someone
    before we go on, could I talk to a human about my loan
    I need a human to look at this
    I need an actual person on this
    I'd like to speak with customer care
    escalate this to a supervisor
    can I see an adviser
    someone who understands please, a real human
    I demand to speak to your supervisor
    someone please
    anybody there
    hello, is someone there?
    ich will a human
    person
    staff member please
    send me to a human agent
    switch me to an operator
    forward me to an employee
    I want to be connected to a person
    are there any humans here
    """.split(separator: "\n").map(String.init)

  static let notAsking = """
    I don't want a human
    I don't need an agent
    I do not want to talk to a human
    please don't transfer me to an agent
    don't connect me to anyone
    no human please
    no need for a human
    without talking to a person
    I'd rather not speak to a person
    I hate talking to people
    what is the estate agent fee
    I paid an agent
    I paid an estate agent 500 euros
    my estate agent needs a bank statement
    the travel agent charged my card twice
    human resources
    I work in human resources
    that was a human error
    sorry, human error
    I am only human
    I'm a human
    are you a human
    are you human?
    are you a real person
    am I talking to a bot
    am I talking to a human?
    is this a real person
    someone stole my card
    somebody took my visa yesterday
    someone else used my card
    somebody hacked my account
    can someone else use my card
    the agent told me to wait
    your agent said I need a form
    the person who took it ran away
    a person took my bag
    I sent money to the wrong person
    there were people in front of the machine
    my manager needs the statement
    my boss did not pay me
    my assistant will come with me
    I lost my card
    4417
    10
    2000
    yes
    no
    thanks
    what is the representative APR
    power of attorney for another person
    the insurance agent
    the network operator blocked it
    how much does it cost per person
    a third person has access to my account
    does the app support apple pay
    support for my phone
    I need a loan
    I want to order a card for my wife
    the cash machine ate my card
    agent code 4471
    the cashier was rude
    I have no one to ask
    I spoke to an agent yesterday
    I talked with your adviser last week
    the urgent transfer did not arrive
    the agency took my deposit
    my wife is the second person on the account
    please help me
    how many people work at the bank
    an old woman in the branch helped me
    """.split(separator: "\n").map(String.init)

  static let reader = ActReader(settings: Settings())

  static func asks(_ text: String) -> Bool {
    let terms = Terms(text)
    return reader.read(terms).contains { $0.move == .person }
  }

  @Test(arguments: asking) func `is heard`(text: String) {
    #expect(Self.asks(text.replacing("\\u{200B}", with: "\u{200B}")))
  }

  @Test(arguments: notAsking) func `is not heard where it is not meant`(text: String) {
    #expect(!Self.asks(text))
  }

  @Test func `is heard in the author's own words`() {
    var settings = Settings()
    settings.human = ["Kundenberater", "the front desk"]
    let reader = ActReader(settings: settings)
    for text in ["Kundenberater", "I want a kundenberater now", "get me the front desk"] {
      let terms = Terms(text)
      #expect(reader.read(terms).contains { $0.move == .person }, "\(text)")
    }
  }

  @Test func `is whole when nothing of weight stands beside it`() {
    for (text, whole) in [
      ("hi, I want a human please", true), ("agent!", true), ("I lost my card, get me a human", false),
    ] {
      let terms = Terms(text)
      let act = Self.reader.read(terms).first { $0.move == .person }
      #expect(act?.isWhole == whole, "\(text)")
    }
  }
}

import Testing

/// Ways to ask for a person, and lines that only look like it: a record of what was once missed, not a held-out measure.
@Suite struct `Asking for a person in other words` {
  static let asking = """
    is there anyone I can call
    give me someone who understands
    stop, bot, human now
    I don't want to talk to a machine
    connect me
    customer service please
    can I speak with your manager
    no more robots
    is there a phone number where I reach somebody
    who can I talk to about this
    whom may I call
    get off the line you stupid bot and fetch a human
    this is going nowhere, let me have a person
    I would much rather discuss this with one of your colleagues
    could you possibly arrange for somebody to ring me
    I'd feel better talking with a member of staff
    please let a human take over
    hand this over to an employee please
    I need to have a word with somebody at the bank
    any chance of chatting with a real human being
    can I have a human
    bring me your supervisor
    let me talk with somebody in charge
    who is in charge here, I want to speak to them
    I refuse to talk to a computer
    I'm done talking to a robot
    you are useless, I need a real person
    are there any real people working there
    does anybody actually work there
    I'd like a callback
    please call me back
    ring me please
    can you have somebody call me
    I want someone to phone me
    what is the number of your call center
    give me the number of customer support
    how do I reach a human
    how can I get through to a person
    how do I contact an agent
    where can I find a real person to talk to
    spek to a humn
    pls conect me to an agnt
    i wnat a real persom
    opertor
    represenative plz
    cust service
    live support
    chat with agent
    chat with a human
    speak with live person
    human assistance required
    I demand a human being this instant
    screw this, agent
    for heavens sake a person please
    not you, a person
    not the bot again, give me a human
    enough, I want somebody real
    I want out of this bot
    turn off the bot
    no bots
    I hate bots, give me a person
    can a colleague of yours take this
    could one of your advisers help me instead
    I want to escalate this
    escalate
    I'd like to lodge this with a manager
    transfer me
    transfer me now please
    I would like to be put in touch with an adviser
    may I please be connected to somebody
    this requires a human
    I think a person should look at this
    you don't understand me, get me somebody who does
    I need to hear a human voice
    an actual human would be nice
    someone from support please
    talk to support
    contact support
    I want to speak with the bank
    can I talk to the bank directly
    do you have any humans
    does a human read this
    """.split(separator: "\n").map(String.init)

  static let notAsking = """
    I talked to a human yesterday and he blocked it
    the person at the till refused my card
    somebody called me and asked for my code
    someone phoned pretending to be your agent
    I don't need to speak to anyone
    there's no need to call me
    don't call me
    please do not ring me again
    I was put through to the wrong account
    transfer me 50 euros
    transfer money to my wife
    connect my phone to the app
    connect me to the wifi
    how do I connect the app to my account
    I sent it to a person I do not know
    my contact details have changed
    I want to contact the shop that charged me
    can I give someone access to my account
    can somebody else use my account
    is there anyone else on my account
    how many people can use the card
    I want to call my bank card blocked
    someone is using my card
    I need a card for my employee
    I want a loan for my staff
    a man stole my wallet
    my operator changed my number
    what does an adviser cost
    I want to become an agent of the bank
    do you employ students
    does the manager of my company need to sign
    I have an appointment with an adviser
    when is my adviser in the branch
    the machine is out of order
    the robot vacuum was charged twice
    I want to stop the payment to the agency
    no more fees please
    call charges abroad
    a phone call from your number scared me
    I got a call from customer service asking for my pin
    your customer service is slow
    I need support with my loan
    the app support page is empty
    who can open an account
    who can see my balance
    where can I find my statement
    how do I reach the Kranj branch
    what is your phone number for the app code
    I am a real person, not a bot
    you are not a human
    are you a machine
    no one can help me, my card is gone
    give me the number of my account
    give me a loan
    get me a statement
    I want to escalate the limit
    can I have a card
    bring me my money back
    put me down for Friday
    pass
    """.split(separator: "\n").map(String.init)

  @Test(arguments: asking) func `is heard`(text: String) { #expect(`Asking for a person`.asks(text)) }

  @Test(arguments: notAsking) func `is not heard where it is not meant`(text: String) {
    #expect(!`Asking for a person`.asks(text))
  }
}

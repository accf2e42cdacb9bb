import IntentLanguage

/// The files of a new playbook: a question that is answered, a matter that people take over, and a conversation for each.
enum Starter {
  struct File {
    let path: String
    let text: String
  }

  static let files = [
    File(path: "README.md", text: readme),
    File(path: "Intents/\(IntentSchema.fileName)", text: IntentSchema.json),
    File(path: "Intents/desk.yml", text: desk),
    File(path: "Intents/opening_hours.yml", text: openingHours),
    File(path: "Intents/lost_key.yml", text: lostKey),
    File(path: "Transcripts/a_person.convo.txt", text: aPerson),
    File(path: "Transcripts/opening_hours.convo.txt", text: openingHoursTalk),
    File(path: "Transcripts/not_settled.convo.txt", text: notSettledTalk),
    File(path: "Transcripts/lost_key.convo.txt", text: lostKeyTalk),
    File(path: "Transcripts/lost_key_room_first.convo.txt", text: roomFirstTalk),
  ]

  private static let schemaLine = "# yaml-language-server: $schema=\(IntentSchema.fileName)"

  private static let readme = """
    # A playbook of Baton

    `Intents/` says what customers want and what happens then, `Transcripts/` are conversations that must go as written.
    After every change: `baton check`, `baton test`, and `baton chat` to try it by hand.

    """

  private static let desk = """
    \(schemaLine)
    # The house as a whole: its name and who takes over.
    settings:
      name: Porter
      default_queue: reception
      greeting: Hello. What can I do for you?
    queues:
      reception: { title: the reception }

    """

  private static let openingHours = """
    \(schemaLine)
    intents:
      opening_hours:
        title: Opening hours
        utterances:
          - when are you open [today|tomorrow]
          - what are your opening hours
          - how long are you open
        answer: We are open Monday to Friday from 9 to 17.

    """

  private static let lostKey = """
    \(schemaLine)
    intents:
      lost_key:
        title: Lost key
        utterances:
          - I [have] lost my key [to room {room}]
          - my key (is gone|was stolen)
          - I cannot find my key
        needs: [room]
        answer: Somebody comes to room {{room}} with a new key.
        handoff: reception
    slots:
      room:
        title: Room
        type: digits
        length: 3
        ask: Which room is it?
        retry: It is the number on your door, three digits.
        cues: [room]

    """

  private static let aPerson = """
    A person, at once

    #me
    I want to talk to somebody

    #bot
    HANDOFF reason=customer_request queue=reception

    #agent
    AS ana
    claim
    say Good morning, Ana from the reception here.
    resolve

    #bot
    FLOOR bot

    """

  private static let openingHoursTalk = """
    Opening hours, asked and settled

    #me
    when are you open tomorrow?

    #bot
    We are open Monday to Friday from 9 to 17.
    INTENT opening_hours

    #me
    yes, thanks

    #bot
    SETTLED
    NO_HANDOFF

    """

  private static let notSettledTalk = """
    An answer that does not help brings a person

    #me
    what are your opening hours

    #bot
    INTENT opening_hours

    #me
    no

    #bot
    HANDOFF reason=not_settled queue=reception

    """

  private static let lostKeyTalk = """
    A lost key, and the room is asked for

    #me
    my key is gone

    #bot
    INTENT lost_key
    ASKS room

    #me
    the red door

    #bot
    It is the number on your door, three digits.
    ASKS room

    #me
    204

    #bot
    Somebody comes to room 204 with a new key.
    SLOT room=204
    HANDOFF reason=intent queue=reception

    """

  private static let roomFirstTalk = """
    A lost key, everything said at once

    #me
    I lost my key to room 204

    #bot
    Somebody comes to room 204 with a new key.
    INTENT lost_key
    SLOT room=204
    HANDOFF reason=intent queue=reception
    NOT_ASKED room

    """
}

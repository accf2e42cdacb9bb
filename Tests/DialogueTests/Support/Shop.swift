import Testing
import Vocabulary

@testable import Dialogue

/// A small shop with every kind of question.
enum Shop {
  static let yaml = """
    settings: { name: Pip, default_queue: front }
    intents:
      broken_lamp:
        title: Broken lamp
        utterances:
          - my lamp is broken
          - the lamp does not light
          - my {lamp_kind} lamp is broken
        needs: [order_number, bought_on]
        takes: [lamp_kind, lamp_room]
        answer: Lamp {{order_number}} is on its list.
        handoff: workshop
      visiting_hours:
        title: Opening times
        utterances:
          - when are you open
          - what are your opening times
        answer: We are open from nine to five.
      parking:
        title: Where to park
        utterances:
          - where can I park
        answer: Park behind the house.
        settled: assumed
      delivery_day:
        title: Day of delivery
        utterances:
          - bring it on another day
          - change the day of delivery
        needs: [deliver_on]
        confirm: yes
        handoff: front
      gift_note:
        title: A note with the present
        utterances:
          - put a note into the parcel
        needs: [note_text]
        answer: The note says {{note_text}}.
        settled: assumed
      newsletter:
        title: The monthly letter
        utterances:
          - send me the monthly letter
        needs: [mail]
        answer: The letter goes to {{mail}}.
        settled: assumed
      giving_back:
        title: Giving back
        utterances:
          - I want to give it back
        needs: [order_number, wants_money]
        rules:
          - when: { wants_money: yes }
            handoff: { queue: money, priority: high }
        answer: Bring it to the shop.
      two_days:
        title: Rent a van
        utterances:
          - I want to rent a van
        needs: [from_day, to_day]
        answer: The van is yours from {{from_day}} to {{to_day}}.
        settled: assumed
    slots:
      order_number: { title: Order number, type: digits, length: 5, ask: What is the order number?, cues: [order, order number] }
      bought_on: { title: Day of purchase, type: date, past: true, ask: When did you buy it?, retry: Please name the day. }
      lamp_kind: { title: Kind of lamp, type: choice, options: { desk: [desk], floor: [floor] }, ask: Which kind? }
      lamp_room: { title: Room, type: text, cues: [in] }
      deliver_on: { title: Day of delivery, type: date, future: true, ask: On which day?, confirm: yes }
      note_text: { title: Note, type: text, ask: What shall it say? }
      mail: { title: Mail address, type: email, remember: customer, fresh_for: 30 days, ask: Which mail address? }
      wants_money: { title: Money back, type: yes_no, ask: Do you want the money back? }
      from_day: { title: First day, type: date, future: true, ask: From which day?, cues: [first day] }
      to_day: { title: Last day, type: date, future: true, ask: To which day?, cues: [last day] }
    queues:
      front: { title: the front desk, first_reply_within: 5 minutes }
      workshop: { title: the workshop }
      money: { title: the till }
    """

  /// Learnt once for all tests.
  private static let engine = try? TestPlaybook.engine(yaml)

  static func talk(at start: Timestamp = Talk.sunday) throws -> Talk { Talk(try #require(engine), at: start) }
}

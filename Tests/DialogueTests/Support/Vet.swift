import Testing
import Vocabulary

@testable import Dialogue

/// A clinic for animals: another trade than the bank and the shop, so that nothing is made for one of them alone.
enum Vet {
  static let yaml = """
    settings: { name: Paws, country: SI, currency: EUR, default_queue: desk }
    queues:
      desk: { title: the reception }
      vets: { title: the vets }
    intents:
      visit:
        title: Appointment
        utterances:
          - I (want|need|would like) an appointment [for {pet}] [with {vet}] [[on] {on}] [at {at}]
          - (book|make) an appointment [for {pet}] [with {vet}] [[on] {on}] [at {at}]
          - can I bring {pet} [in] [[on] {on}] [at {at}]
        needs: [owner, pet, vet, on, at]
        takes: [symptom]
        confirm: yes
        answer: "{{pet}} comes on {{on}} at {{at}}."
        settled: assumed
      cancel_visit:
        title: Cancel an appointment
        utterances:
          - cancel my appointment [on {on}]
          - I cannot come [on {on}]
        needs: [owner, on]
        answer: Cancelled for {{owner}} on {{on}}.
        settled: assumed
      emergency:
        title: Emergency
        utterances:
          - my (dog|cat) (is bleeding|was hit by a car|ate poison)
        handoff: { queue: vets, priority: urgent }
      refill:
        title: More medicine
        utterances:
          - I ran out of {medicine}
          - I need more {medicine}
        needs: [medicine, dose, pet]
        rules:
          - when: { dose: { over: 200 } }
            handoff: { queue: vets, priority: high }
        answer: "{{medicine}} for {{pet}} is ready tomorrow."
        settled: assumed
      bill:
        title: Question about a bill
        utterances:
          - my bill is wrong
          - I have a question about (my|a|the) bill
        needs: [amount, bill_no]
        answer: We look at {{amount}} on bill {{bill_no}}.
        handoff: desk
      hours:
        title: Opening hours
        utterances: [when are you open, what are your opening hours, are you open today]
        answer: From 8 to 18.
        settled: assumed
      price:
        title: What a check costs
        utterances: [how much does a check cost, what does a vaccination cost]
        answer: A check is 40 euros.
      transport:
        title: Fetching an animal
        utterances: [fetch my animal, please fetch my dog]
        needs: [from_town, to_town]
        answer: We drive from {{from_town}} to {{to_town}}.
        settled: assumed
      chip:
        title: Chip of an animal
        utterances: ['where is chip [{chip}]', what do you know of my chip]
        needs: [chip]
        answer: Chip {{chip}} is registered.
    slots:
      owner: { title: Your name, type: name, ask: What is your name?, cues: [my name is], remember: customer }
      pet: { title: Name of the animal, type: name, ask: What is your animal called?, cues: [called, his name is] }
      vet: { title: Vet, type: choice, options: { zupan: [dr zupan, zupan], mlakar: [dr mlakar, mlakar], either: [either, no preference] }, ask: Which vet? }
      on: { title: Day, type: date, future: true, ask: Which day?, retry: Please name a day that is to come. }
      at: { title: Time, type: time, min: 08:00, max: 18:00, ask: At what time? }
      symptom: { title: What is wrong, type: text, cues: [he has, she has] }
      medicine: { title: Medicine, type: text, ask: Which medicine? }
      dose: { title: Dose, type: number, min: 0.5, max: 1000, ask: How many milligrams?, cues: [mg] }
      amount: { title: Amount, type: money, min: 1 EUR, max: 5000 EUR, ask: Which amount? }
      bill_no: { title: Bill number, type: digits, length: 6, ask: What is the bill number?, cues: [bill number] }
      from_town: { title: From, type: choice, options: { Koper: [Koper], Maribor: [Maribor], Celje: [Celje] }, ask: Where is it?, cues: [from] }
      to_town: { title: To, type: choice, options: { Koper: [Koper], Maribor: [Maribor], Celje: [Celje] }, ask: Where to?, cues: [to] }
      chip: { title: Chip, type: regex, matches: '\\bCH\\d{4}\\b', ask: What is the number of the chip? }
    """

  private static let engine = try? TestPlaybook.engine(yaml)

  static func talk() throws -> Talk { Talk(try #require(engine)) }

  /// A conversation that has come so far.
  static func talk(after lines: String...) throws -> Talk {
    var talk = try Vet.talk()
    for line in lines { try talk.say(line) }
    return talk
  }
}

import Playbooks
import Vocabulary

extension IntentKey {
  var schema: SchemaTree {
    switch self {
    case .title: .ref("reply")
    case .note: .ref("text")
    case .utterances, .not, .regex: .ref("templates")
    case .needs, .takes, .lookup: .ref("names")
    case .confirm: .ref("flag")
    case .rules: .object(["type": .text("array"), "items": .ref("rule")])
    case .answer: .ref("reply")
    case .handoff: .ref("handoff")
    case .start: .ref("name")
    case .settled: SchemaShape.words(["assumed", "ask"])
    }
  }

  var words: String {
    switch self {
    case .title: "What agents read; default: the name in words."
    case .note: "More for agents."
    case .utterances: "How it is said: templates such as I lost my [{card_kind}] card."
    case .regex: "PCRE2 for what templates cannot say; a named group fills the slot of that name."
    case .not: "What must never be read as this intent."
    case .needs: "Slots that have to be known; asked in this order."
    case .takes: "Slots that are kept when said, never asked."
    case .confirm: "Read back what will be done, and wait for a yes."
    case .lookup: "A lookup or a list of them, run once what they send is known."
    case .rules: "The first whose when holds decides, in place of the intent's own end."
    case .answer: "What is said where no rule holds."
    case .handoff: "Who takes over where no rule holds."
    case .start: "The intent that goes on where no rule holds."
    case .settled: "assumed: do not ask whether the answer settled it."
    }
  }
}

extension SlotKey {
  var schema: SchemaTree {
    switch self {
    case .type: SchemaShape.words(EntityKind.allCases.map(\.rawValue))
    case .length, .min, .max, .currency, .matches: .ref("text")
    case .title, .ask, .retry: .ref("reply")
    case .cues: .ref("templates")
    case .options:
      .object([
        "anyOf": .list([
          .ref("names"),
          .object([
            "type": .text("object"),
            "additionalProperties": .object(["anyOf": .list([.ref("templates"), .object(["type": .text("null")])])]),
          ]),
        ])
      ])
    case .past, .future, .confirm, .sensitive: .ref("flag")
    case .remember: SchemaShape.words(Slot.Remember.allCases.map(\.rawValue))
    case .freshFor: .ref("duration")
    case .onRecord: SchemaShape.words(Slot.OnRecord.allCases.map(\.rawValue))
    case .tries: SchemaShape.whole(1...10)
    }
  }

  var words: String {
    switch self {
    case .type: "What kind of value it is."
    case .title: "What agents read."
    case .ask: "The question."
    case .retry: "The second try."
    case .cues: "Words that stand beside the value: ends with."
    case .options: "Of a choice: value -> what customers say for it."
    case .length: "Of a text: how long, 4 or 4-6."
    case .min: "The least that is valid."
    case .max: "The most that is valid."
    case .past: "Of a date: not in the future."
    case .future: "Of a date: not in the past."
    case .currency: "Of money: three letters such as EUR."
    case .matches: "PCRE2; of a regex slot the value itself, of others a further condition."
    case .remember: "case: as long as the matter lives; customer: across cases and channels; never: masked after use."
    case .freshFor: "How long a remembered value counts, such as 90 days."
    case .onRecord: "A remembered value is confirmed once, used silently or asked anew."
    case .confirm: "Read the value back."
    case .sensitive: "Masked in transcripts, logs and exports."
    case .tries: "How often it is asked before a person takes over; 2."
    }
  }
}

extension QueueKey {
  var schema: SchemaTree {
    switch self {
    case .zone, .phone: .ref("text")
    case .skills, .closedOn: .ref("texts")
    case .hours: .object(["type": .text("object"), "additionalProperties": .ref("texts")])
    case .firstReplyWithin, .offerFor: .ref("duration")
    case .overflow: .ref("name")
    case .title, .closed: .ref("reply")
    }
  }

  var words: String {
    switch self {
    case .title: "What customers and agents read."
    case .skills: "What an agent has to be able to do."
    case .hours: "Days -> from-to: mon-fri: 08:00-18:00. Without hours: always open."
    case .zone: "A clock of its own: Europe/Ljubljana."
    case .closedOn: "Dates without duty."
    case .firstReplyWithin: "The promise that the desk keeps an eye on, such as 10 minutes."
    case .offerFor: "How long a case waits for one agent before it is offered to the next."
    case .overflow: "The queue that takes what this one cannot."
    case .phone: "For emergencies."
    case .closed: "What is said when nobody is on duty."
    }
  }
}

extension LookupKey {
  var schema: SchemaTree {
    switch self {
    case .url, .secretFile: .ref("text")
    case .sends, .gives: .ref("names")
    case .within: .ref("duration")
    }
  }

  var words: String {
    switch self {
    case .url: "Who is asked, by a POST of JSON: https or http."
    case .sends: "Slots or customer fields that are sent."
    case .gives: "Names that the answer has."
    case .within: "How long it may take; 2s."
    case .secretFile: "The file of the key that signs the question."
    }
  }
}

extension SettingKey {
  var schema: SchemaTree {
    switch self {
    case .name, .zone, .country, .currency: .ref("text")
    case .languages: .ref("names")
    case .defaultQueue: .ref("name")
    case .fallbacks: SchemaShape.whole(1...10)
    case .human: .ref("templates")
    case .dodge: SettingKey.dodgeMap
    case .disclosure, .greeting: .ref("reply")
    case .idleAfter, .retention: .ref("duration")
    }
  }

  private static var dodgeMap: SchemaTree {
    IntentSchema.closed(DodgeKey.self) { key in
      switch key {
      case .weights:
        (
          .object([
            "type": .text("object"), "additionalProperties": .flag(false),
            "properties": IntentSchema.properties(Signal.self) {
              (SchemaShape.whole(0...100), "How much \($0.rawValue) counts.")
            },
          ]), "How much each signal counts; 1."
        )
      case .bound: (SchemaShape.whole(1...100), "The sum at which a person takes over; 3.")
      }
    }
  }

  var words: String {
    switch self {
    case .name: "What the bot is called."
    case .languages: "The first is the default."
    case .zone: "The clock of the playbook: Europe/Ljubljana."
    case .country: "Two letters, SI: whose phone numbers have no country code."
    case .currency: "Three letters, EUR: what an amount is in that names none."
    case .defaultQueue: "Takes what no intent sends anywhere."
    case .fallbacks: "How many times in a row nothing may fit; 2."
    case .human: "More words for a person."
    case .dodge: "Signals that somebody wants past the bot."
    case .disclosure: "Said first in every thread; cannot be empty."
    case .greeting: "Said after it."
    case .idleAfter: "When a silent thread is let go."
    case .retention: "How long a thread is kept."
    }
  }
}

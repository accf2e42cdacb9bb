import Playbooks
import Understanding
import Vocabulary

/// What never changes in a turn: large, and shared by the many copies that are made of a turn.
private final class Given: Sendable {
  let engine: Engine
  let snapshot: Snapshot

  init(engine: Engine, snapshot: Snapshot) {
    self.engine = engine
    self.snapshot = snapshot
  }
}

/// One decision in the making: what was loaded, and what has been decided so far. Lives for one call of `decide`.
struct Turn {
  private let given: Given
  let now: Timestamp
  /// The same on the wall clock of the playbook's zone.
  let clock: CivilDateTime
  /// Where the event came through; what the bot says goes out the same way.
  let channel: Channel
  var customer: Customer
  var talk: TalkState
  var theCase: Case?
  var entries: [Entry] = []
  var notices: [CaseNotice] = []
  var reasons: [Reason] = []
  var receipt: Receipt?
  var timers: [TimerKind: Timestamp]
  /// Questions to other programs.
  var requests: [LookupRequest] = []
  /// How many intents this one line has started, so that no playbook can go round for ever.
  var started = 0
  /// Said before the bot's next words, in one entry with them.
  var opening: String?
  /// Intents that this line begins.
  var opened: [IntentID] = []
  /// Progress with this line still lowers the score of what the customer does to get past the bot.
  var mayEase = false
  /// Values of this line that a slot does not take, and why, so that its question can say so.
  var refused: [SlotID: SlotProblem] = [:]

  init(engine: Engine, snapshot: Snapshot, now: Timestamp, channel: Channel) {
    given = Given(engine: engine, snapshot: snapshot)
    self.now = now
    clock = engine.playbook.settings.zone.civil(now)
    self.channel = channel
    customer = snapshot.customer
    talk = snapshot.talk
    theCase = snapshot.theCase
    timers = snapshot.timers
  }

  var engine: Engine { given.engine }
  /// Read where it stands, since a copy of it has a count for each of its parts.
  var snapshot: Snapshot { _read { yield given.snapshot } }
  var playbook: Playbook { given.engine.playbook }
  var floor: Floor { Floor(theCase) }
  var isOpen: Bool { theCase?.isOpen ?? false }
  var nextSeq: Int { snapshot.lastSeq + entries.count + 1 }

  /// What is known of the matter in hand: the open case's, else the bot's own. Read and changed in place, since a copy
  /// of it has a count for each of its parts.
  var matter: Matter {
    _read {
      if case .some(let open) = theCase, open.isOpen { yield open.matter } else { yield talk.matter }
    }
    _modify {
      if isOpen, var open = theCase {
        theCase = nil
        yield &open.matter
        theCase = open
      } else {
        yield &talk.matter
      }
    }
  }

  mutating func because(_ what: String, at place: SourcePlace? = nil) {
    reasons.append(Reason(what, at: place))
  }

  mutating func notify(_ notice: CaseNotice) {
    if !notices.contains(notice) { notices.append(notice) }
  }

  /// Adds an entry and gives its `seq`.
  @discardableResult
  mutating func add(
    _ speaker: Speaker, _ text: String, audience: Audience = .everyone, choices: [Choice] = [], asks: SlotID? = nil,
    masked: Bool = false, deed: Deed? = nil
  ) -> Int {
    let seq = nextSeq
    var words = text
    if speaker == .bot, let first = opening {
      words = first + " " + text
      opening = nil
    }
    entries.append(
      Entry(
        seq: seq, at: now, from: speaker, channel: channel, text: words, audience: audience, choices: choices,
        asks: asks, masked: masked, deed: deed))
    return seq
  }

  /// Has the bot's next words begin with these.
  mutating func begin(with words: String) {
    opening = opening.map { $0 + " " + words } ?? words
  }

  /// Notes that the customer writes from here now. Of very many places the oldest unverified one is forgotten.
  mutating func arrived(from address: Address) {
    talk.lastAddress = address
    guard !customer.addresses.contains(where: { $0.address == address }) else { return }
    customer.addresses.append(.init(address))
    if customer.addresses.count > Limits.matterRecords,
      let oldest = customer.addresses.firstIndex(where: { !$0.verified && $0.address != address })
    {
      customer.addresses.remove(at: oldest)
    }
  }

  /// The whole decision, with its deliveries.
  consuming func finished() -> Decision {
    var deliveries: [Delivery] = []
    if let address = talk.lastAddress, let last = entries.last(where: { $0.audience == .everyone }) {
      deliveries.append(.toCustomer(address, through: last.seq))
    }
    if let code = theCase?.code { deliveries += notices.map { .toDesk(code, $0) } }
    var timers = timers
    timers[.lookup] = lookupsDue
    var decision = Decision(
      customer: customer, talk: talk, theCase: theCase, entries: entries, deliveries: deliveries, timers: timers,
      receipt: receipt, reasons: reasons)
    decision.lookups = requests
    return decision
  }
}

import Dialogue
import Storage
import Vocabulary

/// One thing to write. Texts are made by the task that asks, so that the one writer does not spend its time on them.
enum WriteJob: Sendable {
  case commit(PreparedCommit)
  case tick([Int64])
  case tickShown(Address, through: Int, ThreadID)
  case issue(NewKey, ThreadID)
  case exchange(KeyDigest, for: KeyDigest, at: Timestamp)
  case revoke(KeyDigest)
  case revokeKeys(ThreadID)
  case issueTicket(NewTicket)
  case redeem(KeyDigest, at: Timestamp)
  case revokeTickets(subject: String)
  /// The skills as JSON, where they are named.
  case noteAgent(AgentID, skills: String?, at: Timestamp)
  /// Threads by their numbers.
  case erase([Int64], before: Timestamp)
}

extension WriteJob {
  /// Whether it may change how many wait, or who was claimed.
  var touchesQueues: Bool {
    switch self {
    case .commit(let commit): commit.theCase != nil && !commit.stays.theCase
    case .erase: true
    case .tick, .tickShown, .issue, .exchange, .revoke, .revokeKeys, .issueTicket, .redeem, .revokeTickets, .noteAgent:
      false
    }
  }
}

/// What a job did.
enum WriteOutcome: Sendable {
  /// With the ids of the entries in the whole file.
  case committed(Commit, entries: ClosedRange<Int64>?)
  /// Whom the key that was presented belongs to.
  case exchanged(KeyHolder?)
  /// Whom the key belonged to that was taken back.
  case revoked(KeyHolder?)
  /// Whom the ticket was for.
  case redeemed(ProvenCustomer?)
  case nothingToTell
}

/// A decision with its values as they will stand in the columns. Made once and handed on, so that it is not copied.
final class PreparedCommit: Sendable {
  let thread: ThreadID
  let revision: Int
  let lastSeq: Int
  let customer: Customer
  let memory: String
  let talk: String
  let theCase: Case?
  let caseBody: String
  let entries: [Entry]
  /// One for each entry; absent where it offers no choices and records no deed.
  let texts: [(choices: String?, deed: String?)]
  let deliveries: [DeliveryColumns]
  let timers: [TimerKind: Timestamp]
  /// Those on disk at that revision, where they are known.
  let timersBefore: [TimerKind: Timestamp]?
  let receipt: Receipt?
  let stays: Staying

  /// What is on disk already and is not written again.
  struct Staying: Sendable {
    var customer = false
    var addresses = false
    var theCase = false
  }

  /// - Parameter kept: what is known to be on disk at that revision, where anything is.
  init(_ decision: Decision, over snapshot: Snapshot, kept: SnapshotCache.Kept? = nil) throws {
    let stays = Staying(decision, kept: kept)
    self.stays = stays
    thread = snapshot.thread
    revision = snapshot.revision
    lastSeq = decision.newLastSeq(over: snapshot)
    customer = decision.customer
    let remembers = !stays.customer && !decision.customer.memory.isEmpty
    memory = remembers ? try JSONText.encode(decision.customer.memory) : "{}"
    talk = try JSONText.encode(decision.talk)
    theCase = decision.theCase
    caseBody = stays.theCase ? "" : try decision.theCase.map { try JSONText.encode($0) } ?? ""
    entries = decision.entries
    texts = try decision.entries.map { entry in
      (
        choices: try entry.choices.isEmpty ? nil : JSONText.encode(entry.choices),
        deed: try entry.deed.map { try JSONText.encode($0) }
      )
    }
    deliveries = try decision.deliveries.map(DeliveryColumns.init)
    timers = decision.timers
    timersBefore = kept?.timers
    receipt = decision.receipt
  }
}

extension PreparedCommit.Staying {
  /// The revision guards it: a commit over another one than the kept is refused.
  init(_ decision: Decision, kept: SnapshotCache.Kept?) {
    guard let kept else { return }
    addresses = kept.customer.addresses == decision.customer.addresses
    customer =
      kept.customer.name == decision.customer.name && kept.customer.verified == decision.customer.verified
      && kept.customer.memory == decision.customer.memory
    theCase = kept.theCase == decision.theCase
  }
}

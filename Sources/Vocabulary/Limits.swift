/// Every bound on what comes from outside, by name. Passing one has an answer, never a crash.
package enum Limits {
  /// Unicode scalars of one utterance. A longer one is refused and its sender told.
  package static let utteranceScalars = 4_000
  /// Bytes of one frame, or of one line on standard input, including.
  package static let frameBytes = 16_384
  /// Scalars of a client id, a device id or an address key.
  package static let keyScalars = 128
  /// Scalars of what is read for intents and values; the whole text is stored all the same.
  package static let readScalars = 2_000
  /// Entries that one `sync` may ask for.
  package static let syncEntries = 1_000
  /// Entries that a `sync` without a limit asks for.
  package static let syncDefault = 200
  /// The largest number that a frame may name: all JSON readers agree on it.
  package static let frameNumber = 9_007_199_254_740_991
  /// Entries in flight to one client without a receipt.
  package static let unreceiptedEntries = 64
  /// Turns that one utterance may set off through `start` before a person takes over.
  package static let startDepth = 8
  /// Nesting of one frame.
  package static let frameDepth = 8
  /// Deliveries handed over in one round.
  package static let deliveryBatch = 256
  /// Timers fired in one round.
  package static let dueTimers = 256
  /// Lines that were read and not answered yet, before reading pauses.
  package static let linesAhead = 256
  /// How often a lost race is tried again.
  package static let commitAttempts = 16
  /// How long a matter without a case is remembered after its last line.
  package static let matterMilliseconds: Int64 = 24 * 3_600_000
  /// How long an agent may be absent before a case returns to its queue.
  package static let leaseMilliseconds: Int64 = 5 * 60_000
  /// Bytes of one intent file.
  package static let intentFileBytes = 256 * 1024
  /// Intent files of one playbook.
  package static let intentFiles = 2_000
  /// Nesting of one intent file.
  package static let intentFileDepth = 16
  /// Values that are kept until an intent can use them.
  package static let looseValues = 24
  /// Intents under way at the same time; more are kept on the matter only.
  package static let agendaIntents = 8
  /// Records of one kind (signals, questions, unclear words) that one matter keeps.
  package static let matterRecords = 200
  /// Scalars of a desk's text.
  package static let agentTextScalars = 4_000
  /// Nesting of brackets in one template.
  package static let templateDepth = 16
  /// Sentences that one template may stand for.
  package static let templateForms = 10_000
  /// Frames of one connection that were read and not worked on yet, before its reading pauses.
  package static let readingsAhead = 32
  /// Bytes of text in the answer to one `sync`; what does not fit is told as more.
  package static let pageBytes = 262_144
  /// Bytes of the header fields of one request.
  package static let headerBytes = 16_384
  /// Header fields of one request.
  package static let headerFields = 100
  /// Bytes of a request's target.
  package static let targetBytes = 4_096
  /// Bytes of a request's body.
  package static let bodyBytes = 65_536
  /// How long a request may take to come in.
  package static let requestMilliseconds: Int64 = 10_000
  /// How long a connection may stay open between two requests.
  package static let restMilliseconds: Int64 = 60_000
  /// Secrets that open one thread at the same time.
  package static let threadKeys = 32
  /// Bytes of a token that a site signed.
  package static let tokenBytes = 8_192
  /// How long a ticket counts that was given for a token.
  package static let ticketMilliseconds: Int64 = 60_000
  /// Keys that a site may sign with at the same time.
  package static let siteKeys = 8
  /// A customer's typing is told on once in so long, however often they type.
  package static let typingMilliseconds: Int64 = 2_000
  /// How long another program may take, at the most.
  package static let lookupMilliseconds: Int64 = 30_000
  /// A lookup that may take longer is announced to the customer.
  package static let quietLookupMilliseconds: Int64 = 3_000
  /// How long after that time whoever asked may still come back with the outcome.
  package static let lookupGraceMilliseconds: Int64 = 3_000
  /// How often a question is put to another program, where nobody came back with an outcome.
  package static let lookupAttempts = 2
  /// How long an answer of another program counts.
  package static let lookupFreshMilliseconds: Int64 = 60_000
  /// Bytes of one answer of another program.
  package static let lookupBytes = 64 * 1024
  /// Scalars of one value that another program gives.
  package static let lookupTextScalars = 1_000
  /// Questions to other programs under way at the same time; more wait.
  package static let lookupsAtOnce = 64
  /// Lines that may pass until an answer or a person comes, for whoever answers every question in vain.
  package static let linesToAnEnd = 60
  /// Conditions that the proof looks at for one intent before it says that it cannot be proved.
  package static let proofSteps = 200_000
  /// Combinations of open and closed queues that the proof tells apart.
  package static let proofMoments = 256
  /// How far back claims are looked at for the time that a case waits.
  package static let waitMilliseconds: Int64 = 2 * 3_600_000
  /// How many of them it takes to say a time.
  package static let waitClaims = 3
  /// How many of them are kept of each queue.
  package static let keptClaims = 20
  /// Threads erased in one round.
  package static let erasedThreads = 64
  /// How often it is looked for what is to be erased.
  package static let erasingMilliseconds: Int64 = 3_600_000
  /// Skills that one agent may name.
  package static let skills = 64
  /// Labelled lines of one file to measure on or to learn from.
  package static let labelledLines = 1_000_000
  /// Bytes of such a file.
  package static let labelledBytes = 256 * 1024 * 1024
  /// Confused pairs that a measurement shows.
  package static let confusedPairs = 1_000
  /// Bytes of one learned model on disk.
  package static let modelBytes = 128 * 1024 * 1024
  /// Learned models that are kept beside a store.
  package static let keptModels = 4
  /// Utterances of the thread that a decision may look back at.
  package static let recentEntries = 12
}

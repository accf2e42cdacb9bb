/// The keys that may stand at the top of a file.
enum FileKey: String, CaseIterable, Sendable { case intents, slots, queues, lookups, replies, settings }

enum IntentKey: String, CaseIterable, Sendable {
  case title, note, utterances, regex, not, needs, takes, confirm, lookup, rules, answer, handoff, start, settled
}

enum RuleKey: String, CaseIterable, Sendable { case when, answer, handoff, start }

enum HandoffKey: String, CaseIterable, Sendable { case queue, priority }

enum SlotKey: String, CaseIterable, Sendable {
  case type, title, ask, retry, cues, options, length, min, max, past, future, currency, matches, remember
  case freshFor = "fresh_for"
  case onRecord = "on_record"
  case confirm, sensitive, tries
}

enum QueueKey: String, CaseIterable, Sendable {
  case title, skills, hours, zone
  case closedOn = "closed_on"
  case firstReplyWithin = "first_reply_within"
  case offerFor = "offer_for"
  case overflow, phone, closed
}

enum LookupKey: String, CaseIterable, Sendable {
  case url, sends, gives, within
  case secretFile = "secret_file"
}

enum SettingKey: String, CaseIterable, Sendable {
  case name, languages, zone, country, currency
  case defaultQueue = "default_queue"
  case fallbacks, human, dodge, disclosure, greeting
  case idleAfter = "idle_after"
  case retention
}

enum DodgeKey: String, CaseIterable, Sendable { case weights, bound }

enum RangeKey: String, CaseIterable, Sendable { case over, under, from, to }

enum TestKey: String, CaseIterable, Sendable { case over, under, from, to, known, matches, not }

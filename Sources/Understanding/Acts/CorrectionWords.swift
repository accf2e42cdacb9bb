/// The words with which a value is taken back.
struct CorrectionWords: Sendable {
  let fillers: Set<String>
  let noes: Set<String>
  let leads: Set<String>
  /// Stand between what takes back and the new value.
  let links: Set<String>
  /// Answer or ask something instead of naming a value.
  let talk: Set<String>
  /// Leads that ask for time where words follow them.
  let waits: Set<String>
  /// Leads that a name may follow at once: "actually Maribor".
  let firm: Set<String>
  /// "I mean".
  let meaning: [[String]]
  /// Take back behind the value: "130 euros actually".
  let trails: Set<String>

  static let english = CorrectionWords(
    fillers: ["oh", "ah", "um", "uh", "er", "well", "so", "ok", "okay", "hey", "but"],
    noes: ["no", "nope", "nah"],
    leads: [
      "no", "nope", "nah", "wrong", "incorrect", "sorry", "oops", "ups", "whoops", "actually", "wait", "correction",
      "rather", "typo",
    ],
    links: [
      "it", "is", "was", "that", "this", "should", "be", "the", "a", "an", "on", "in", "at", "i", "meant", "mean",
      "said",
      "my", "of", "for", "ends", "ending", "with", "number", "date", "amount", "rather", "'s",
    ],
    talk: [
      "yes", "thanks", "thank", "please", "sorry", "wait", "stop", "cancel", "help", "human", "agent", "person",
      "never",
      "mind", "nothing", "none", "right", "correct", "wrong", "fine", "good", "sure", "bye", "goodbye", "idea",
      "problem",
      "still", "already", "yet", "again", "late", "true", "false", "lost", "stolen", "forgot", "forget", "maybe",
      "difficult", "important", "urgent", "bad", "great", "someone", "somebody", "worries", "way", "chance", "clue",
    ],
    waits: ["wait"], firm: ["actually", "wrong"],
    meaning: [["i", "mean"], ["i", "meant"]],
    trails: ["actually", "sorry", "instead", "rather"])
}

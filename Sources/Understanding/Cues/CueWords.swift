/// The words around cues and their values.
struct CueWords: Sendable {
  /// May stand between a cue and its value.
  let light: Set<String>
  /// End the words of a text.
  let clauseWords: Set<String>
  /// Name nothing behind a cue: "at all", "in fact", "at the moment".
  let idle: Set<String>
  let prepositions: Set<String>
  /// Words that a preposition behind them belongs to: "interested in".
  let governors: Set<String>
  /// Passed over before the words of a text.
  let articles: Set<String>

  static let english = CueWords(
    light: [
      "in", "with", "is", "was", "are", "the", "a", "an", "at", "on", "of", "to", "my", "it", "number", "digits", "are",
      "about", "around", "for", "be", "as", "its", "that",
    ],
    clauseWords: [
      "and", "but", "because", "which", "that", "so", "then", "when", "if", "or", "while", "please", "thanks", "i",
      "it",
      "he", "she", "they", "we", "you",
    ],
    idle: [
      "all", "fact", "moment", "order", "general", "advance", "hold", "time", "once", "least", "case", "addition",
      "particular", "short", "touch", "trouble", "interested", "my", "your", "total", "person", "cash", "debt", "need",
      "full", "writing", "english", "euros", "dollars", "panic", "hurry", "mind", "future", "past", "meantime", "end",
      "beginning", "purpose", "holiday", "there", "here", "this", "these", "those", "any", "our", "his", "her", "their",
    ],
    prepositions: ["in", "at", "on", "to", "for", "about", "from", "of", "with", "by"],
    governors: [
      "interested", "interest", "log", "logged", "logging", "login", "sign", "signed", "signing", "check", "checked",
      "fill", "filled", "filling", "type", "typed", "key", "believe", "turn", "turned", "hold", "based", "depend",
      "depends", "depending", "look", "looking", "looked", "later", "early", "carry", "invest", "investing", "trust",
      "succeed", "result", "involved", "not", "asking", "ask", "more", "else",
    ],
    articles: ["a", "an", "the", "is", "was"])
}

/// How people say yes and no, folded; shared by the value and by the moves of conversation.
enum YesNoWords {
  static let yes: [String] = [
    "yes", "y", "yeah", "yea", "yep", "yup", "yess", "yes please", "yes that's right", "yes it is", "yes i do",
    "yes i am",
    "yes i did", "yes i have", "ya", "aye", "sure", "sure thing", "for sure", "of course", "ofc", "course", "certainly",
    "absolutely", "definitely", "correct", "that's correct", "thats correct", "that is correct", "right",
    "that's right",
    "thats right", "that is right", "exactly", "indeed", "true", "affirmative", "ok", "okay", "k", "kk", "alright",
    "all right", "fine", "that's fine", "go ahead", "go on", "do it", "please do", "proceed", "go for it",
    "sounds good",
    "looks good", "looks right", "perfect", "great", "agreed", "i agree", "agree", "i do", "i did", "i am", "i have",
    "it is", "it was", "it did", "it does", "that's it", "that is it", "that's the one", "that's me", "you got it",
    "got it", "by all means", "why not", "i think so", "i guess so", "i believe so", "i suppose so", "i guess",
    "uh huh",
    "mhm", "mm hmm", "yes of course", "of course yes", "totally", "no problem", "no worries", "confirmed", "i confirm",
    "confirm", "works for me", "that works", "very much so", "most certainly", "please", "👍", "👌", "✅", "✔",
  ]

  static let no: [String] = [
    "no", "n", "nope", "nah", "naw", "nay", "no way", "no thanks", "no thank you", "not really", "not at all",
    "not quite",
    "not exactly", "not correct", "not right", "not true", "that's not right", "thats not right", "that is not right",
    "that's not correct", "that's not it", "that is not it", "that's wrong", "thats wrong", "that is wrong",
    "it's wrong",
    "wrong", "incorrect", "false", "negative", "never", "absolutely not", "definitely not", "certainly not",
    "of course not", "i don't think so", "i dont think so", "i do not think so", "don't think so", "i don't", "i dont",
    "i do not", "i didn't", "i didnt", "i did not", "i haven't", "i have not", "i'm not", "i am not", "it isn't",
    "it isnt",
    "it is not", "it's not", "it wasn't", "it was not", "it doesn't", "it does not", "it didn't", "it did not", "isn't",
    "don't", "dont", "do not", "don't do it", "please don't", "please do not", "rather not", "i'd rather not",
    "not this one", "not that one", "not yet", "not now", "not today", "no no", "hell no", "i disagree", "disagree",
    "not ok", "not okay", "not fine", "nothing like that", "by no means", "no i don't", "no it isn't", "no it's not",
    "none", "👎", "❌",
  ]

  /// Phrases that begin like one of those and say neither.
  static let neither: [String] = [
    "not sure", "i'm not sure", "im not sure", "i am not sure", "no idea", "no clue", "no one", "no matter",
    "no longer",
    "right now", "right away", "ok but", "i don't know", "i dont know", "i do not know", "don't know", "dont know",
    "please help",
    "i don't have", "i dont have", "i do not have", "i have a", "i have an", "i have no", "i am a", "it is a",
    "true or false",
    "yes or no", "yes and no", "no more", "fine print", "none of these", "none of those", "none of them",
    "none of the above",
    "i don't remember", "i dont remember", "i don't want to say", "wrong number", "never mind", "nevermind",
    "not applicable", "great question", "i don't understand", "i dont understand", "i did not get", "sure about",
  ]
}

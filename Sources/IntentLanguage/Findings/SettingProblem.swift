import Vocabulary

/// What is wrong with the settings.
enum SettingProblem: Problem {
  case twice(first: SourcePlace)
  case unknownZone(String, known: [String])

  var code: FindingCode {
    switch self {
    case .twice: .settingsTwice
    case .unknownZone: .badValue
    }
  }

  var prose: Prose {
    switch self {
    case .twice(let first):
      Prose(
        "there are settings in two files",
        "The first are in \(Phrase.spot(first)). They hold for all files; move these there.")
    case .unknownZone(let name, let known):
      Prose(
        "there is no time zone \"\(name)\"", Phrase.didYouMean(name, among: known),
        "Write a continent and a city, such as Europe/Ljubljana, or UTC.")
    }
  }
}

import Testing
import Vocabulary

@testable import Understanding

struct YesNoTests {
  static let yes = [
    "yes", "Yep!", "sure", "of course", "correct", "that's right", "that is correct", "yes please", "yes, please",
    "well, yes",
    "ok", "go ahead", "uh-huh", "I think so", "👍", "yeah that's it", "absolutely", "y",
  ]
  static let no = [
    "no", "nope", "not really", "I don't think so", "absolutely not", "no, thanks", "no way", "um no", "that's wrong",
    "of course not", "nah", "n", "not at all", "it isn't", "incorrect",
  ]
  static let neither = [
    "no idea", "I'm not sure", "right now I can't", "no one told me", "I don't know", "my card is blocked",
    "I have a question",
    "the fine print", "yes or no", "4417", "", "I have lost my card", "it is at home", "wrong card",
    "go to Kranj",
  ]

  @Test(arguments: yes) func `a yes is read in its many forms`(_ text: String) {
    #expect(Set(values(YesNoReader(), text, .yesNo, latent: true)) == ["yes"])
  }

  @Test(arguments: no) func `a no is read in its many forms`(_ text: String) {
    #expect(Set(values(YesNoReader(), text, .yesNo, latent: true)) == ["no"])
  }

  @Test(arguments: neither) func `what says neither is not read`(_ text: String) {
    #expect(YesNoReader().read(Line(text), in: Samples.context()).isEmpty)
  }

  @Test func `no phrase says both`() {
    #expect(Set(YesNoWords.yes).isDisjoint(with: YesNoWords.no))
    #expect(Set(YesNoWords.yes).isDisjoint(with: YesNoWords.neither))
    #expect(Set(YesNoWords.no).isDisjoint(with: YesNoWords.neither))
  }
}

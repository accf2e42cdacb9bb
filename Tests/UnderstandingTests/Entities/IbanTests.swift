import Testing
import Vocabulary

@testable import Understanding

struct IbanTests {
  static let positive: [Case] = [
    Case("SI56191000000123438", "SI56191000000123438"),
    Case("my iban is SI56 1910 0000 0123 438", "SI56191000000123438"),
    Case("gb29 nwbk 6016 1331 9268 19 please", "GB29NWBK60161331926819"),
    Case("DE89-3704-0044-0532-0130-00.", "DE89370400440532013000"),
    Case("NL91ABNA0417164300, thanks", "NL91ABNA0417164300"),
    Case("MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"),
  ]
  static let negative = [
    "SI56191000000123439", "SI5619100000012343", "SI56191000000123438999", "XX56191000000123438", "SI 56",
    "de 89 cards",
    "si56 1910 0000 0123 43a",
  ]

  @Test(arguments: positive) func `an account number is found over blanks and in lower case`(_ sample: Case) {
    #expect(values(IbanReader(), sample.text, .iban) == sample.values)
  }

  @Test(arguments: negative) func `a wrong check, length or country is no account number`(_ text: String) {
    #expect(values(IbanReader(), text, .iban) == [])
  }
}

import Testing

@testable import Understanding

struct `German numbers` {
  @Test(arguments: [
    Case("einundzwanzig", "21"), Case("zweihundertdreiundvierzig", "243"), Case("eintausendfünfhundert", "1500"),
    Case("zweitausendsechsundzwanzig", "2026"), Case("hundert", "100"), Case("zwei Millionen", "2000000"),
    Case("dreihunderttausend", "300000"), Case("zweihundert fünfzig", "250"), Case("drei Komma fünf", "3.5"),
    Case("eineinhalb", "1.5"), Case("anderthalb", "1.5"), Case("zweieinhalb", "2.5"), Case("ein halbes", "0.5"),
    Case("eine halbe Million", "500000"), Case("drei Viertel", "0.75"), Case("zwei Drittel", "0.666666666667"),
    Case("ein Dutzend", "12"), Case("1.250,50", "1250.5"), Case("1.250", "1250"), Case("2,5", "2.5"),
    Case("minus drei", "-3"), Case("3,5 Mio", "3500000"), Case("fuenfunddreissig", "35"),
    Case("zwölf", "12"), Case("zwoelf", "12"), Case("12 Prozent", "12"), Case("hundertzwanzig", "120"),
    Case("zwei und ein halb", "2.5"), Case("drei und dreißig", "33"), Case("zweieinhalb Millionen", "2500000"),
    Case("fünf Dutzend", "60"), Case("4 hundert und 20", "420"), Case("null Komma sieben fünf", "0.75"),
    Case("minus zweihundert", "-200"),
    Case("ein und vierzig", "41"), Case("drei hundert fünf und sechzig tausend", "365000"), Case("4M", "4000000"),
    Case("tausend zweihundertfünf", "1205"), Case("ein Drittel", "0.333333333333"),
  ])
  func `is read in its everyday forms`(_ item: Case) {
    let found = GermanReading.values(.number, in: item.text)
    #expect(found.first.map { item.values[0].hasPrefix($0) || $0 == item.values[0] } == true, "\(found)")
  }

  @Test(arguments: [
    Case("der dritte", "3"), Case("einundzwanzigste", "21"), Case("beim zweiten Mal", "2"),
  ])
  func `is a whole number where it is an ordinal`(_ item: Case) {
    #expect(GermanReading.values(.integer, in: item.text).contains(item.values[0]))
  }

  @Test(arguments: [
    "ich habe ein Konto bei Ihnen", "eine Karte ist weg", "ein paar Fragen", "ein paar Euro", "ich bin alleine",
    "die Achtung vor dem Gesetz",
    "ich verzweifle noch", "mein Einkommen ist gestiegen",
  ])
  func `is none where the word says something else`(_ text: String) {
    #expect(GermanReading.values(.number, in: text).isEmpty)
  }

  @Test(arguments: [
    Case("20 Euro", "20 EUR"), Case("1.250,50 €", "1250.5 EUR"), Case("€ 300", "300 EUR"),
    Case("zwanzig Euro fünfzig", "20.5 EUR"), Case("20 Euro und 50 Cent", "20.5 EUR"), Case("80 Cent", "0.8 EUR"),
    Case("hundert Franken", "100 CHF"), Case("50 Schweizer Franken", "50 CHF"), Case("CHF 40", "40 CHF"),
    Case("zweitausend Euro", "2000 EUR"), Case("ein Euro", "1 EUR"), Case("eineinhalb Millionen Euro", "1500000 EUR"),
    Case("30 US Dollar", "30 USD"), Case("eine Gebühr von 12,90 Euro", "12.9 EUR"), Case("500,- Euro", "500 EUR"),
    Case("200 Pfund", "200 GBP"), Case("10 schwedische Kronen", "10 SEK"),
    Case("zwischen 30 und 40 Euro", "30 EUR", "40 EUR"), Case("5 bis 7 Euro", "5 EUR", "7 EUR"),
    Case("2 Mio. Euro", "2000000 EUR"), Case("15 TEUR", "15000 EUR"), Case("60 ägyptische Pfund", "60 EGP"),
    Case("Euro 30", "30 EUR"),
    Case("30 US-Dollar", "30 USD"), Case("7 Dollar und 25 Cent", "7.25 USD"), Case("35 Cent", "0.35 EUR"),
    Case("-12 €", "-12 EUR"),
  ])
  func `with a currency is money`(_ item: Case) {
    #expect(
      GermanReading.read(.money, in: item.text).compactMap { $0.split(separator: " <").first.map(String.init) }
        == item.values)
  }

  @Test(arguments: [
    Case("vier vier eins sieben", "4417"), Case("vierundvierzig siebzehn", "4417"), Case("0417", "0417"),
    Case("null vier eins sieben", "0417"),
  ])
  func `may be said digit by digit`(_ item: Case) {
    #expect(GermanReading.values(.digits, in: item.text).contains(item.values[0]))
  }
}

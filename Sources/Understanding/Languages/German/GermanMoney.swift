import Vocabulary

extension MoneyTables {
  static let german: MoneyTables = {
    var names: [String: Currencies.Unit] = [:]
    let units: [(Currencies.Money, Int, String)] = [
      (.code("EUR"), 1, "euro euros euronen"), (.shared(.franc), 1, "franken"),
      (.shared(.dollar), 1, "dollar dollars"), (.shared(.pound), 1, "pfund"),
      (.shared(.krone), 1, "krone kronen"), (.code("JPY"), 1, "yen"), (.code("CNY"), 1, "yuan"),
      (.code("PLN"), 1, "zloty"), (.code("HUF"), 1, "forint"), (.code("HRK"), 1, "kuna"), (.shared(.lira), 1, "lira"),
      (.shared(.rouble), 1, "rubel"), (.shared(.dinar), 1, "dinar"), (.shared(.rupee), 1, "rupie rupien"),
      (.shared(.peso), 1, "peso pesos"), (.shared(.riyal), 1, "rial riyal"), (.shared(.dirham), 1, "dirham"),
      (.code("RON"), 1, "lei"), (.code("BGN"), 1, "lewa"), (.code("ZAR"), 1, "rand"),
      (.code("UAH"), 1, "hrywnja griwna"), (.code("ILS"), 1, "schekel"), (.code("THB"), 1, "baht"),
      (.shared(.euroCent), 100, "cent cents"), (.code("CHF"), 100, "rappen"), (.code("GBP"), 100, "pence"),
    ]
    for (money, parts, words) in units {
      for word in words.split(separator: " ") { names[String(word)] = Currencies.Unit(money: money, parts: parts) }
    }
    return MoneyTables(
      names: names, countries: countries, doubled: [], articles: [], and: "und", of: "an", joins: ["bis", "oder"],
      between: "zwischen", slang: [])
  }()

  private static let countries: [String: String] = {
    var table: [String: String] = ["us": "US", "schweizer": "CH", "singapur": "SG"]
    let stems: [(String, String)] = [
      ("amerikanisch", "US"), ("kanadisch", "CA"), ("australisch", "AU"), ("neuseelandisch", "NZ"),
      ("britisch", "GB"), ("englisch", "GB"), ("schwedisch", "SE"), ("norwegisch", "NO"), ("danisch", "DK"),
      ("islandisch", "IS"), ("tschechisch", "CZ"), ("turkisch", "TR"), ("serbisch", "RS"), ("polnisch", "PL"),
      ("ungarisch", "HU"), ("agyptisch", "EG"), ("libanesisch", "LB"), ("mexikanisch", "MX"), ("indisch", "IN"),
      ("japanisch", "JP"), ("russisch", "RU"), ("rumanisch", "RO"), ("thailandisch", "TH"),
    ]
    for (stem, country) in stems { for ending in ["e", "en", "er"] { table[stem + ending] = country } }
    return table
  }()
}

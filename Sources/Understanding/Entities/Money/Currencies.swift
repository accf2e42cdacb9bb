/// Names of currencies, as ISO 4217 codes. Whose they are stands in `CurrencyCountries`.
enum Currencies {
  /// A unit as people name it, and how many of it make the currency's own.
  struct Unit: Sendable {
    let money: Money
    /// 100 for cents, pence, kopecks.
    var parts = 1
    /// It may stand behind "a", or alone where an amount is asked for: "a euro", "nickel".
    var single = false
    /// It means something else at least as often: "a quarter".
    var isWeak = false
  }

  enum Money: Sendable {
    case code(String)
    /// Several countries call theirs so.
    case shared(Family)
    /// Of whatever currency has a hundred of them.
    case cent

    /// Money of that currency may be named so.
    func mayBe(_ currency: String) -> Bool {
      switch self {
      case .code(let code): code == currency
      case .shared(let family): family.codes.contains(currency)
      case .cent: true
      }
    }
  }

  /// Currencies of one name, and which is meant where nothing tells.
  struct Family: Sendable {
    let usual: String
    let codes: Set<String>

    init(_ codes: String) {
      let list = codes.split(separator: " ").map(String.init)
      usual = list.first ?? "EUR"
      self.codes = Set(list)
    }

    static let dollar = Family("USD AUD CAD NZD SGD HKD TWD JMD TTD BSD BBD BZD FJD GYD LRD NAD SRD XCD BND KYD BMD")
    static let pound = Family("GBP EGP LBP SYP SDG GIP FKP SSP")
    static let euroCent = Family("EUR USD CAD AUD NZD SGD HKD ZAR")
    static let penny = Family("GBP USD CAD AUD NZD EUR")
    static let franc = Family("CHF XOF XAF RWF BIF CDF DJF GNF KMF XPF")
    static let krone = Family("DKK SEK NOK ISK CZK")
    static let peso = Family("MXN ARS CLP COP PHP UYU DOP CUP BOB")
    static let rupee = Family("INR PKR LKR NPR MUR SCR")
    static let dinar = Family("RSD KWD BHD JOD DZD TND IQD LYD MKD")
    static let riyal = Family("SAR QAR OMR YER IRR")
    static let dirham = Family("AED MAD")
    static let shilling = Family("KES UGX TZS SOS")
    static let rouble = Family("RUB BYN")
    static let lira = Family("TRY")
    static let kopeck = Family("RUB UAH BYN")
    static let centavo = Family("MXN BRL ARS CLP COP PHP UYU DOP CUP BOB")
    static let centime = Family("CHF EUR XOF XAF MAD DZD")
    static let paisa = Family("INR PKR NPR BDT")
    static let sen = Family("MYR IDR JPY BND")
    static let ore = Family("SEK NOK DKK")
  }

  /// Lower case code -> code. Codes that are English words count only in capitals.
  static let codes: [String: String] = Dictionary(
    list.split(separator: " ").map { ($0.lowercased(), String($0)) }, uniquingKeysWith: { first, _ in first })
  static let wordLikeCodes: Set<String> = [
    "all", "try", "top", "cup", "mop", "gel", "ron", "lak", "pen", "mad", "amd", "sos", "bob", "cop", "bam", "sit",
    "php", "fok", "zar", "kid", "gip",
  ]

  private static let list = """
    EUR USD GBP CHF JPY CNY AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD BAM MKD ALL TRY UAH RUB BYN GEL AMD \
    AZN KZT UZS ILS AED SAR QAR KWD BHD OMR JOD EGP MAD TND DZD ZAR NGN KES GHS ETB TZS UGX INR PKR BDT LKR NPR THB VND \
    IDR MYR SGD PHP HKD TWD KRW MNT BRL ARS CLP COP PEN MXN UYU PYG BOB CRC DOP JMD TTD HRK SIT CUP MOP LAK TOP SOS \
    LBP SYP SDG YER IRR IQD LYD XOF XAF BSD BBD BZD FJD GYD LRD NAD SRD XCD BND RWF MUR MMK KHR GTQ HNL NIO PAB MDL
    """

  static let symbols: [String: Unit] = {
    var table: [String: Unit] = ["$": Unit(money: .shared(.dollar)), "¢": Unit(money: .cent, parts: 100)]
    let codes = [
      "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS",
      "฿": "THB", "₫": "VND", "₦": "NGN", "₱": "PHP", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₾": "GEL",
      "₼": "AZN", "₮": "MNT", "៛": "KHR", "￥": "JPY", "￡": "GBP",
    ]
    for (mark, code) in codes { table[mark] = Unit(money: .code(code)) }
    return table
  }()

  static let names: [String: Unit] = {
    var table: [String: Unit] = [:]
    for (code, words) in named {
      for word in words.split(separator: " ") { table[String(word)] = unit(.code(code), 1, String(word)) }
    }
    for (money, parts, words) in general {
      for word in words.split(separator: " ") { table[String(word)] = unit(money, parts, String(word)) }
    }
    return table
  }()

  private static func unit(_ money: Money, _ parts: Int, _ word: String) -> Unit {
    Unit(money: money, parts: parts, single: singles.contains(word), isWeak: weak.contains(word))
  }

  private static let singles: Set<String> = [
    "euro", "dollar", "pound", "buck", "quid", "cent", "penny", "nickel", "dime", "quarter", "fiver", "tenner",
  ]
  private static let weak: Set<String> = ["quarter", "quarters"]
  private static let named: [(String, String)] = [
    ("EUR", "euro euros"), ("GBP", "quid sterling"), ("JPY", "yen"), ("CNY", "yuan renminbi rmb kuai"),
    ("PLN", "zloty zlotys zloties"), ("HUF", "forint forints"), ("RON", "lei"), ("BGN", "leva levs"),
    ("UAH", "hryvnia hryvnias"), ("ILS", "shekel shekels"), ("THB", "baht bahts"), ("KRW", "won"),
    ("MYR", "ringgit ringgits rm"), ("IDR", "rupiah rupiahs"), ("ZAR", "rand rands"), ("BRL", "reais"),
    ("NGN", "naira nairas"), ("HRK", "kuna kunas"), ("SIT", "tolar tolars"), ("BDT", "taka"),
    ("MNT", "tugrik tugriks"), ("VND", "dong dongs"), ("GHS", "cedi cedis"), ("KZT", "tenge"), ("GEL", "lari"),
    ("ETB", "birr"), ("PYG", "guarani guaranis"), ("ALL", "lek"), ("MKD", "denar denars"), ("AMD", "dram drams"),
  ]
  private static let general: [(Money, Int, String)] = [
    (.shared(.dollar), 1, "dollar dollars buck bucks"), (.cent, 100, "cent cents c"),
    (.shared(.pound), 1, "pound pounds"), (.shared(.penny), 100, "penny pennies"), (.code("GBP"), 100, "pence p"),
    (.shared(.franc), 1, "franc francs"), (.shared(.krone), 1, "krone kroner krona kronor koruna korunas crowns"),
    (.shared(.peso), 1, "peso pesos"), (.shared(.rupee), 1, "rupee rupees rs"), (.shared(.dinar), 1, "dinar dinars"),
    (.shared(.riyal), 1, "riyal riyals rial rials"), (.shared(.dirham), 1, "dirham dirhams"),
    (.shared(.shilling), 1, "shilling shillings"), (.shared(.rouble), 1, "ruble rubles rouble roubles"),
    (.shared(.lira), 1, "lira liras"), (.shared(.dollar), 20, "nickel nickels"), (.shared(.dollar), 10, "dime dimes"),
    (.shared(.dollar), 4, "quarter quarters"), (.shared(.kopeck), 100, "kopeck kopecks kopek kopeks kopiyka kopiykas"),
    (.shared(.centavo), 100, "centavo centavos"), (.shared(.centime), 100, "centime centimes"),
    (.shared(.paisa), 100, "paisa paise"), (.shared(.sen), 100, "sen sens"), (.shared(.ore), 100, "ore"),
    (.code("PLN"), 100, "grosz groszy"), (.code("CZK"), 100, "haler halers"), (.code("BGN"), 100, "stotinki"),
    (.code("RON"), 100, "bani"), (.code("TRY"), 100, "kurus"), (.code("ILS"), 100, "agorot"),
    (.code("HRK"), 100, "lipa"), (.code("THB"), 100, "satang"), (.code("SAR"), 100, "halala halalas"),
    (.code("EGP"), 100, "piastre piastres"),
  ]

  /// Names that also stand before their number: "Rs. 500", "euro 20".
  static let leading: Set<String> = [
    "euro", "euros", "dollar", "dollars", "pounds", "rupee", "rupees", "rs", "rm", "ringgit", "ringgits", "yen", "yuan",
    "rmb", "francs", "baht", "kr", "kroner", "riyals", "dirhams", "franken", "pfund", "kronen",
  ]
  /// Those of them that are written against it, as codes are: "RM42".
  private static let glued: Set<String> = ["rs", "rm", "kr", "rmb"]

  /// Digits that touch this word belong to it and make no code of letters and digits.
  static func leads(_ word: String) -> Bool { codes[word] != nil || glued.contains(word) }

  /// Letters written against `$`: `US$`, `A$`.
  static let dollarPrefixes: [String: String] = [
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD",
    "nt": "TWD", "r": "BRL",
  ]

  /// The letters there belong to the `$` that they touch.
  static func isPrefix(_ line: Line, _ at: Int) -> Bool {
    guard line.isMark(at + 1, "$"), line.isGlued(at + 1), let word = line.word(at) else { return false }
    return dollarPrefixes[word] != nil || codes[word] != nil
  }

  /// The ISO code of such money: of the currency that is set, of that country, or the usual one.
  static func code(_ money: Money, country: String?, currency: String?) -> String {
    let own = country.flatMap(CurrencyCountries.code)
    switch money {
    case .code(let code): return code
    case .shared(let family):
      return [currency, own].compactMap(\.self).first(where: family.codes.contains) ?? family.usual
    case .cent: return currency ?? own.flatMap { CurrencyCountries.hasCents($0) ? $0 : nil } ?? "USD"
    }
  }
}

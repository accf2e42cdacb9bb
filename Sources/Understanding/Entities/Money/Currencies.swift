/// Names of currencies, as ISO 4217 codes.
enum Currencies {
  /// A unit as people name it, and how many of it make the currency's own.
  struct Unit: Sendable {
    enum Money: Sendable {
      case code(String)
      case dollar, cent, franc, krone, peso, rupee, dinar
    }
    let money: Money
    /// 100 for cents, pence, kopecks.
    let parts: Int
    /// It may stand behind "a": "a euro".
    let single: Bool
  }

  /// Lower case code -> code. Codes that are English words count only in capitals.
  static let codes: [String: String] = Dictionary(
    list.split(separator: " ").map { ($0.lowercased(), String($0)) }, uniquingKeysWith: { first, _ in first })
  static let wordLikeCodes: Set<String> = [
    "all", "try", "top", "cup", "mop", "gel", "ron", "lak", "pen", "mad", "amd", "sos",
  ]

  private static let list = """
    EUR USD GBP CHF JPY CNY AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD BAM MKD ALL TRY UAH RUB BYN GEL AMD \
    AZN KZT UZS ILS AED SAR QAR KWD BHD OMR JOD EGP MAD TND DZD ZAR NGN KES GHS ETB TZS UGX INR PKR BDT LKR NPR THB VND \
    IDR MYR SGD PHP HKD TWD KRW MNT BRL ARS CLP COP PEN MXN UYU PYG BOB CRC DOP JMD TTD HRK SIT CUP MOP LAK TOP SOS
    """

  static let symbols: [String: Unit] = [
    "€": Unit(money: .code("EUR"), parts: 1, single: false), "£": Unit(money: .code("GBP"), parts: 1, single: false),
    "$": Unit(money: .dollar, parts: 1, single: false), "¥": Unit(money: .code("JPY"), parts: 1, single: false),
    "₹": Unit(money: .code("INR"), parts: 1, single: false), "₽": Unit(money: .code("RUB"), parts: 1, single: false),
    "₺": Unit(money: .code("TRY"), parts: 1, single: false), "₴": Unit(money: .code("UAH"), parts: 1, single: false),
    "₩": Unit(money: .code("KRW"), parts: 1, single: false), "₪": Unit(money: .code("ILS"), parts: 1, single: false),
    "฿": Unit(money: .code("THB"), parts: 1, single: false), "₫": Unit(money: .code("VND"), parts: 1, single: false),
    "₦": Unit(money: .code("NGN"), parts: 1, single: false), "₱": Unit(money: .code("PHP"), parts: 1, single: false),
    "¢": Unit(money: .cent, parts: 100, single: false),
  ]

  static let names: [String: Unit] = {
    var table: [String: Unit] = [:]
    for (code, words) in named {
      for word in words.split(separator: " ") {
        table[String(word)] = Unit(money: .code(code), parts: 1, single: singles.contains(String(word)))
      }
    }
    for (money, parts, words) in general {
      for word in words.split(separator: " ") {
        table[String(word)] = Unit(money: money, parts: parts, single: singles.contains(String(word)))
      }
    }
    return table
  }()

  private static let singles: Set<String> = ["euro", "dollar", "pound", "buck", "quid", "cent", "penny"]
  private static let named: [(String, String)] = [
    ("EUR", "euro euros"), ("GBP", "pound pounds quid sterling"), ("JPY", "yen"), ("CNY", "yuan renminbi rmb"),
    ("PLN", "zloty zlotys zloties"), ("CZK", "koruna korunas"), ("HUF", "forint forints"), ("RON", "lei"),
    ("BGN", "leva levs"), ("TRY", "lira liras"), ("UAH", "hryvnia hryvnias"), ("RUB", "ruble rubles rouble roubles"),
    ("ILS", "shekel shekels"), ("AED", "dirham dirhams"), ("SAR", "riyal riyals"), ("THB", "baht"), ("KRW", "won"),
    ("MYR", "ringgit ringgits rm"), ("IDR", "rupiah rupiahs"), ("ZAR", "rand rands"), ("BRL", "reais"),
    ("NGN", "naira"), ("HRK", "kuna kunas"), ("SIT", "tolar tolars"), ("BDT", "taka"), ("MNT", "tugrik tugriks"),
  ]
  private static let general: [(Unit.Money, Int, String)] = [
    (.dollar, 1, "dollar dollars buck bucks"), (.cent, 100, "cent cents c"),
    (.code("GBP"), 100, "penny pence pennies p"),
    (.franc, 1, "franc francs"), (.krone, 1, "krone kroner krona kronor crowns"), (.peso, 1, "peso pesos"),
    (.rupee, 1, "rupee rupees rs"), (.dinar, 1, "dinar dinars"), (.code("USD"), 20, "nickel nickels"),
    (.code("USD"), 10, "dime dimes"), (.code("PLN"), 100, "grosz groszy"), (.code("CZK"), 100, "haler"),
  ]

  /// Whose dollars, pounds, francs: "us dollars", "swiss francs".
  static let adjectives: [String: [String: String]] = [
    "us": ["dollar": "USD"], "american": ["dollar": "USD"], "u.s": ["dollar": "USD"], "canadian": ["dollar": "CAD"],
    "australian": ["dollar": "AUD"], "aussie": ["dollar": "AUD"], "zealand": ["dollar": "NZD"],
    "singapore": ["dollar": "SGD"], "kong": ["dollar": "HKD"], "british": ["pound": "GBP"], "swiss": ["franc": "CHF"],
    "swedish": ["kron": "SEK"], "norwegian": ["kron": "NOK"], "danish": ["kron": "DKK"], "icelandic": ["kron": "ISK"],
    "czech": ["crown": "CZK", "korun": "CZK"], "egyptian": ["pound": "EGP"], "turkish": ["lira": "TRY"],
    "serbian": ["dinar": "RSD"], "kuwaiti": ["dinar": "KWD"], "mexican": ["peso": "MXN"], "pakistani": ["rupee": "PKR"],
    "indian": ["rupee": "INR"], "philippine": ["peso": "PHP"], "argentine": ["peso": "ARS"],
  ]
  /// Letters written against `$`: `US$`, `A$`.
  static let dollarPrefixes: [String: String] = [
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD",
    "nt": "TWD", "r": "BRL",
  ]

  /// The ISO code of such money in that country.
  static func code(_ money: Unit.Money, country: String?, currency: String?) -> String {
    let country = country ?? ""
    switch money {
    case .code(let code): return code
    case .dollar: return dollars[country] ?? "USD"
    case .cent: return dollars[country] ?? (currency == "EUR" ? "EUR" : currency ?? "USD")
    case .franc: return "CHF"
    case .krone: return ["SE": "SEK", "NO": "NOK", "IS": "ISK", "CZ": "CZK"][country] ?? "DKK"
    case .peso: return ["AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "DO": "DOP"][country] ?? "MXN"
    case .rupee: return ["PK": "PKR", "LK": "LKR", "NP": "NPR"][country] ?? "INR"
    case .dinar: return ["KW": "KWD", "BH": "BHD", "JO": "JOD", "DZ": "DZD", "TN": "TND"][country] ?? "RSD"
    }
  }

  private static let dollars: [String: String] = [
    "US": "USD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "JM": "JMD", "TT": "TTD",
  ]
}

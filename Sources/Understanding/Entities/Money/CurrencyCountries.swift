/// Which currency a country has (ISO 3166 -> ISO 4217), and what people call what comes from it.
enum CurrencyCountries {
  static func code(of country: String) -> String? { codes[country] }

  static func hasCents(_ code: String) -> Bool { code == "EUR" || Currencies.Family.dollar.codes.contains(code) }

  /// "Lebanese pounds": the country of the adjective, where its currency bears that name.
  static func code(_ country: String, named unit: Currencies.Unit) -> String? {
    guard let own = codes[country] else { return nil }
    switch unit.money {
    case .code(let code): return code == own ? code : nil
    case .shared(let family): return family.codes.contains(own) ? own : nil
    case .cent: return hasCents(own) ? own : nil
    }
  }

  private static let codes: [String: String] = {
    var table: [String: String] = [:]
    for (code, countries) in lists {
      for country in countries.split(separator: " ") { table[String(country)] = code }
    }
    return table
  }()

  private static let lists: [(code: String, countries: String)] = [
    ("EUR", "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK ME XK BG AD MC SM VA"),
    ("USD", "US EC SV PR"), ("GBP", "GB"), ("CHF", "CH LI"), ("JPY", "JP"), ("CNY", "CN"), ("AUD", "AU"),
    ("CAD", "CA"), ("NZD", "NZ"), ("SEK", "SE"), ("NOK", "NO"), ("DKK", "DK"), ("ISK", "IS"), ("PLN", "PL"),
    ("CZK", "CZ"), ("HUF", "HU"), ("RON", "RO"), ("RSD", "RS"), ("BAM", "BA"), ("MKD", "MK"), ("ALL", "AL"),
    ("TRY", "TR"), ("UAH", "UA"), ("RUB", "RU"), ("BYN", "BY"), ("GEL", "GE"), ("AMD", "AM"), ("AZN", "AZ"),
    ("KZT", "KZ"), ("ILS", "IL"), ("AED", "AE"), ("SAR", "SA"), ("QAR", "QA"), ("KWD", "KW"), ("BHD", "BH"),
    ("OMR", "OM"), ("YER", "YE"), ("IRR", "IR"), ("IQD", "IQ"), ("JOD", "JO"), ("LBP", "LB"), ("SYP", "SY"),
    ("EGP", "EG"), ("SDG", "SD"), ("LYD", "LY"), ("MAD", "MA"), ("TND", "TN"), ("DZD", "DZ"), ("ZAR", "ZA"),
    ("NGN", "NG"), ("KES", "KE"), ("UGX", "UG"), ("TZS", "TZ"), ("GHS", "GH"), ("ETB", "ET"), ("INR", "IN"),
    ("PKR", "PK"), ("BDT", "BD"), ("LKR", "LK"), ("NPR", "NP"), ("THB", "TH"), ("VND", "VN"), ("IDR", "ID"),
    ("MYR", "MY"), ("SGD", "SG"), ("PHP", "PH"), ("HKD", "HK"), ("TWD", "TW"), ("KRW", "KR"), ("MNT", "MN"),
    ("BRL", "BR"), ("ARS", "AR"), ("CLP", "CL"), ("COP", "CO"), ("PEN", "PE"), ("MXN", "MX"), ("UYU", "UY"),
    ("PYG", "PY"), ("BOB", "BO"), ("CRC", "CR"), ("DOP", "DO"), ("CUP", "CU"), ("JMD", "JM"), ("TTD", "TT"),
    ("BSD", "BS"), ("BBD", "BB"), ("BZD", "BZ"), ("FJD", "FJ"), ("BND", "BN"),
  ]

  /// Adjectives and names of countries as they stand before a currency, in one word.
  static let english: [String: String] = {
    var table: [String: String] = [:]
    for (country, words) in adjectives {
      for word in words.split(separator: " ") { table[String(word)] = country }
    }
    return table
  }()

  private static let adjectives: [(country: String, words: String)] = [
    ("US", "us u.s american usa"), ("CA", "canadian canada"), ("AU", "australian aussie australia"),
    ("NZ", "zealand kiwi"), ("SG", "singapore singaporean"), ("HK", "kong"), ("TW", "taiwan taiwanese"),
    ("JM", "jamaican jamaica"), ("TT", "trinidad trinidadian"), ("BS", "bahamian"), ("FJ", "fijian"),
    ("GB", "british english uk"), ("CH", "swiss"), ("SE", "swedish"), ("NO", "norwegian"), ("DK", "danish"),
    ("IS", "icelandic"), ("CZ", "czech"), ("PL", "polish"), ("HU", "hungarian"), ("RO", "romanian"),
    ("RS", "serbian"), ("MK", "macedonian"), ("AL", "albanian"), ("TR", "turkish"), ("UA", "ukrainian"),
    ("RU", "russian"), ("BY", "belarusian"), ("GE", "georgian"), ("AM", "armenian"), ("IL", "israeli"),
    ("AE", "emirati uae emirates"), ("SA", "saudi arabian"), ("QA", "qatari qatar"), ("KW", "kuwaiti kuwait"),
    ("BH", "bahraini bahrain"), ("OM", "omani oman"), ("YE", "yemeni"), ("IR", "iranian"), ("IQ", "iraqi"),
    ("JO", "jordanian jordan"), ("LB", "lebanese lebanon"), ("SY", "syrian"), ("EG", "egyptian egypt"),
    ("SD", "sudanese"), ("LY", "libyan"), ("MA", "moroccan"), ("TN", "tunisian"), ("DZ", "algerian"),
    ("ZA", "african"), ("NG", "nigerian"), ("KE", "kenyan kenya"), ("UG", "ugandan"), ("TZ", "tanzanian"),
    ("GH", "ghanaian"), ("ET", "ethiopian"), ("IN", "indian"), ("PK", "pakistani pakistan"),
    ("BD", "bangladeshi"), ("LK", "lankan"), ("NP", "nepalese nepali"), ("TH", "thai"), ("VN", "vietnamese"),
    ("ID", "indonesian"), ("MY", "malaysian malaysia"), ("PH", "philippine philippines"), ("JP", "japanese"),
    ("CN", "chinese"), ("KR", "korean"), ("MN", "mongolian"), ("KZ", "kazakh"), ("BR", "brazilian"),
    ("AR", "argentine argentinian"), ("CL", "chilean"), ("CO", "colombian"), ("MX", "mexican"),
    ("UY", "uruguayan"), ("DO", "dominican"), ("BO", "bolivian"), ("CU", "cuban"),
  ]
}

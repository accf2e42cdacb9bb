/// Country calling codes (ITU-T E.164) and the digit that is dialled inside a country before the area.
enum CallingCodes {
  struct Plan: Sendable {
    let code: String
    /// Left out after the calling code; empty where nothing is left out.
    let trunk: String
  }

  static func plan(of country: String?) -> Plan? { country.flatMap { plans[$0] } }

  private static let plans: [String: Plan] = {
    var plans: [String: Plan] = [:]
    for (trunk, list) in lists {
      for entry in list.split(separator: " ") {
        plans[String(entry.prefix(2))] = Plan(code: String(entry.dropFirst(2)), trunk: trunk)
      }
    }
    return plans
  }()

  private static let lists: [(trunk: String, countries: String)] = [
    (
      "0",
      """
      SI386 HR385 RS381 BA387 ME382 MK389 AL355 XK383 AT43 DE49 CH41 LI423 FR33 BE32 NL31 GB44 IE353 SE46 FI358 SK421 \
      RO40 BG359 TR90 UA380 MD373 IL972 EG20 ZA27 NG234 KE254 MA212 IN91 PK92 BD880 LK94 NP977 TH66 VN84 ID62 MY60 PH63 \
      JP81 KR82 TW886 CN86 AU61 NZ64 BR55 AR54 PE51 GE995 AM374 IR98 SA966 AE971 JO962 LT370
      """
    ),
    ("1", "US1 CA1 JM1 TT1 DO1"),
    ("8", "RU7 KZ7 BY375"),
    ("06", "HU36"),
    (
      "",
      "IT39 SM39 ES34 PT351 DK45 NO47 PL48 CZ420 GR30 MT356 CY357 EE372 LV371 LU352 IS354 SG65 HK852 KW965 QA974 MX52 CL56"
    ),
  ]
}

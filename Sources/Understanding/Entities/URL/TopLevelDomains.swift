/// Ends of domain names (IANA) by which a bare one is known, without those that end names of files: "notes.md".
enum TopLevelDomains {
  /// Ends an e-mail address, also one that is spelled out.
  static func isKnown(_ label: String) -> Bool { all.contains(label) || countries.contains(label) }
  /// Ends an address by itself.
  static func isBare(_ label: String) -> Bool { all.contains(label) }
  /// Ends the host of an address that has a path.
  static func isHost(_ label: String) -> Bool { isKnown(label) || words.contains(label) }

  private static let all = set(
    """
    com org net edu gov mil int io co eu info biz app dev ai tv cc shop store online site tech cloud blog news xyz bank \
    si de uk fr es nl pl cz hr ch ca au nz jp cn ru ua se dk fi pt gr hu ro rs sk ie il br mx kr tr lv lt ee lu bg mk ba \
    al ge kz za ng ke eg ma ar cl pe uy sg hk tw th vn ph ae sa qa ir pk lk np bd ad ag az bb bh bo bs bw by bz ci cm cr \
    cu cy dj dm dz ec et fm gg gh gi gl gs gt gy hn ht im iq je jm jo kg kh kw ky lb lc li ly mc mg mn mo ms mt mu mv mw \
    mz ni nu pa pr rw sd sl sn su sv sx tg tj tl tn tt tz ug uz vc vg ws ye zm zw pro mobi travel museum aero coop jobs \
    asia tel wiki berlin wien nyc london gmbh swiss moscow tokyo aws ninja guru agency digital studio design website \
    expert solutions systems software technology ventures
    """)
  /// Countries whose letters are words: "ok.so what".
  private static let countries = set("it is in no so me my at be to am us as do pm la na om st")
  private static let words = set(
    """
    academy center chat email fun games group guide help house land life link live love media money network page plus \
    run space support team today top tools vip work world zone
    """)

  private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}

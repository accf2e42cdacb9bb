/// Ends of domain names by which a bare one is known. Those that are common English words are left out: "ok.so".
enum TopLevelDomains {
  static func isKnown(_ label: String) -> Bool { all.contains(label) || wordLike.contains(label) }
  static func isBare(_ label: String) -> Bool { all.contains(label) }

  private static let all: Set<String> = Set(
    """
    com org net edu gov mil int io co eu info biz app dev ai tv cc shop store online site tech cloud blog news xyz bank \
    si de uk fr es nl pl cz hr ch ca au nz jp cn ru ua se dk fi pt gr hu ro rs sk ie il br mx kr tr lv lt ee lu bg mk ba \
    al ge kz za ng ke eg ma ar cl pe uy sg hk tw th vn ph ae sa qa ir pk lk np bd
    """.split(separator: " ").map(String.init))
  /// Countries whose letters are words; they count in an address that is an e-mail anyway.
  private static let wordLike: Set<String> = [
    "it", "is", "in", "no", "so", "me", "my", "at", "be", "to", "am", "us", "as",
  ]
}

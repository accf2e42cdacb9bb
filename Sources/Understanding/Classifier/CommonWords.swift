/// Words that say little by themselves.
enum CommonWords {
  static let all: Set<String> = Set(
    """
    a an the i me my we us our you your he she it its they them their this that these those is am are was were be been
    being have has had do does did will would can could shall should may might must to of in on at by for from with
    about into and or but if so as then than too very just not no yes what which who whom how when where why there here
    please want need like get got give make some any all hi hello hey thanks thank ok know tell let up out now also go
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension HolidayTable {
  static let english = HolidayTable(englishHolidays, possessives: ["valentine", "mother", "father", "patrick"])

  private static let englishHolidays: [Holiday] = [
    Holiday(names: [["christmas", "eve"], ["xmas", "eve"]], day: .fixed(month: 12, day: 24)),
    Holiday(
      names: [["christmas", "day"], ["christmas"], ["xmas", "day"], ["xmas"]], day: .fixed(month: 12, day: 25)),
    Holiday(names: [["boxing", "day"]], day: .fixed(month: 12, day: 26)),
    Holiday(
      names: [["new", "year", "eve"], ["new", "years", "eve"], ["nye"], ["silvester"]],
      day: .fixed(month: 12, day: 31)),
    Holiday(
      names: [["new", "year", "day"], ["new", "years", "day"], ["new", "year"], ["new", "years"]],
      day: .fixed(month: 1, day: 1)),
    Holiday(names: [["epiphany"]], day: .fixed(month: 1, day: 6)),
    Holiday(
      names: [["valentine", "day"], ["valentines", "day"], ["valentine"], ["valentines"]],
      day: .fixed(month: 2, day: 14)),
    Holiday(
      names: [["patrick", "day"], ["patricks", "day"], ["saint", "patrick", "day"], ["saint", "patricks", "day"]],
      day: .fixed(month: 3, day: 17)),
    Holiday(names: [["halloween"], ["hallowe'en"]], day: .fixed(month: 10, day: 31)),
    Holiday(names: [["all", "saints", "day"], ["all", "saints"]], day: .fixed(month: 11, day: 1)),
    Holiday(
      names: [["labour", "day"], ["labor", "day"]], day: .fixed(month: 5, day: 1),
      elsewhere: ["US": .nth(1, weekday: 0, month: 9), "CA": .nth(1, weekday: 0, month: 9)]),
    Holiday(names: [["ash", "wednesday"]], day: .easter(-46)),
    Holiday(names: [["palm", "sunday"]], day: .easter(-7)),
    Holiday(names: [["maundy", "thursday"]], day: .easter(-3)),
    Holiday(names: [["good", "friday"]], day: .easter(-2)),
    Holiday(names: [["easter", "monday"]], day: .easter(1)),
    Holiday(names: [["easter", "sunday"], ["easter", "day"], ["easter"]], day: .easter(0)),
    Holiday(names: [["ascension", "day"]], day: .easter(39)),
    Holiday(names: [["whit", "sunday"], ["pentecost"]], day: .easter(49)),
    Holiday(names: [["whit", "monday"]], day: .easter(50)),
    Holiday(
      names: [["mother", "day"], ["mothers", "day"]], day: .nth(2, weekday: 6, month: 5),
      elsewhere: ["GB": .easter(-21), "IE": .easter(-21)]),
    Holiday(names: [["father", "day"], ["fathers", "day"]], day: .nth(3, weekday: 6, month: 6)),
    Holiday(
      names: [["thanksgiving", "day"], ["thanksgiving"]], day: .nth(4, weekday: 3, month: 11),
      elsewhere: ["CA": .nth(2, weekday: 0, month: 10)]),
    Holiday(names: [["black", "friday"]], day: .nth(4, weekday: 3, month: 11, plus: 1)),
    Holiday(names: [["cyber", "monday"]], day: .nth(4, weekday: 3, month: 11, plus: 4)),
    Holiday(names: [["independence", "day"]], day: .fixed(month: 7, day: 4)),
    Holiday(names: [["memorial", "day"]], day: .nth(5, weekday: 0, month: 5)),
    Holiday(names: [["mlk", "day"]], day: .nth(3, weekday: 0, month: 1)),
  ]
}

import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

@Suite struct `Small syntaxes` {
  @Test(
    arguments: [
      ("2s", 2_000), ("500 ms", 500), ("1 hour", 3_600_000), ("1h30m", 5_400_000), ("2 hours 30 minutes", 9_000_000),
      ("90 days", 7_776_000_000), ("1 week, 1 day", 691_200_000), ("1 month", 2_629_800_000),
      ("1 Year", 31_557_600_000),
    ] as [(String, Int64)])
  func `lengths of time are read`(_ text: String, _ milliseconds: Int64) {
    #expect(DurationSyntax.milliseconds(text) == milliseconds)
  }

  @Test(arguments: ["", "soon", "5", "five minutes", "-2s", "2 s s", "1.5 hours", "99999999999 days", "2 fortnights"])
  func `other texts are no lengths of time`(_ text: String) {
    #expect(DurationSyntax.milliseconds(text) == nil)
  }

  @Test func `days are read singly, in ranges over the weekend and in lists`() {
    #expect(HoursSyntax.days("mon") == [.monday])
    #expect(HoursSyntax.days("Fri-Mon") == [.friday, .saturday, .sunday, .monday])
    #expect(HoursSyntax.days("sat, sun") == [.saturday, .sunday])
    #expect(HoursSyntax.days("wednesday") == [.wednesday])
    #expect(HoursSyntax.days("daily")?.count == 7)
    for text in ["", "someday", "mon-", "mon-tue-wed", "m"] { #expect(HoursSyntax.days(text) == nil, "\(text)") }
  }

  @Test func `spans are read to the minute and may end at midnight`() {
    let span = HoursSyntax.span("8:00 - 24:00")
    #expect(span?.from == TimeOfDay(hour: 8, minute: 0))
    #expect(span?.to.secondsOfDay == 86_400)
    for text in ["8-18", "08:00", "25:00-26:00", "08:60-09:00", "24:00-08:00", "a-b"] {
      #expect(HoursSyntax.span(text) == nil, "\(text)")
    }
  }

  @Test func `amounts are read with their currency on either side`() {
    #expect(ValueSyntax.money("100") == .money(DecimalNumber(100), currency: nil))
    for text in ["12.50 EUR", "EUR 12.50", "€12.50", "12.50€", "12.50 eur"] {
      #expect(ValueSyntax.money(text) == .money(DecimalNumber(units: 125, scale: 1), currency: "EUR"), "\(text)")
    }
    for text in ["", "EUR", "a lot", "1 EUR USD"] { #expect(ValueSyntax.money(text) == nil, "\(text)") }
  }

  @Test func `a zone knows when its clocks change`() throws {
    let zone = try #require(ZoneReader.zone("Europe/Ljubljana"))
    let summer = try #require(CivilDate(year: 2026, month: 7, day: 1))
    let noon = try #require(TimeOfDay(hour: 12, minute: 0))
    #expect(zone.moment(CivilDateTime(summer, noon)).description == "2026-07-01T10:00:00.000Z")
    let winter = try #require(CivilDate(year: 2055, month: 1, day: 1))
    #expect(zone.moment(CivilDateTime(winter, noon)).description == "2055-01-01T11:00:00.000Z")
    #expect(ZoneReader.zone("Europe/Nowhere") == nil)
    #expect(ZoneReader.zone("UTC") == .utc)
  }

  @Test func `the nearest name is near`() {
    let names = ["card_ending", "card_kind", "lost_on"]
    #expect(NearestName.to("card_endin", among: names) == "card_ending")
    #expect(NearestName.to("lots_on", among: names) == "lost_on")
    #expect(NearestName.to("CARD_KIND", among: names) == "card_kind")
    #expect(NearestName.to("window", among: names) == nil)
    #expect(NearestName.to("", among: names) == nil)
  }
}

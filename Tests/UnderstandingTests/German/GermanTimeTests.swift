import Testing

@testable import Understanding

struct `German days and times` {
  @Test(arguments: [
    Case("heute", "2026-11-20"), Case("gestern", "2026-11-19"), Case("vorgestern", "2026-11-18"),
    Case("übermorgen", "2026-11-22"), Case("uebermorgen", "2026-11-22"), Case("morgen", "2026-11-21"),
    Case("am Montag", "2026-11-23"), Case("letzten Montag", "2026-11-16"), Case("nächsten Freitag", "2026-11-27"),
    Case("kommenden Mittwoch", "2026-11-25"), Case("3. April", "2027-04-03"), Case("am 3. April 2026", "2026-04-03"),
    Case("3.4.2026", "2026-04-03"), Case("am 3.4.", "2027-04-03"), Case("21. Jänner", "2027-01-21"),
    Case("am dritten Mai", "2027-05-03"), Case("am einundzwanzigsten Dezember", "2026-12-21"),
    Case("vor drei Tagen", "2026-11-17"), Case("vor einer Woche", "2026-11-13"), Case("vor zwei Monaten", "2026-09-20"),
    Case("in zwei Wochen", "2026-12-04"), Case("in 10 Tagen", "2026-11-30"), Case("zwei Tage später", "2026-11-22"),
    Case("Montag, den 23. November", "2026-11-23"), Case("Freitag, 27.11.2026", "2026-11-27"),
    Case("zu Weihnachten", "2026-12-25"), Case("an Heiligabend", "2026-12-24"), Case("Ostermontag", "2027-03-29"),
    Case("am Nationalfeiertag", "2027-10-26"), Case("nächste Woche Montag", "2026-11-23"),
    Case("Ende nächsten Monats", "2026-12-21/2026-12-31"), Case("Anfang Mai", "2027-05-01/2027-05-10"),
    Case("letzte Woche", "2026-11-09/2026-11-15"), Case("übernächste Woche", "2026-11-30/2026-12-06"),
    Case("nächsten Monat", "2026-12-01/2026-12-31"), Case("voriges Jahr", "2025-01-01/2025-12-31"),
    Case("vom 3. bis 5. April", "2027-04-03/2027-04-05"), Case("die letzten drei Tage", "2026-11-17/2026-11-19"),
    Case("zwischen Montag und Mittwoch", "2026-11-23/2026-11-25"), Case("am Wochenende", "2026-11-21/2026-11-22"),
    Case("20. November 2026", "2026-11-20"), Case("im März 2027", "2027-03-01/2027-03-31"),
    Case("12.-15. März", "2027-03-12/2027-03-15"), Case("12.-15.3.", "2027-03-12/2027-03-15"),
    Case("2-6 September", "2027-09-02/2027-09-06"), Case("Weihnachten in zwei Jahren", "2028-12-25"),
    Case("im Mai vor drei Jahren", "2023-05-01/2023-05-31"), Case("am 5. Maerz", "2027-03-05"),
    Case("seit Montag", "2026-11-16/2026-11-20"),
  ])
  func `a day is read in its everyday forms`(_ item: Case) {
    let found = GermanReading.read(.date, in: item.text)
    #expect(found.contains { $0.hasPrefix(item.values[0] + " <-") }, "\(found)")
  }

  @Test(arguments: [
    Case("halb drei", "14:30"), Case("um halb drei", "14:30"), Case("Viertel nach drei", "15:15"),
    Case("viertel vor acht", "07:45"), Case("dreiviertel drei", "14:45"), Case("viertel drei", "14:15"),
    Case("15 Uhr 30", "15:30"), Case("15:30 Uhr", "15:30"), Case("15.30 Uhr", "15:30"), Case("um acht Uhr", "08:00"),
    Case("um 8 Uhr", "08:00"), Case("zehn nach neun", "09:10"), Case("fünf vor halb zehn", "09:25"),
    Case("zehn vor elf", "10:50"), Case("mittags", "12:00"), Case("um Mitternacht", "00:00"),
    Case("acht Uhr abends", "20:00"), Case("um sieben in der Früh", "07:00"), Case("um 14 Uhr", "14:00"),
    Case("von 9 bis 11 Uhr", "09:00/11:00"), Case("zwischen 14 und 16 Uhr", "14:00/16:00"), Case("um ein Uhr", "13:00"),
  ])
  func `a time is read in its everyday forms`(_ item: Case) {
    let found = GermanReading.read(.time, in: item.text)
    #expect(found.contains { $0.hasPrefix(item.values[0] + " <-") }, "\(found)")
  }

  @Test(arguments: [
    Case("morgen um neun Uhr", "2026-11-21T09:00"), Case("am Montag um halb zehn", "2026-11-23T09:30"),
    Case("heute Abend um acht", "2026-11-20T20:00"), Case("vor zwei Stunden", "2026-11-20T13:30"),
    Case("in einer halben Stunde", "2026-11-20T16:00"), Case("gestern gegen 18 Uhr", "2026-11-19T18:00"),
    Case("Freitag um 15:30 Uhr", "2026-11-27T15:30"),
  ])
  func `a moment is a day with its time`(_ item: Case) {
    let found = GermanReading.read(.datetime, in: item.text)
    #expect(found.contains { $0.hasPrefix(item.values[0]) }, "\(found)")
  }

  @Test(arguments: [
    Case("zwei Stunden", "PT2H"), Case("eine halbe Stunde", "PT30M"), Case("eineinhalb Stunden", "PT1H30M"),
    Case("eine Viertelstunde", "PT15M"), Case("drei Jahre", "P3Y"), Case("zwei Wochen", "P14D"),
    Case("18 Monate", "P1Y6M"),
    Case("5 Jahre und 6 Monate", "P5Y6M"), Case("ein paar Tage", "P3D"), Case("2 h 15 min", "PT2H15M"),
    Case("2 Std. 15 Min.", "PT2H15M"), Case("ein Vierteljahr", "P3M"),
    Case("drei Quartale", "P9M"),
  ])
  func `a length of time is read in its everyday forms`(_ item: Case) {
    let found = GermanReading.values(.duration, in: item.text)
    #expect(found.contains(item.values[0]), "\(found)")
  }

  @Test(arguments: [
    Case("gestern Abend", "evening"), Case("am Montagabend", "evening"), Case("heute früh", "morning"),
    Case("Samstagvormittag", "morning"), Case("heute Morgen", "morning"),
  ])
  func `a part of the day belongs to its day`(_ item: Case) {
    let found = GermanReading.read(.datetime, in: item.text)
    #expect(found.contains { $0.contains(item.values[0] == "evening" ? "T18:00" : "T06:00") }, "\(found)")
  }

  @Test(arguments: [
    "guten Morgen", "das mache ich nicht vor dem Urlaub", "die Mitte der Karte", "so geht das nicht",
    "ich bin zufrieden",
    "mein Konto ist leer",
  ])
  func `nothing is read where no time is meant`(_ text: String) {
    #expect(GermanReading.read(.date, in: text).isEmpty && GermanReading.read(.time, in: text).isEmpty)
  }
}

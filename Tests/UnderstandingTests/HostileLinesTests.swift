import Chances
import Foundation
import Testing
import Vocabulary

@testable import Understanding

/// Lines that nobody means, and lines that somebody means badly.
struct HostileLines {
  private var chances: SplitMix

  init(seed: UInt64) { chances = SplitMix(seed: seed) }

  private static let words = """
    i lost my credit card on friday the 3rd of may 2027 at 25:61 ending in 4417 for 1,000.50 eur not don't no never human
    somebody stole it and then , . ; : ! ? - ( ) [ ] { } < > " ' # @ / \\ | & % € $ half a dozen twenty-one thousand third
    next last end of month week tomorrow noon from to until 0.5 -1 1e9 007 99999999999999999999999999 +386 1 555 01 00
    a@b.example http://x.example/?q=1 SI56 1910 0000 0123 438 4111 1111 1111 1111 ich habe meine karte verloren straße 5.
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Every kind of scalar that has surprised a program: marks that combine, turn, join, do not show, or look like others.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x01...0x1F, 0x20...0x7E, 0x80...0xFF, 0x0300...0x036F, 0x0400...0x04FF, 0x0590...0x05FF, 0x0600...0x06FF,
    0x0660...0x0669, 0x0966...0x096F, 0x0E00...0x0E7F, 0x1100...0x11FF, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0x20A0...0x20C0, 0x20D0...0x20F0, 0x2150...0x218B, 0x2460...0x24FF, 0x3040...0x30FF,
    0x4E00...0x4FFF, 0xAC00...0xAD00, 0xFB00...0xFB06, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFF01...0xFF5E,
    0xFFF0...0xFFFD, 0x1D400...0x1D7FF, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0xE0020...0xE007F, 0x10FF00...0x10FFFF,
  ]

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chances) }

  mutating func next() -> String {
    switch below(20) {
    case 0..<9: return said(1 + below(14))
    case 9..<14: return strewn(said(1 + below(10)))
    case 14..<18: return scalars(1 + below(60))
    case 18: return String(repeating: below(2) == 0 ? scalars(1 + below(3)) : said(1) + " ", count: 1 + below(400))
    default: return below(4) == 0 ? scalars(Limits.utteranceScalars) : said(300)
    }
  }

  private mutating func said(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[below(Self.words.count)] }.joined(separator: below(8) == 0 ? "" : " ")
  }

  private mutating func strewn(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      if below(6) == 0 { scalars.append(self.scalar()) }
    }
    return String(scalars)
  }

  private mutating func scalars(_ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count { scalars.append(scalar()) }
    return String(scalars)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let range = Self.ranges[below(Self.ranges.count)]
    return Unicode.Scalar(range.lowerBound + UInt32(below(range.count))) ?? "?"
  }

  // MARK: What must hold

  /// What is wrong with how lines of that seed are read; each is read twice.
  static func problems(_ count: Int, seed: UInt64, by reader: Reader, within seconds: Double) -> [String] {
    var lines = HostileLines(seed: seed)
    var problems: [String] = []
    for number in 0..<count where problems.count < 5 {
      let text = String(String.UnicodeScalarView(lines.next().unicodeScalars.prefix(Limits.utteranceScalars)))
      let began = processorSeconds
      let first = reader.read(text, in: TestPlaybook.context)
      let took = processorSeconds - began
      let length = text.unicodeScalars.count
      if took > seconds { problems.append("line \(number) took \(took) s: \(text.debugDescription.prefix(200))") }
      if reader.read(text, in: TestPlaybook.context) != first {
        problems.append("line \(number) is read in two ways: \(text.debugDescription.prefix(200))")
      }
      for span in spans(of: first) where span.from < 0 || span.from > span.to || span.to > length {
        problems.append("line \(number) of \(length) has a span \(span): \(text.debugDescription.prefix(200))")
      }
    }
    return problems
  }

  private static func spans(of reading: Interpretation) -> [ScalarSpan] {
    reading.mentions.map(\.span) + reading.entities.map(\.span) + reading.readings.map(\.span)
      + reading.acts.map(\.span) + reading.signals.map(\.span) + [reading.person].compactMap { $0 }
  }

  /// What this thread has computed, whatever others do meanwhile.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Reads values of all kinds, in its own words and in none.
  static let reader: Reader = {
    let reader = Reader(playbook: TestPlaybook.bank)
    _ = reader.learn()
    return reader
  }()
}

@Suite struct `Hostile lines` {
  @Test(arguments: [1, 2, 3, 4]) func `are read alike twice, and every span lies in the line`(seed: UInt64) {
    #expect(HostileLines.problems(150, seed: seed, by: HostileLines.reader, within: 0.5) == [])
  }
}

/// `BATON_LINES` says how many: 1,000,000 take about half an hour.
@Suite struct SlowHostileLinesTests {
  @Test func `hold up none for 50 milliseconds`() {
    let count = ProcessInfo.processInfo.environment["BATON_LINES"].flatMap { Int($0) } ?? 20_000
    #expect(HostileLines.problems(count, seed: 77, by: HostileLines.reader, within: 0.05) == [])
  }
}

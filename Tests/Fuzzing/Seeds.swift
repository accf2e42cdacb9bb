import Chances

/// What frames are made from: sane ones, with values put in that sit at the edges.
enum Seeds {
  private static let frames = [
    #"{"type":"hello","v":1,"device":"phone","after":#}"#, #"{"type":"hello","v":#,"resume":"@","ticket":"@"}"#,
    #"{"type":"say","cid":"c1","text":"@"}"#, #"{"type":"say","cid":"@","text":"hi"}"#,
    #"{"type":"human","cid":"@"}"#, #"{"type":"got","seq":#}"#, #"{"type":"sync","after":#,"limit":#}"#,
    #"{"type":"rate","score":#,"text":"@"}"#, #"{"type":"beat","got":#}"#, #"{"type":"typing"}"#,
    #"{"type":"@","v":#}"#, #"{"type":"say","cid":"c2","text":@}"#, #"{"type":"end"}"#,
  ].map { Array($0.utf8) }

  private static let numbers = [
    "0", "1", "-1", "-0", "9007199254740991", "9007199254740993", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e999", "-1e999", "1e-999", "0.1", "1.0",
    "1E400000", "null", "true", "\"1\"", "00", "NaN", "4294967296", "2147483648",
  ].map { Array($0.utf8) }

  private static let texts =
    [
      "", "hello", #"\u0000"#, #"\ud800"#, #"\udc00\ud800"#, #"\ud83d\ude00"#, #"\uD83D"#, #"\"#, #"\u12"#, "\u{202E}",
      "e\u{301}\u{301}\u{301}", "\u{FFFF}", "\u{10FFFF}", "\u{0}", "{}", "[[[[[[[[[[[[[[[[[[[[", "0", "null", #"",""#,
    ].map { Array($0.utf8) } + [
      [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xFF, 0xFE], [0xF4, 0x90, 0x80, 0x80], Array(repeating: 0x61, count: 4_100),
      Array(repeating: 0x5B, count: 5_000), Array("👩‍👩‍👧‍👦".utf8), Array(repeating: 0x5C, count: 99),
    ]

  /// A frame whose `#` are numbers and whose `@` are texts.
  static func text(_ chance: inout SplitMix) -> [UInt8] {
    var text: [UInt8] = []
    for byte in one(of: frames, &chance) {
      switch byte {
      case UInt8(ascii: "#"): text += one(of: numbers, &chance)
      case UInt8(ascii: "@"): text += one(of: texts, &chance)
      default: text.append(byte)
      }
    }
    return text
  }

  /// Changes, adds and takes away so many bytes.
  static func spoil(_ bytes: inout [UInt8], _ count: Int, _ chance: inout SplitMix) {
    for _ in 0..<count where !bytes.isEmpty {
      let place = Int(chance.next() % UInt64(bytes.count))
      switch chance.next() % 4 {
      case 0: bytes[place] ^= 1 << UInt8(chance.next() % 8)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: chance.next()), at: place)
      case 2: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(16), at: place)
      }
    }
  }

  private static func one(of choices: [[UInt8]], _ chance: inout SplitMix) -> [UInt8] {
    choices[Int(chance.next() % UInt64(choices.count))]
  }
}

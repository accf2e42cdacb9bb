import Testing
import Vocabulary

@testable import Gateways

@Suite struct FrameReaderTests {
  private func read(_ text: String) -> FrameReading { FrameReader().read(Array(text.utf8)) }

  private func isMalformed(_ text: String) -> Bool {
    if case .malformed = read(text) { true } else { false }
  }

  @Test func `every frame is read`() {
    var hello = ClientFrame.Hello()
    hello.device = "d"
    hello.after = 41
    #expect(read(#"{"type":"hello","v":1,"device":"d","after":41}"#) == .frame(.hello(hello)))
    #expect(read(#"{"type":"say","cid":"c","text":"hi"}"#) == .frame(.say("c", "hi")))
    #expect(read(#"{"type":"human","cid":"c","later":[1]}"#) == .frame(.human("c")))
    #expect(read(#"{"type":"got","seq":45}"#) == .frame(.got(45)))
    #expect(read(#"{"type":"sync","after":41}"#) == .frame(.sync(after: 41, limit: 200)))
    #expect(read(#"{"type":"sync","after":0,"limit":5000}"#) == .frame(.sync(after: 0, limit: 1_000)))
    #expect(read(#"{"type":"typing"}"#) == .frame(.typing))
    #expect(read(#"{"type":"rate","score":5,"text":"good"}"#) == .frame(.rate(5, "good")))
    #expect(read(#"{"type":"beat"}"#) == .frame(.beat(got: nil)))
    #expect(read(#"{"type":"beat","got":3}"#) == .frame(.beat(got: 3)))
    #expect(read(#"{"type":"end"}"#) == .frame(.end))
  }

  @Test(arguments: [
    "", "[]", "42", "null", "\"say\"", "{", "{\"type\":", #"{"v":1}"#, #"{"type":7}"#, "{\"type\":\"end\"} extra",
    #"{"type":"hello"}"#, #"{"type":"hello","v":2}"#, #"{"type":"hello","v":1,"after":-1}"#,
    #"{"type":"hello","v":1,"after":1e999}"#, #"{"type":"got","seq":9223372036854775807}"#,
    #"{"type":"got","seq":99999999999999999999999}"#, #"{"type":"got","seq":1.5}"#, #"{"type":"got","seq":"1"}"#,
    #"{"type":"rate","score":6}"#, #"{"type":"sync","after":0,"limit":0}"#, #"{"type":"say","text":"no cid"}"#,
    #"{"type":"say","cid":"","text":"no cid"}"#, #"{"type":"human"}"#,
  ])
  func `what cannot be answered ends the conversation`(text: String) {
    #expect(isMalformed(text))
  }

  @Test(arguments: [
    (#"{"type":"say","cid":"c"}"#, NackCode.bad), (#"{"type":"say","cid":"c","text":7}"#, .bad),
    (#"{"type":"say","cid":"c","text":"a\u0000b"}"#, .bad), (#"{"type":"say","cid":"c","text":"a\ud800"}"#, .bad),
    (#"{"type":"say","cid":"c","text":"\udc00a"}"#, .bad), (#"{"type":"say","cid":"c","text":"\ud800\ud800"}"#, .bad),
  ])
  func `a known type with wrong fields is refused by its id`(text: String, code: NackCode) {
    #expect(read(text) == .bad("c", code))
  }

  @Test func `escapes are read, and a backslash before a quote does not end a text`() {
    #expect(read(#"{"type":"say","cid":"c","text":"\ud83d\ude00"}"#) == .frame(.say("c", "😀")))
    #expect(read(#"{"type":"say","cid":"c","text":"\\ud800"}"#) == .frame(.say("c", #"\ud800"#)))
    #expect(read(#"{"type":"say","cid":"c","text":"a\"[[[[[[[[[["}"#) == .frame(.say("c", "a\"[[[[[[[[[[")))
  }

  @Test func `a type of a later version is ignored`() {
    #expect(read(#"{"type":"dance","cid":7}"#) == .ignored)
  }

  @Test func `text has its bound in scalars, frames in bytes`() {
    func say(_ count: Int) -> FrameReading {
      read(#"{"type":"say","cid":"c","text":""# + String(repeating: "é", count: count) + "\"}")
    }
    #expect(say(Limits.utteranceScalars) == .frame(.say("c", String(repeating: "é", count: Limits.utteranceScalars))))
    #expect(say(Limits.utteranceScalars + 1) == .bad("c", .tooBig))
    let blanks = String(repeating: " ", count: Limits.frameBytes - 14)
    #expect(read("{\"type\":\"end\"" + blanks + "}") == .frame(.end))
    #expect(isMalformed("{\"type\":\"end\"" + blanks + " }"))
  }

  @Test func `frames have a bound in depth`() {
    func nested(_ depth: Int) -> String {
      #"{"type":"end","x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(read(nested(Limits.frameDepth - 1)) == .frame(.end))
    #expect(isMalformed(nested(Limits.frameDepth)))
    #expect(isMalformed(String(repeating: "[", count: 16_000)))
  }

  @Test func `bytes that are no text end the conversation`() {
    if case .malformed = FrameReader().read([0x7B, 0xFF, 0x7D]) { return }
    Issue.record("not refused")
  }
}

/// What is read in one pass is what the decoder of all JSON reads.
struct FlatFrameTests {
  static let frames = [
    #"{"type":"say","cid":"c1","text":"my card is gone, č 😀"}"#, #" { "type" : "got" , "seq" : 45 } "#,
    #"{"type":"hello","v":1,"device":"d","after":41,"resume":"r","ticket":"t"}"#, #"{"type":"say","cid":7,"text":"x"}"#,
    #"{"type":"say","cid":"c","text":9}"#, #"{"type":"rate","score":5}"#, #"{"type":"rate","score":"5"}"#,
    #"{"type":"sync","after":0,"limit":0}"#, #"{"type":"later","x":1}"#, #"{"v":1}"#, #"{"type":"end"}"#,
    #"{"type":"got","seq":0}"#, #"{"type":"got","seq":999999999999999}"#, #"{"type":"say","cid":"","text":""}"#,
  ]

  @Test(arguments: frames) func `a flat frame is read the same in both ways`(text: String) throws {
    let (bytes, reader) = (Array(text.utf8), FrameReader())
    let flat = try #require(FlatFrame(bytes))
    #expect(FrameReading(flat, bounds: .standard) == reader.decode(bytes))
    #expect(reader.read(bytes) == reader.decode(bytes))
  }

  @Test(arguments: [
    "", "{", "{}", "[]", #"{"type":"end"} x"#, #"{"type":"end",}"#, #"{"type":"say","cid":"a\nb"}"#, #"{"a":{"b":1}}"#,
    #"{"a":01}"#, #"{"a":1.5}"#, #"{"a":1e3}"#, #"{"a":-1}"#, #"{"a":true}"#, #"{"a":null}"#, #"{"a":1,"a":2}"#,
    #"{"a":1000000000000000}"#, "{\"a\":\"\u{1}\"}", #"{"a" "b"}"#, #"{"a":"b}"#, #"{"a":}"#,
  ])
  func `everything else is left to the decoder`(text: String) {
    #expect(FlatFrame(Array(text.utf8)).map { FrameReading($0, bounds: .standard) } == nil)
  }

  @Test func `what is not UTF-8 is left to the decoder`() {
    #expect(
      FlatFrame(Array(#"{"a":""#.utf8) + [0xC3] + Array(#""}"#.utf8)).map { FrameReading($0, bounds: .standard) } == nil
    )
  }
}

import Dialogue
import Runtime
import Storage
import Testing
import Vocabulary

@testable import Gateways

@Suite struct FrameSessionTests {
  private let names = SpeakerNames(bot: "Mila", customer: "Ana")

  private func entry(_ seq: Int, _ from: Speaker = .bot, _ audience: Audience = .everyone) -> Entry {
    Entry(
      seq: seq, at: Timestamp(milliseconds: 0), from: from, channel: .line, text: "text \(seq)", audience: audience)
  }

  private func visible(_ range: ClosedRange<Int>) -> [VisibleEntry] {
    range.map { VisibleEntry(entry($0), names: names) }
  }

  private func welcome(last: Int) -> ServerFrame.Welcome {
    ServerFrame.Welcome(thread: "t", resume: "", last: last, floor: "bot", disclosure: "A bot.")
  }

  private func opened(after: Int? = 0, last: Int = 0, floor: Floor = .bot) -> (FrameSession, [FrameSession.Step]) {
    var session = FrameSession(needsHello: false, device: "line")
    var hello = ClientFrame.Hello()
    hello.after = after ?? 0
    _ = after == nil ? session.take(.beat(got: nil)) : session.take(.hello(hello))
    let steps = session.opened(welcome(last: last), standing: Standing(floor: floor), shown: last)
    return (session, steps)
  }

  @Test func `a welcome is followed by the status where the floor is not the bot's`() {
    #expect(opened().1 == [.send(.welcome(welcome(last: 0)))])
    let queued = Standing(floor: .queue("cards"))
    #expect(opened(floor: .queue("cards")).1 == [.send(.welcome(welcome(last: 0))), .send(.status(queued))])
  }

  @Test func `pushing stops at 64 entries without a receipt and goes on with one`() throws {
    var (session, _) = opened(last: 200)
    let first = try #require(session.wanted)
    #expect(first.after == 0 && first.limit == 64)
    #expect(session.pushed(visible(1...64)).count == 64)
    #expect(session.wanted == nil)
    #expect(session.take(.got(10)) == [.receipted(10)])
    let next = try #require(session.wanted)
    #expect(next.after == 64 && next.limit == 10)
  }

  @Test func `a receipt for what was never sent opens no window`() throws {
    var (session, _) = opened(last: 200)
    _ = session.pushed(visible(1...64))
    _ = session.take(.got(Limits.frameNumber))
    #expect(try #require(session.wanted).limit == 64)
  }

  @Test func `an entry is pushed once`() {
    var (session, _) = opened(last: 4)
    #expect(session.pushed(visible(1...3)).count == 3)
    #expect(session.pushed(visible(2...4)) == [.send(.entry(visible(4...4)[0]))])
  }

  @Test func `without a hello only what is new is pushed, and no receipt is waited for`() throws {
    var (session, _) = opened(after: nil, last: 10)
    #expect(try #require(session.wanted).after == 10)
    #expect(session.pushed(visible(11...80)).last == .receipted(80))
    #expect(session.wanted != nil)
  }

  @Test func `after beyond the end begins at the end`() throws {
    let (session, _) = opened(after: 900, last: 10)
    #expect(try #require(session.wanted).after == 10)
  }

  @Test func `an acknowledgement names the entry, a retry the same one`() {
    var (session, _) = opened()
    let own = entry(7, .customer)
    let ack = ServerFrame.ack("c", seq: 7, dup: false, masked: false)
    let again = ServerFrame.ack("c", seq: 7, dup: true, masked: false)
    #expect(session.received(.done(thread: "t", entries: [own, entry(8)]), "c") == [.send(ack)])
    #expect(session.received(.duplicate(thread: "t", own), "c") == [.send(again)])
    #expect(session.take(.beat(got: nil)) == [.send(.beat(last: 8))])
  }

  @Test(arguments: [
    (Received.keyConflict, NackCode.cidConflict), (.refused(.tooLong), .tooBig), (.refused(.emptyText), .bad),
    (.refused(.fenced(by: nil)), .fenced),
  ])
  func `a refusal has its code`(received: Received, code: NackCode) {
    var (session, _) = opened()
    #expect(session.received(received, "c") == [.send(.nack("c", code))])
  }

  @Test func `what the store could not take may be sent again`() {
    var (session, _) = opened()
    #expect(session.failed(.conflict, "c") == [.send(.nack("c", .busy))])
    #expect(session.failed(.full, "c") == [.send(.nack("c", .storage))])
    #expect(!NackCode.storage.isFinal && NackCode.cidConflict.isFinal)
  }

  @Test func `a page tells where it ends, an empty one too`() {
    let (session, _) = opened()
    #expect(session.paged(visible(3...4), after: 2, more: true).last == .send(.page(from: 3, to: 4, more: true)))
    #expect(session.paged([], after: 9, more: false) == [.send(.page(from: 10, to: 9, more: false))])
    #expect(session.paged([], after: .max, more: false) == [.send(.page(from: .max, to: .max, more: false))])
  }

  @Test func `a status is sent when it changes and only then`() {
    var (session, _) = opened()
    let second = Standing(floor: .queue("cards"), caseCode: "K7F3QX", position: 2)
    let first = Standing(floor: .queue("cards"), caseCode: "K7F3QX", position: 1)
    #expect(session.stands(Standing(floor: .bot)).isEmpty)
    #expect(session.stands(second) == [.send(.status(second))])
    #expect(session.stands(second).isEmpty)
    #expect(session.stands(first) == [.send(.status(first))])
  }

  @Test func `of an agents' note a customer sees the number alone`() throws {
    let note = VisibleEntry(entry(5, .agent("maja"), .agents), names: names)
    let line = try JSONBytes.text(of: ServerFrame.entry(note))
    #expect(line.contains("\"seq\":5"))
    #expect(!line.contains("maja") && !line.contains("text 5"))
  }

  @Test func `every frame says what the contract says`() throws {
    let hard = "\"quoted\", a \\ and a\nnew line \u{1F600}"
    let entry = Entry(
      seq: 7, at: Timestamp(milliseconds: 0), from: .bot, channel: "web", text: hard,
      choices: [Choice(title: "A person", say: "I want a person")], asks: "city")
    let frames: [(ServerFrame, String)] = [
      (
        .welcome(.init(thread: "t", resume: "r", last: 3, floor: "bot", disclosure: "A bot.", limits: ["text": 9])),
        #"{"type":"welcome","v":1,"thread":"t","resume":"r","last":3,"beat_ms":25000,"floor":"bot","disclosure":"A bot.","limits":{"text":9}}"#
      ),
      (.ack("c", seq: 4, dup: true, masked: false), #"{"type":"ack","cid":"c","seq":4,"dup":true,"masked":false}"#),
      (.nack("c", .busy, retry: 300), #"{"type":"nack","cid":"c","code":"busy","retry_ms":300,"final":false}"#),
      (.nack(nil, .tooBig), #"{"type":"nack","code":"too_big","retry_ms":0,"final":true}"#),
      (
        .entry(VisibleEntry(entry, names: SpeakerNames(bot: "Bo", customer: "you"))),
        #"{"type":"entry","seq":7,"at":"1970-01-01T00:00:00.000Z","from":"bot","name":"Bo","text":"\"quoted\", a \\ and a\u000anew line \#u{1F600}","choices":[{"title":"A person","say":"I want a person"}],"asks":"city"}"#
      ),
      (
        .status(Standing(floor: .queue("cards"), caseCode: "K7F3QX", position: 2, waitSeconds: 90)),
        #"{"type":"status","floor":"queue","case":"K7F3QX","position":2,"wait_s":90,"queue":"cards"}"#
      ),
      (.status(Standing(floor: .agent("maja"))), #"{"type":"status","floor":"agent","agent":"maja"}"#),
      (.typing("maja"), #"{"type":"typing","from":"agent"}"#),
      (.page(from: 1, to: 2, more: true), #"{"type":"page","from":1,"to":2,"more":true}"#),
      (.beat(last: 9), #"{"type":"beat","last":9}"#),
      (.bye(.drain, retryMilliseconds: 5), #"{"type":"bye","code":"drain","retry_ms":5}"#),
    ]
    for (frame, expected) in frames {
      let text = try JSONBytes.text(of: frame)
      #expect(text == expected)
    }
  }

  @Test func `where hello is needed nothing else comes first`() {
    var session = FrameSession(needsHello: true, device: "d")
    #expect(session.take(.say("c", "hi")) == [.close(.noHello)])
    #expect(session.take(.say("c", "hi")).isEmpty)
    #expect(FrameSession.Closing.noHello.webSocketCode == 4401)
  }

  @Test func `end ends`() {
    var (session, _) = opened()
    #expect(session.take(.end) == [.close(.ended)])
    #expect(session.wanted == nil)
  }
}

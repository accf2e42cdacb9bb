import Foundation
import Testing

/// A client that speaks frames, and keeps what came.
actor TalkClient {
  struct Frame: Decodable, Hashable, Sendable {
    var type: String
    var seq: Int?
    var cid: String?
    var dup: Bool?
    var masked: Bool?
    var code: String?
    var final: Bool?
    var text: String?
    var floor: String?
    var last: Int?
    var to: Int?
    var more: Bool?
    var resume: String?
    var thread: String?
    var position: Int?
    var limits: [String: Int]?

    private enum CodingKeys: String, CodingKey {
      case type, seq, cid, dup, masked, code, final, text, floor, last, to, more, resume, thread, position, limits
      case retry = "retry_ms"
      case beat = "beat_ms"
      case queueCase = "case"
      case from
    }

    var retry: Int?
    var beat: Int?
    var queueCase: String?
    /// Who spoke; of a page where it begins.
    var from: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      type = try fields.decode(String.self, forKey: .type)
      seq = try fields.decodeIfPresent(Int.self, forKey: .seq)
      cid = try fields.decodeIfPresent(String.self, forKey: .cid)
      dup = try fields.decodeIfPresent(Bool.self, forKey: .dup)
      masked = try fields.decodeIfPresent(Bool.self, forKey: .masked)
      code = try fields.decodeIfPresent(String.self, forKey: .code)
      final = try fields.decodeIfPresent(Bool.self, forKey: .final)
      text = try fields.decodeIfPresent(String.self, forKey: .text)
      floor = try fields.decodeIfPresent(String.self, forKey: .floor)
      last = try fields.decodeIfPresent(Int.self, forKey: .last)
      to = try fields.decodeIfPresent(Int.self, forKey: .to)
      more = try fields.decodeIfPresent(Bool.self, forKey: .more)
      resume = try fields.decodeIfPresent(String.self, forKey: .resume)
      thread = try fields.decodeIfPresent(String.self, forKey: .thread)
      position = try fields.decodeIfPresent(Int.self, forKey: .position)
      limits = try fields.decodeIfPresent([String: Int].self, forKey: .limits)
      retry = try fields.decodeIfPresent(Int.self, forKey: .retry)
      beat = try fields.decodeIfPresent(Int.self, forKey: .beat)
      queueCase = try fields.decodeIfPresent(String.self, forKey: .queueCase)
      from = (try? fields.decodeIfPresent(String.self, forKey: .from)) ?? nil
    }
  }

  struct Closed: Error, Hashable {
    let code: Int?
  }

  let socket: SocketClient
  private(set) var frames: [Frame] = []
  private var receipts = true

  init(port: Int, receipts: Bool = true) async throws {
    socket = try await SocketClient.open(port: port)
    self.receipts = receipts
  }

  /// Connects and says hello; the fields stand behind `"v":1`.
  static func hello(port: Int, _ fields: [String: String] = [:], after: Int? = nil) async throws -> (TalkClient, Frame)
  {
    let client = try await TalkClient(port: port)
    let welcome = try await client.hello(fields, after: after)
    return (client, welcome)
  }

  func hello(_ fields: [String: String] = [:], after: Int? = nil) async throws -> Frame {
    var object: [String: Any] = fields
    object["type"] = "hello"
    object["v"] = 1
    if let after { object["after"] = after }
    try await send(object)
    return try await await_("welcome")
  }

  func send(_ object: [String: Any]) async throws {
    let data = try JSONSerialization.data(withJSONObject: object)
    try await socket.send(String(decoding: data, as: UTF8.self))
  }

  func say(_ cid: String, _ text: String) async throws { try await send(["type": "say", "cid": cid, "text": text]) }

  /// Says it and gives the answer to it.
  func ask(_ cid: String, _ text: String) async throws -> Frame {
    try await say(cid, text)
    return try await answer(to: cid)
  }

  func answer(to cid: String) async throws -> Frame {
    while true {
      let frame = try await read()
      if frame.cid == cid { return frame }
    }
  }

  /// The next frame of a type.
  func await_(_ type: String) async throws -> Frame {
    while true {
      let frame = try await read()
      if frame.type == type { return frame }
    }
  }

  /// Reads until the entry came.
  func entry(_ seq: Int) async throws -> Frame {
    while true {
      if let known = frames.first(where: { $0.type == "entry" && $0.seq == seq }) { return known }
      _ = try await read()
    }
  }

  var entries: [Frame] { frames.filter { $0.type == "entry" } }

  /// The close code, when it comes.
  func closing() async throws -> Int? {
    do {
      while true { _ = try await read() }
    } catch let closed as Closed {
      return closed.code
    }
  }

  func read() async throws -> Frame {
    while true {
      switch await socket.next() {
      case .text(let text)?:
        let frame = try JSONDecoder().decode(Frame.self, from: Data(text.utf8))
        frames.append(frame)
        if receipts, frame.type == "entry", let seq = frame.seq { try await send(["type": "got", "seq": seq]) }
        return frame
      case .close(let code, _)?: throw Closed(code: code)
      case .ended?, nil: throw Closed(code: nil)
      case .head?, .ping?, .pong?: continue
      }
    }
  }

  func leave() { socket.close() }
}

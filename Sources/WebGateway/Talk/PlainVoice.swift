import Gateways
import Runtime
import Vocabulary

/// Plain lines instead of frames, so that one can chat by hand.
struct PlainVoice: Sendable {
  private let voice = LineVoice()
  private var choices = OpenChoices()
  private var ownLines: Set<Int> = []
  private var count = 0

  /// What a typed line says; nothing where it is blank.
  mutating func reading(_ bytes: [UInt8], _ bounds: FrameBounds) -> FrameReading {
    let text = choices.resolve(TerminalText.clean(String(decoding: bytes, as: UTF8.self)))
    guard !text.allSatisfy(\.isWhitespace) else { return .ignored }
    count += 1
    let cid = ClientID("line-\(count)")
    if bytes.contains(0) { return .bad(cid, .bad) }
    if text.unicodeScalars.count > bounds.text { return .bad(cid, .tooBig) }
    return .frame(.say(cid, text))
  }

  /// What is shown for a frame; nothing for those that only programs need.
  mutating func text(_ frame: ServerFrame) -> String? {
    switch frame {
    case .entry(let entry):
      choices.note(entry)
      if ownLines.remove(entry.seq) != nil { return nil }
      let text = voice.render(entry)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    case .ack(_, let seq, _, _):
      ownLines.insert(seq)
      return nil
    case .nack(_, let code, _): return "* That was not sent: \(Self.why(code))."
    case .bye(let code, _): return "* The connection ends: \(Self.why(code))."
    case .welcome, .status, .typing, .page, .beat: return nil
    }
  }

  private static func why(_ code: NackCode) -> String {
    switch code {
    case .busy: "too much is going on; send it again in a moment"
    case .rate: "that was too fast; send it again in a moment"
    case .tooBig: "it is too long; send it in parts"
    case .bad: "it has characters that cannot be sent"
    case .cidConflict, .fenced: "it was not accepted"
    case .storage: "it could not be stored; send it again in a moment"
    }
  }

  private static func why(_ code: ByeCode) -> String {
    switch code {
    case .drain: "the server restarts; come back in a moment"
    case .replaced: "you came back from elsewhere"
    case .auth: "you are not known here"
    case .rate: "that was too much"
    }
  }
}

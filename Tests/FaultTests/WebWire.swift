import Foundation

/// One WebSocket to a server, without anything between the test and the kernel.
final class WebWire: Wire {
  private let socket: Int32
  private var unread: [UInt8] = []
  private(set) var closeCode: Int?

  /// Connects and shakes hands; nothing where nobody answers.
  init?(port: Int) {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    // What was opened is closed by `deinit`, which runs here too. Closed twice, a number would by then be another's.
    guard isConnected, shake() else { return nil }
  }

  deinit { close(socket) }

  private func shake() -> Bool {
    write(
      Array(
        """
        GET /chat HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
        Sec-WebSocket-Protocol: baton.v1\r\n\r\n
        """.utf8))
    let end = Array("\r\n\r\n".utf8)
    while unread.count < 8_192 {
      if let place = unread.indices.first(where: { unread[$0...].starts(with: end) }) {
        let isSwitched = String(decoding: unread.prefix(12), as: UTF8.self) == "HTTP/1.1 101"
        unread.removeFirst(place + 4)
        return isSwitched
      }
      guard readMore(within: 5_000) == true else { return false }
    }
    return false
  }

  @discardableResult
  func send(_ line: String) -> Bool {
    let payload = Array(line.utf8)
    let length: [UInt8] =
      payload.count < 126
      ? [0x80 | UInt8(payload.count)] : [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    let mask: [UInt8] = [9, 8, 7, 6]
    return write([0x81] + length + mask + payload.enumerated().map { $0.element ^ mask[$0.offset % 4] })
  }

  func next(within milliseconds: Int) -> Child.Reading {
    while true {
      if let (first, payload) = takeFrame() {
        switch first {
        case 0x81: return .line(String(decoding: payload, as: UTF8.self))
        case 0x88:
          closeCode = payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil
          return .ended
        default: continue
        }
      }
      switch readMore(within: milliseconds) {
      case true?: continue
      case false?: return .ended
      case nil: return .nothing
      }
    }
  }

  private func takeFrame() -> (UInt8, [UInt8])? {
    guard unread.count >= 2 else { return nil }
    var (length, start) = (Int(unread[1] & 127), 2)
    if length >= 126 {
      let count = length == 126 ? 2 : 8
      guard unread.count >= 2 + count else { return nil }
      length = unread[2..<(2 + count)].reduce(0) { $0 << 8 | Int($1) }
      start += count
    }
    guard unread.count >= start + length else { return nil }
    defer { unread.removeFirst(start + length) }
    return (unread[0], Array(unread[start..<(start + length)]))
  }

  /// True where something came, false at the end, nothing where the time is over.
  private func readMore(within milliseconds: Int) -> Bool? {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(socket, &buffer, buffer.count)
    guard count > 0 else { return false }
    unread += buffer.prefix(count)
    return true
  }

  @discardableResult
  private func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

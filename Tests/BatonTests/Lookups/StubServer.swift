import Foundation
import Glibc
import Synchronization

/// Another program on a real socket, that answers as a test wants.
final class StubServer: Sendable {
  struct Request: Sendable {
    let line: String
    /// Names in small letters.
    let headers: [String: String]
    let body: Data
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
  }

  struct Line: Sendable {
    fileprivate let descriptor: Int32

    func send(_ text: String) {
      let bytes = Array(text.utf8)
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 { return }
        sent += count
      }
    }

    func answer(_ body: String, status: String = "200 OK", headers: String = "") {
      send("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)Connection: close\r\n\r\n\(body)")
    }
  }

  typealias Manner = @Sendable (Request, Line) -> Void

  let port: UInt16
  private let listener: Int32
  private let manner: Mutex<Manner>
  private let seen = Mutex<[Request]>([])

  init(_ manner: @escaping Manner) throws {
    self.manner = Mutex(manner)
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { [listener] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, address, &size) == 0
      }
    }
    guard bound else { throw NoSocket() }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in accept() }
  }

  struct NoSocket: Error {}

  deinit { close(listener) }

  var url: String { "http://127.0.0.1:\(port)/lookup" }
  var requests: [Request] { seen.withLock { $0 } }

  /// From now on it answers so.
  func change(_ manner: @escaping Manner) { self.manner.withLock { $0 = manner } }

  private func accept() {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { return }
      Thread.detachNewThread { [self] in
        if let request = read(descriptor) {
          seen.withLock { $0.append(request) }
          manner.withLock { $0 }(request, Line(descriptor: descriptor))
        }
        close(descriptor)
      }
    }
  }

  private func read(_ descriptor: Int32) -> Request? {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = data.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in head.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1)
          if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let body = data[end.upperBound...]
        if body.count >= Int(headers["content-length"] ?? "0") ?? 0 {
          return Request(line: head.first ?? "", headers: headers, body: Data(body))
        }
      }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      data += buffer[..<count]
    }
  }
}

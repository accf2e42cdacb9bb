import Foundation
import Glibc

/// Reads lines from a file descriptor on a thread of its own, because such a read may block for hours.
package struct LineInput: Sendable {
  private let descriptor: Int32
  package init(descriptor: Int32 = 0) { self.descriptor = descriptor }

  /// Puts every line into the mailbox, and the end of input behind the last one.
  package func start(into mailbox: Mailbox) {
    let descriptor = descriptor
    let thread = Thread {
      var splitter = LineSplitter()
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        splitter.take(buffer.prefix(count)).forEach(mailbox.put)
      }
      if let last = splitter.finish() { mailbox.put(last) }
      mailbox.putEnd()
    }
    thread.start()
  }
}

/// Where text goes.
package protocol TextSink: Sendable {
  /// When it returns, the text has left the process.
  func write(_ text: String) throws(OutputError)
}

/// The reader at the other end has gone, or the disk under it is full.
package struct OutputError: Error, Hashable, Sendable {
  package let code: Int32
}

/// Writes to a file descriptor without a buffer.
package struct DescriptorSink: TextSink {
  package static let output = DescriptorSink(descriptor: 1)
  package static let errors = DescriptorSink(descriptor: 2)
  private let descriptor: Int32
  package init(descriptor: Int32) { self.descriptor = descriptor }

  package func write(_ text: String) throws(OutputError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw OutputError(code: errno)
      }
    }
  }
}

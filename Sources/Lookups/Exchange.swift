import CLookups
import Dialogue
import Foundation
import Synchronization
import Vocabulary

/// One request and its answer, up to a bound, on a thread of its own: libcurl blocks.
final class Exchange: Sendable {
  struct Message: Sendable {
    let url: String
    let headers: [String]
    let body: Data
    let withinMilliseconds: Int64
  }

  private let message: Message
  private let isCancelled = Atomic(false)

  init(_ message: Message) { self.message = message }

  /// The status and the body.
  func run() async throws(LookupFailure) -> (Int, Data) {
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        Thread.detachNewThread { waiting.resume(returning: Result { () throws(LookupFailure) in try self.post() }) }
      }
    } onCancel: {
      isCancelled.store(true, ordering: .relaxed)
    }
    return try answer.get()
  }

  private func post() throws(LookupFailure) -> (Int, Data) {
    var buffer = [UInt8](repeating: 0, count: Limits.lookupBytes)
    var headers = message.headers.map { strdup($0).map { UnsafePointer($0) } } + [nil]
    defer { headers.forEach { free(UnsafeMutablePointer(mutating: $0)) } }
    let body = [UInt8](message.body)
    let (code, status, bytes) = buffer.withUnsafeMutableBufferPointer { buffer in
      headers.withUnsafeMutableBufferPointer { headers in
        body.withUnsafeBytes { body in
          message.url.withCString { url in
            var answer = clookups_answer(status: 0, body: buffer.baseAddress, capacity: buffer.count, body_bytes: 0)
            var request = clookups_request(
              url: url, headers: headers.baseAddress, body: body.baseAddress, body_bytes: body.count,
              within_milliseconds: Int(message.withinMilliseconds),
              is_cancelled: { context in context.map { Exchange.at($0).shallEnd } ?? 0 },
              context: Unmanaged.passUnretained(self).toOpaque())
            let code = clookups_post(&request, &answer)
            return (Int(code), answer.status, answer.body_bytes)
          }
        }
      }
    }
    if let failure = Self.failure(code) { throw failure }
    return (status, Data(buffer.prefix(bytes)))
  }

  private static func at(_ context: UnsafeMutableRawPointer) -> Exchange {
    Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  }

  private var shallEnd: Int32 { isCancelled.load(ordering: .relaxed) ? 1 : 0 }

  private static func failure(_ code: Int) -> LookupFailure? {
    switch code {
    case CLOOKUPS_DONE: return nil
    case CLOOKUPS_LATE, CLOOKUPS_CANCELLED: return .late
    case CLOOKUPS_TOO_LARGE: return .tooLarge
    case CLOOKUPS_NO_LIBRARY: return .noLibrary
    default: return .unreachable
    }
  }
}

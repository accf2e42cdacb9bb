import Dialogue
import Foundation
import FoundationNetworking
import Synchronization

/// One request and its answer, up to a bound.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  private typealias Answer = Result<(Int, Data), LookupFailure>

  private struct State {
    var status = 0
    var body = Data()
    var task: URLSessionDataTask?
    var waiting: CheckedContinuation<Answer, Never>?
    /// Why it was ended from here.
    var reason: LookupFailure?
  }

  private let bytes: Int
  private let state = Mutex(State())

  init(expecting bytes: Int) { self.bytes = bytes }

  func run(_ request: URLRequest, with configuration: URLSessionConfiguration) async throws(LookupFailure) -> (
    Int, Data
  ) {
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiting: CheckedContinuation<Answer, Never>) in
        // A session of its own: only a session's delegate is asked about redirections and every piece of the answer.
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        let task = session.dataTask(with: request)
        let isEnded = state.withLock { state in
          state.task = task
          state.waiting = waiting
          return state.reason != nil
        }
        // Resumed in any case: a task that never ran never completes.
        task.resume()
        session.finishTasksAndInvalidate()
        if isEnded { task.cancel() }
      }
    } onCancel: {
      end(.late)
    }
    return try answer.get()
  }

  private func end(_ reason: LookupFailure) {
    let task = state.withLock { state in
      state.reason = state.reason ?? reason
      return state.task
    }
    task?.cancel()
  }

  // MARK: what comes

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    state.withLock { $0.status = (response as? HTTPURLResponse)?.statusCode ?? 0 }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      if state.body.count + data.count <= bytes { state.body += data } else { state.reason = state.reason ?? .tooLarge }
      return state.reason == .tooLarge
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (waiting, answer) = state.withLock { state -> (CheckedContinuation<Answer, Never>?, Answer) in
      let status = (task.response as? HTTPURLResponse)?.statusCode ?? state.status
      let waiting = state.waiting
      (state.waiting, state.task) = (nil, nil)
      if let reason = state.reason { return (waiting, .failure(reason)) }
      return (waiting, error == nil ? .success((status, state.body)) : .failure(.unreachable))
    }
    waiting?.resume(returning: answer)
  }
}

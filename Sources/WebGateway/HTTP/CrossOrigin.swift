import NIOHTTP1

// Requests of pages that another server sent.
extension Premises {
  /// - Throws: a problem where a page of that origin may not talk.
  func checkOrigin(_ request: Request) throws(Problem) {
    let headers = request.head.headers
    guard origins.allows(headers.first(name: "origin"), host: headers.first(name: "host")) else {
      metrics.turnedAway("origin")
      throw Problem(.forbidden, "this origin may not talk here")
    }
  }

  /// Lets the page that asked read the answer.
  func shared(_ answer: Answer, with request: Request) -> Answer {
    guard let origin = request.head.headers.first(name: "origin") else { return answer }
    var answer = answer
    answer.headers.replaceOrAdd(name: "access-control-allow-origin", value: origin)
    answer.headers.replaceOrAdd(name: "access-control-expose-headers", value: "baton-session, baton-close, retry-after")
    answer.headers.replaceOrAdd(name: "vary", value: "origin")
    return answer
  }

  /// What a browser asks before it sends a request of another origin's page.
  func preflight(_ request: Request) -> Answer {
    do throws(Problem) {
      try checkOrigin(request)
    } catch {
      return error.answer
    }
    let answer = Answer(
      .noContent, type: "text/plain", body: [],
      headers: [
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "content-type, authorization, baton-session, x-ms-bot-agent, x-requested-with",
        "access-control-max-age": "600",
      ])
    return shared(answer, with: request)
  }
}

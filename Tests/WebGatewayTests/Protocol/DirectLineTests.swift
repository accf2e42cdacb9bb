import Dialogue
import Foundation
import Testing
import Vocabulary

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct DirectLineTests {
  private struct Grant: Decodable {
    let conversationId: String
    let token: String?
  }
  private struct Account: Decodable {
    let id: String
    let role: String
  }
  private struct ChannelData: Decodable { let clientActivityID: String? }
  private struct Activity: Decodable {
    let id: String
    let text: String
    let from: Account
    let channelData: ChannelData?
  }
  private struct ActivitySet: Decodable {
    let activities: [Activity]
    let watermark: String
  }

  private func ask(
    _ served: Served, _ method: String, _ path: String, bearer: String? = "anything", body: String = ""
  ) async throws -> (status: Int, headers: [String: String], body: String) {
    try await served.request(
      "/v3/directline/" + path, method: method, fields: bearer.map { ["Authorization": "Bearer \($0)"] } ?? [:],
      body: body)
  }

  private func begin(_ served: Served, bearer: String = "anything") async throws -> Grant {
    let answer = try await ask(served, "POST", "conversations", bearer: bearer)
    #expect(answer.status == 201)
    return try JSONDecoder().decode(Grant.self, from: Data(answer.body.utf8))
  }

  private func read(_ served: Served, _ id: String, bearer: String, after: String? = nil) async throws -> ActivitySet {
    let query = after.map { "?watermark=\($0)" } ?? ""
    let answer = try await ask(served, "GET", "conversations/\(id)/activities" + query, bearer: bearer)
    #expect(answer.status == 200, "\(answer.body)")
    return try JSONDecoder().decode(ActivitySet.self, from: Data(answer.body.utf8))
  }

  private static func message(_ text: String, mark: String? = nil) -> String {
    let data = mark.map { #","channelData":{"clientActivityID":"\#($0)"}"# } ?? ""
    return #"{"type":"message","from":{"id":"visitor"},"text":"\#(text)"\#(data)}"#
  }

  @Test func `a conversation with a watermark, by a token and by what began it`() async throws {
    let served = try await Served()
    let grant = try await begin(served)
    let token = try #require(grant.token)
    let activities = "conversations/\(grant.conversationId)/activities"
    let first = try await read(served, grant.conversationId, bearer: "anything")
    #expect(first.activities.map(\.from.role) == ["bot", "bot"])
    #expect(
      try await ask(served, "POST", activities, bearer: token, body: Self.message("hello", mark: "m1")).status == 200)
    let more = try await read(served, grant.conversationId, bearer: token, after: first.watermark)
    #expect(more.activities.map(\.from.id) == ["visitor", "bot"])
    #expect(more.activities.first?.channelData?.clientActivityID == "m1")
    #expect(try await read(served, grant.conversationId, bearer: token, after: more.watermark).activities.isEmpty)
    // A retry stores nothing anew.
    #expect(
      try await ask(served, "POST", activities, bearer: token, body: Self.message("hello", mark: "m1")).status == 200)
    #expect(try await read(served, grant.conversationId, bearer: token, after: more.watermark).activities.isEmpty)
  }

  @Test func `a token is for one conversation, and leads back into it`() async throws {
    let served = try await Served()
    let generated = try await ask(served, "POST", "tokens/generate")
    let grant = try JSONDecoder().decode(Grant.self, from: Data(generated.body.utf8))
    let token = try #require(grant.token)
    #expect(try await begin(served, bearer: token).conversationId == grant.conversationId)
    let refreshed = try await ask(served, "POST", "tokens/refresh", bearer: token)
    let next = try #require(try JSONDecoder().decode(Grant.self, from: Data(refreshed.body.utf8)).token)
    #expect(next != token)
    #expect(try await ask(served, "GET", "conversations/\(grant.conversationId)", bearer: next).status == 200)
  }

  /// Everybody against everything that is not theirs: it looks as if it were not there.
  @Test func `a conversation that is not yours does not exist for you`() async throws {
    let served = try await Served()
    let (mine, other) = (try await begin(served, bearer: "me"), try await begin(served, bearer: "other"))
    let foreign = try #require(other.token)
    for bearer in ["other", foreign, "anything", "x.y", mine.conversationId] {
      for (method, path, body) in [
        ("GET", "conversations/\(mine.conversationId)", ""),
        ("GET", "conversations/\(mine.conversationId)/activities", ""),
        ("POST", "conversations/\(mine.conversationId)/activities", Self.message("hi")),
      ] {
        let refused = try await ask(served, method, path, bearer: bearer, body: body)
        let absent = try await ask(
          served, method, path.replacing(mine.conversationId, with: "nobody"), bearer: bearer, body: body)
        #expect(refused.status == 404 && refused.body == absent.body, "\(bearer) \(method) \(path)")
      }
    }
    #expect(try await ask(served, "POST", "conversations", bearer: nil).status == 403)
    #expect(try await read(served, mine.conversationId, bearer: "me").activities.count == 2)
  }

  @Test func `people are told apart from the bot`() async throws {
    let served = try await Served()
    let grant = try await begin(served)
    _ = try await ask(
      served, "POST", "conversations/\(grant.conversationId)/activities", body: Self.message("human"))
    let address = Address(DirectLine.channel, grant.conversationId)
    let code = try #require(try await served.switchboard.look(at: .address(address)).openCase?.code)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    _ = try await served.switchboard.act("maja", on: code, .say("Here is Maja."))
    let all = try await read(served, grant.conversationId, bearer: "anything")
    #expect(all.activities.last?.from.id == "agent-maja")
  }
}

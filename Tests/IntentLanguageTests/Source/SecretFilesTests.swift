import Testing

@testable import IntentLanguage

struct SecretFilesTests {
  @Test func `a key that cannot be read is a warning, one that can is none`() throws {
    let file = SourceFile(
      path: "shop.yml",
      text: """
        intents:
          a: { utterances: [where is it], lookup: [shop, post], handoff: desk }
        lookups:
          shop: { url: 'https://shop.example', gives: [state], within: 500 ms, secret_file: keys/shop }
          post: { url: 'https://post.example', gives: [state], secret_file: keys/post }
          bare: { url: 'https://bare.example', gives: [state] }
        queues: { desk: { title: Desk } }
        settings: { default_queue: desk }
        """)
    let playbook = try #require(PlaybookLoader.load([file]).playbook)
    let findings = SecretFiles.findings(in: playbook) { $0 == "keys/post" }
    #expect(findings.map(\.code) == ["secret-file-missing"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.place.line == 4)
  }
}

import Testing

@testable import Runtime

struct SHA256Tests {
  /// Lengths round the ends of blocks; the digests are those of another implementation.
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
    (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
    (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
    (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
    (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    (119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
    (120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"),
    (1_000, "4e4c294b331f7a2099a379bec34b9f9fc03dc46ab465d998f4d683da53487e6d"),
  ])
  func `a digest is that of the standard`(length: Int, digest: String) {
    #expect(hex(SHA256.digest((0..<length).map { UInt8($0 % 251) })) == digest)
  }

  /// RFC 4231, cases 1 to 4, 6 and 7.
  @Test(arguments: [
    (bytes(0x0b, 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (bytes(0xaa, 20), bytes(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    (Array(1...25), bytes(0xcd, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    (
      bytes(0xaa, 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      bytes(0xaa, 131),
      Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed \
        before being used by the HMAC algorithm.
        """.utf8), "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ])
  func `a message is authenticated as in RFC 4231`(key: [UInt8], message: [UInt8], code: String) {
    #expect(hex(SHA256.authenticate(message, key: key)) == code)
  }
}

struct WebhookSignatureTests {
  private let body = Array(#"{"amount":"12.50"}"#.utf8)

  /// Signed by another implementation.
  @Test(arguments: [
    ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "v1,/Z/cXRSUim1z8ejcyl61GSF5H+4+7gyGIxj6xYUxBI0="),
    ("  whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n", "v1,/Z/cXRSUim1z8ejcyl61GSF5H+4+7gyGIxj6xYUxBI0="),
    ("geheim š", "v1,qQqDmGc54GtaXB0t5EtP84IqItb11ciEbAQN/6aHJIA="),
  ])
  func `id, time and body are signed`(secret: String, signature: String) throws {
    let signer = try #require(WebhookSignature(secret: secret))
    #expect(signer.value(id: "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", seconds: 1_674_087_231, body: body) == signature)
  }

  @Test(arguments: ["", "  \n", "whsec_", "whsec_not base64"]) func `what is no key signs nothing`(secret: String) {
    #expect(WebhookSignature(secret: secret) == nil)
  }
}

private func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
}

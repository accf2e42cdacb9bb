import NIOCore

#if TLS
  import NIOSSL
#endif

/// The files that connections are encrypted with, in PEM.
package struct TLSFiles: Hashable, Sendable {
  /// The server's own certificate first, then those that stand for it.
  package let certificate: String
  package let key: String
  package init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

/// Connections cannot be encrypted as the settings want it.
package enum CannotEncrypt: Error, Hashable, Sendable {
  /// The program was built without the trait TLS.
  case notBuilt
  case unusable(String)
}

/// TLS 1.2 and later, where the program was built with it.
struct Encryption: Sendable {
  #if TLS
    private let context: NIOSSLContext

    init(_ files: TLSFiles) throws(CannotEncrypt) {
      do {
        let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        var settings = TLSConfiguration.makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        settings.minimumTLSVersion = .tlsv12
        settings.applicationProtocols = ["http/1.1"]
        context = try NIOSSLContext(configuration: settings)
      } catch {
        throw .unusable("\(error)")
      }
    }

    func begin(on channel: any Channel) throws {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
    }
  #else
    init(_ files: TLSFiles) throws(CannotEncrypt) { throw .notBuilt }

    func begin(on channel: any Channel) throws {}
  #endif
}

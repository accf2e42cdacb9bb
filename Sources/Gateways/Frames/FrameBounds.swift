import Vocabulary

/// What a client's frames have to keep to. Never wider than `Limits`; whoever serves may make it narrower.
package struct FrameBounds: Hashable, Sendable {
  package static let standard = FrameBounds()
  static let key = CodingUserInfoKey(rawValue: "bounds")

  /// Bytes of one frame.
  package var frame = Limits.frameBytes
  /// Unicode scalars of one text.
  package var text = Limits.utteranceScalars
  /// Unicode scalars of a client id or a device id.
  package var key = Limits.keyScalars
  /// Entries in flight without a receipt.
  package var unreceipted = Limits.unreceiptedEntries
  /// Entries of one `sync`.
  package var sync = Limits.syncEntries
  /// Nesting of one frame.
  package var depth = Limits.frameDepth

  package init() {}

  /// As `welcome` names them.
  package var named: [String: Int] {
    ["frame": frame, "text": text, "key": key, "unreceipted": unreceipted, "sync": sync, "depth": depth]
  }
}

import CPCRE2

/// How much work one search may do. PCRE2 counts anew at every place where a match may start, so that the limit
/// shrinks as the text grows and the whole search stays within one budget.
enum MatchLimits {
  static let patternBytes = 1_000
  static let nesting: UInt32 = 60
  static let subjectScalars = 2_000
  static let heapKibibytes: UInt32 = 16 * 1024
  static let depth: UInt32 = 10_000
  private static let budget = 20_000_000

  static func steps(forBytes bytes: Int) -> UInt32 {
    UInt32(clamping: min(max(budget / (bytes + 1), 2_000), 500_000))
  }

  /// One context for each power of two of the text's length: made once, only read afterwards.
  static func context(forBytes bytes: Int) -> OpaquePointer? {
    let size = min(Int.bitWidth - max(bytes, 0).leadingZeroBitCount, contexts.count - 1)
    return contexts[size]
  }

  nonisolated(unsafe) private static let contexts: [OpaquePointer?] = (0...14).map { size in
    let context = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(context, steps(forBytes: 1 << size))
    pcre2_set_depth_limit_8(context, depth)
    pcre2_set_heap_limit_8(context, heapKibibytes)
    return context
  }

  /// The length in bytes of what is searched: at most `subjectScalars`.
  static func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count > subjectScalars else { return bytes.count }
    var scalars = 0
    for (at, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if scalars == subjectScalars { return at }
      scalars += 1
    }
    return bytes.count
  }

  /// The offset of the scalar behind the one at `start`.
  static func next(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = start + 1
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}

/// The byte offsets of the last match's groups.
struct Offsets {
  private let pairs: UnsafeBufferPointer<Int>

  init(data: OpaquePointer) {
    pairs = UnsafeBufferPointer(
      start: pcre2_get_ovector_pointer_8(data), count: Int(pcre2_get_ovector_count_8(data)) * 2)
  }

  /// Nothing where the group took no part. `\K` may put a start behind its end: such a span is empty.
  func span(of group: Int) -> Range<Int>? {
    guard group >= 0, group * 2 + 1 < pairs.count else { return nil }
    let (from, to) = (pairs[group * 2], pairs[group * 2 + 1])
    guard from >= 0, to >= 0 else { return nil }
    return min(from, to)..<to
  }
}

/// Turns byte offsets into scalar offsets, walking on from the last one asked for where it can.
struct ScalarRuler {
  let bytes: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var scalar = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scalars(_ span: Range<Int>) -> Range<Int> {
    let from = scalars(before: span.lowerBound)
    return from..<max(from, scalars(before: span.upperBound))
  }

  private mutating func scalars(before offset: Int) -> Int {
    if offset < byte { (byte, scalar) = (0, 0) }
    while byte < min(offset, bytes.count) {
      if bytes[byte] & 0xC0 != 0x80 { scalar += 1 }
      byte += 1
    }
    return scalar
  }
}

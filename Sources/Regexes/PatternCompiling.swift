import CPCRE2

extension Pattern {
  /// `(*…)` at the start of a pattern sets options for the whole engine; rules have no business with them.
  static func refuseVerbs(_ source: String) throws(PatternError) {
    let start = source.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    guard start.starts(with: "(*".unicodeScalars) else { return }
    throw PatternError(message: "a pattern may not begin with (*", offset: 0)
  }

  static func compile(_ source: String, caseless: Bool) throws(PatternError) -> OpaquePointer {
    guard source.utf8.count <= MatchLimits.patternBytes else {
      throw PatternError(
        message: "a pattern has at most \(MatchLimits.patternBytes) bytes", offset: MatchLimits.patternBytes)
    }
    var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if caseless { options |= UInt32(PCRE2_CASELESS) }
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_parens_nest_limit_8(context, MatchLimits.nesting)
    var (error, offset): (Int32, Int) = (0, 0)
    let bytes = Array(source.utf8)
    if let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, context) { return code }
    let scalars = bytes.prefix(max(offset, 0)).count { $0 & 0xC0 != 0x80 }
    throw PatternError(message: message(of: error), offset: scalars)
  }

  private static func message(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(Int(length), 0)), as: UTF8.self)
  }

  static func names(of code: OpaquePointer) -> [(name: String, number: Int)] {
    var (count, size): (UInt32, UInt32) = (0, 0)
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table, count > 0, size > 2 else { return [] }
    let entries = UnsafeBufferPointer(start: table, count: Int(count) * Int(size))
    let names = (0..<Int(count)).map { entry in
      let at = entry * Int(size)
      let name = entries[(at + 2)..<(at + Int(size))].prefix { $0 != 0 }
      return (name: String(decoding: name, as: UTF8.self), number: Int(entries[at]) << 8 | Int(entries[at + 1]))
    }
    return names.sorted { $0.number < $1.number }
  }
}

/// What became of one transcript.
package struct TranscriptResult: Hashable, Sendable {
  package let transcript: Transcript
  package let failures: [TranscriptFailure]
  package let seconds: Double

  package init(transcript: Transcript, failures: [TranscriptFailure], seconds: Double) {
    self.transcript = transcript
    self.failures = failures
    self.seconds = seconds
  }
}

/// Results as JUnit's XML, which CI systems read.
package enum JUnitReport {
  package static func xml(_ results: [TranscriptResult], problems: [TranscriptProblem] = []) -> String {
    let failed = results.count { !$0.failures.isEmpty }
    let seconds = decimal(results.map(\.seconds).reduce(0, +))
    let counts =
      "tests=\"\(results.count + problems.count)\" failures=\"\(failed)\" errors=\"\(problems.count)\" time=\"\(seconds)\""
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"baton test\" \(counts)>",
      "<testsuite name=\"transcripts\" \(counts) skipped=\"0\">",
    ]
    for result in results {
      let head =
        "  <testcase classname=\"\(escape(result.transcript.file))\" name=\"\(escape(result.transcript.name))\" time=\"\(decimal(result.seconds))\""
      guard !result.failures.isEmpty else {
        lines.append(head + "/>")
        continue
      }
      lines.append(head + ">")
      for failure in result.failures {
        let message = escape(failure.summary)
        lines.append(
          "    <failure type=\"expectation\" message=\"\(message)\">\(escape(failure.description))</failure>")
      }
      lines.append("  </testcase>")
    }
    for problem in problems {
      lines.append("  <testcase classname=\"\(escape(problem.file))\" name=\"line \(problem.line)\" time=\"0\">")
      lines.append("    <error type=\"unreadable\" message=\"\(escape(problem.description))\"/>")
      lines.append("  </testcase>")
    }
    return (lines + ["</testsuite>", "</testsuites>", ""]).joined(separator: "\n")
  }

  /// Never as `1e-05`, which some readers refuse.
  private static func decimal(_ seconds: Double) -> String {
    let micros = Int64((min(max(seconds, 0), 1e9) * 1e6).rounded())
    let rest = String(micros % 1_000_000)
    return "\(micros / 1_000_000).\(String(repeating: "0", count: 6 - rest.count))\(rest)"
  }

  /// Without characters that XML 1.0 cannot hold.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

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
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuite name=\"baton\" tests=\"\(results.count + problems.count)\" failures=\"\(failed)\" errors=\"\(problems.count)\">",
    ]
    for result in results {
      let head =
        "  <testcase classname=\"\(escape(result.transcript.file))\" name=\"\(escape(result.transcript.name))\" time=\"\(result.seconds)\""
      guard !result.failures.isEmpty else {
        lines.append(head + "/>")
        continue
      }
      lines.append(head + ">")
      for failure in result.failures {
        let message = escape("\(failure.file):\(failure.line): expected \(failure.expected.first ?? "nothing")")
        lines.append("    <failure message=\"\(message)\">\(escape(failure.description))</failure>")
      }
      lines.append("  </testcase>")
    }
    for problem in problems {
      lines.append("  <testcase classname=\"\(escape(problem.file))\" name=\"line \(problem.line)\">")
      lines.append("    <error message=\"\(escape(problem.description))\"/>")
      lines.append("  </testcase>")
    }
    return (lines + ["</testsuite>", ""]).joined(separator: "\n")
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

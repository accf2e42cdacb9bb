import Vocabulary

/// Findings as GitHub's runners read them from the output of a step: each becomes a mark beside the author's line.
package enum WorkflowCommands {
  /// - Parameter prefix: the folder of intents as seen from the root of the repository.
  package static func text(_ findings: [Finding], prefix: String) -> String {
    findings.map { line($0, prefix) + "\n" }.joined()
  }

  private static func line(_ finding: Finding, _ prefix: String) -> String {
    let place = finding.place
    let path = ReportPath.joined(prefix, place.file)
    let properties = [
      "file=\(property(path))", "line=\(place.line)", "col=\(place.column)", "title=\(property(finding.code))",
    ].joined(separator: ",")
    return
      "::\(finding.severity.rawValue) \(properties)::\(data(([finding.text] + finding.help).joined(separator: "\n")))"
  }

  /// A line end would end the command.
  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// A comma would end a property, and a colon the properties.
  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ marks: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let mark = marks[scalar] { result += mark } else { result.unicodeScalars.append(scalar) }
    }
  }
}

/// Paths as one would open them from the working directory.
enum ReportPath {
  static func joined(_ prefix: String, _ file: String) -> String {
    let folder = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    if file.isEmpty { return folder }
    return folder.isEmpty || folder == "." ? file : "\(folder)/\(file)"
  }
}

import Foundation
import Gateways
import Logging

/// One JSON object a line. Callers log names, codes and counts, never what a customer wrote.
package struct JSONLogHandler: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel = Logger.Level.info
  private let label: String
  private let output: any TextSink

  package init(label: String, output: any TextSink = DescriptorSink.errors) {
    self.label = label
    self.output = output
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var members: [(String, String)] = [
      ("time", Date().ISO8601Format(.init(includingFractionalSeconds: true))), ("level", event.level.rawValue),
      ("label", label), ("message", "\(event.message)"),
    ]
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
    members += all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
    let text = members.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",")
    try? output.write("{\(text)}\n")
  }

  private static func quoted(_ text: String) -> String { (try? JSONLine.text(text)) ?? "\"\"" }
}

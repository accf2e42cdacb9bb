import Foundation
import Learning
import Vocabulary

/// What was learned from a playbook, kept beside the store, so that the next start need not learn it again. All of it may
/// be deleted at any time; what is damaged, or of another version or playbook, is learned anew.
struct ModelShelf {
  private let store: String

  init(store: String) { self.store = store }

  private var isKept: Bool { store != ":memory:" }

  private func path(_ key: UInt64) -> String {
    let digits = String(key, radix: 16)
    return "\(store)-learned-" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Those of the models that are there and whole.
  func models(_ keys: [UInt64]) -> [UInt64: LearnedModel] {
    guard isKept else { return [:] }
    var models: [UInt64: LearnedModel] = [:]
    for key in keys {
      guard let handle = FileHandle(forReadingAtPath: path(key)),
        let data = try? handle.read(upToCount: Limits.modelBytes + 1), data.count <= Limits.modelBytes
      else { continue }
      models[key] = LearnedModel([UInt8](data), key: key)
    }
    return models
  }

  /// Keeps what is not on the shelf yet, and takes away the oldest. A shelf that cannot be written costs time, nothing else.
  func keep(_ models: [UInt64: LearnedModel], besides known: Set<UInt64>) {
    guard isKept else { return }
    var isChanged = false
    for (key, model) in models where !known.contains(key) {
      let bytes = model.encoded(key: key)
      guard bytes.count <= Limits.modelBytes else { continue }
      if (try? Data(bytes).write(to: URL(fileURLWithPath: path(key)), options: .atomic)) != nil { isChanged = true }
    }
    if isChanged { clear(keeping: Set(models.keys.map(path))) }
  }

  private func clear(keeping current: Set<String>) {
    let place = URL(fileURLWithPath: store)
    let folder = place.deletingLastPathComponent()
    let prefix = place.lastPathComponent + "-learned-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let old = names.filter { $0.hasPrefix(prefix) }.map { folder.appendingPathComponent($0) }
      .filter { url in !current.contains { URL(fileURLWithPath: $0).lastPathComponent == url.lastPathComponent } }
      .sorted { ModelShelf.written($0) > ModelShelf.written($1) }
    for url in old.dropFirst(max(Limits.keptModels - current.count, 0)) { try? FileManager.default.removeItem(at: url) }
  }

  private static func written(_ url: URL) -> Date {
    ((try? FileManager.default.attributesOfItem(atPath: url.path))?[.modificationDate] as? Date) ?? .distantPast
  }
}

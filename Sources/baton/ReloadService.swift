import Dialogue
import Gateways
import IntentLanguage
import Runtime
import ServiceLifecycle

/// Takes over changed files of the folder of intents while conversations go on: whole or not at all.
///
/// Broken files leave the last good playbook in use and say so on standard error.
struct ReloadService: Service {
  let folder: String
  let engines: EngineBox
  /// How the files stood when the engine was made.
  let first: FolderStamp
  let shelf: ModelShelf
  let learning: LearningService
  var interval = Duration.milliseconds(250)

  func run() async {
    var (taken, before) = (first, first)
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }) != nil {
      let stamp = FolderStamp.read(folder)
      // Several files are not written in one moment: they are read when they have come to rest.
      defer { before = stamp }
      guard stamp != taken, stamp == before else { continue }
      let loaded = await load()
      // What changed while it was read is read again.
      guard FolderStamp.read(folder) == stamp else { continue }
      taken = stamp
      if case .success(let made) = loaded {
        engines.replace(with: made.engine)
        learning.teach(made.engine.reader, knowing: made.known, nobodyWaits: true)
      }
      tell(loaded)
    }
  }

  private struct Broken: Error {
    let errors: Int
    let report: String
  }

  private func load() async -> Result<MadeEngine, Broken> {
    let (files, unread) = IntentFolder.read(folder)
    let draft = PlaybookDraft(files)
    // Until it has learned, what the engine before has learned serves this one too.
    async let making = MadeEngine(draft.playbook(), shelf, before: engines.engine.reader.experience)
    let errors = (unread + draft.findings()).filter { $0.severity == .error }
    if errors.isEmpty, let made = await making { return .success(made) }
    let report = FindingRenderer(files: files, prefix: folder, colour: CommonOptions.mayColour(2)).render(errors)
    return .failure(Broken(errors: errors.count, report: report))
  }

  private func tell(_ loaded: Result<MadeEngine, Broken>) {
    switch loaded {
    case .success: try? DescriptorSink.errors.write("baton: the changed intents in \(folder) are in use.\n")
    case .failure(let broken):
      let count = "\(broken.errors) error\(broken.errors == 1 ? "" : "s")"
      try? DescriptorSink.errors.write(
        "\(broken.report)baton: the changed intents in \(folder) cannot be used: \(count). Those before stay in use.\n")
    }
  }
}

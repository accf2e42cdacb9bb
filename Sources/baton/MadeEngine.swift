import Dialogue
import Learning
import Playbooks
import Understanding
import Vocabulary

/// An engine, and what need not be learned for it.
struct MadeEngine: Sendable {
  let engine: Engine
  /// The models that were on the shelf.
  let known: Set<UInt64>

  /// Nothing without a playbook. Half of a start with two languages goes into each of them, so that they are made at once.
  ///
  /// - Parameter before: what serves until it has learned; without it the first who needs it waits.
  init?(
    _ playbook: Playbook?, _ shelf: ModelShelf, before: [Language: Teaching.Experience] = [:]
  ) async {
    guard let playbook else { return nil }
    let models = shelf.models(Teaching.keys(of: playbook))
    let languages = playbook.settings.languages
    let readers = await withTaskGroup { group in
      for (at, language) in languages.enumerated() {
        group.addTask {
          let teaching = Teaching(known: models, before: before)
          let crew = Schooling.atOnce().crew
          return (at, LanguageReader(playbook, language: language, teaching: teaching, crew: crew))
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let reader = Reader(playbook: playbook, readers: languages.indices.compactMap { readers[$0] })
    engine = Engine(playbook: playbook, reader: reader)
    known = Set(models.keys)
  }
}

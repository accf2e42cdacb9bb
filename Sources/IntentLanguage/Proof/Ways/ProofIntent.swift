import Playbooks
import Vocabulary

/// An intent as the proof sees it: what it waits for and how it may end.
struct ProofIntent {
  struct Need {
    let slot: DeclaredSlot
    let place: SourcePlace
    let lack: SlotSupply.Lack?
    /// What a lookup or an answer does with a value that was declined.
    var tries: Int { max(1, slot.tries) }
    var isReadBack: Bool { slot.confirm || isOnRecord }
    var isOnRecord: Bool { slot.remember == .customer && slot.onRecord == .confirm }
  }

  /// One way to end, with all that must hold for it.
  struct Way {
    enum End {
      case start(LocatedName)
      case handoff(DeclaredHandoff)
      case answer
      /// Nothing.
      case none
    }

    /// Absent for what happens where no rule holds.
    let rule: Int?
    let place: SourcePlace
    let demands: [Formula]
    let end: End
    let speaks: Bool
    /// Values for which it is taken.
    let example: Region
  }

  let declared: DeclaredIntent
  let needs: [Need]
  let ways: [Way]
  /// Rules that cannot be read were reported; nothing can be proved of the intent.
  let isBroken: Bool
  /// Two of its slots may hold the same value.
  let hasRivals: Bool

  var name: String { declared.id.text }
  /// Something that customers say leads to it.
  var isNamed: Bool { !declared.templates.isEmpty || !declared.regexes.isEmpty }
}

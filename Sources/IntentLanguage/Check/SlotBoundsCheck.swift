import Playbooks
import Vocabulary

/// What is valid for a slot can be read, and something is.
enum SlotBoundsCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.slots.flatMap { slot -> [Finding] in
      guard let kind = catalog.kind(of: slot.id.text) else { return [] }
      let (bounds, findings) = BoundsReader.read(slot, kind, catalog)
      return findings + impossible(slot, bounds)
    }
  }

  /// No value could ever be right, and this check says so.
  static func isImpossible(_ slot: DeclaredSlot, _ catalog: Catalog) -> Bool {
    catalog.kind(of: slot.id.text).map { !impossible(slot, BoundsReader.read(slot, $0, catalog).bounds).isEmpty }
      ?? false
  }

  private static func impossible(_ slot: DeclaredSlot, _ bounds: SlotBounds) -> [Finding] {
    if let place = slot.future, slot.past != nil {
      return [Finding(SlotProblem.impossibleBounds("a date cannot lie both in the past and in the future"), at: place)]
    }
    guard let low = slot.min, let high = slot.max, let min = bounds.min, let max = bounds.max, isAbove(min, max) else {
      return []
    }
    let text = "the least value, \(low.text), is above the greatest, \(high.text)"
    return [Finding(SlotProblem.impossibleBounds(text), at: low.place)]
  }

  private static func isAbove(_ left: Bound, _ right: Bound) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left > right
    case (.money(let left, let one), .money(let right, let other)):
      left > right && (one == other || one == nil || other == nil)
    case (.date(let left), .date(let right)): left > right
    case (.time(let left), .time(let right)): left > right
    case (.duration(let left), .duration(let right)): left.approximateSeconds > right.approximateSeconds
    case (.number, _), (.money, _), (.date, _), (.time, _), (.duration, _): false
    }
  }
}

import Playbooks
import Vocabulary

/// Plain English for every kind of slot, made from the playbook alone.
package enum ExamplePhrases {
  /// A value that the slot accepts, as a customer says it bare.
  package static func value(of slot: Slot) -> String {
    switch slot.kind {
    case .text: "the blue one by the door"
    case .name: "Ana Novak"
    case .number, .integer: bounded(slot, usual: 3)
    case .digits: String("4417950263817264".prefix(slot.bounds.length?.lowerBound ?? 4))
    case .money: "\(bounded(slot, usual: 120)) euros"
    case .date: slot.bounds.past ? "yesterday" : "tomorrow"
    case .time: "10:30"
    case .datetime: slot.bounds.past ? "yesterday at 10:30" : "tomorrow at 10:30"
    case .duration: "2 years"
    case .email: "ana@example.com"
    case .phone: "+386 40 123 456"
    case .url: "https://example.com/a"
    case .iban: "SI56 1910 0000 0123 438"
    case .card: "4111 1111 1111 1111"
    case .yesNo: "yes"
    case .choice: slot.options.first.map { $0.says.first ?? $0.key } ?? "one"
    case .regex: "INV-204518"
    }
  }

  /// The value with the slot's first cue before it, as a customer volunteers it; nothing where it cannot be volunteered.
  ///
  /// - Parameter isOnlyOne: no other slot of the intent can hold such a value.
  package static func volunteered(_ slot: Slot, isOnlyOne: Bool) -> String? {
    switch slot.kind {
    case .yesNo: return nil
    case .choice: return value(of: slot)
    case .text, .name, .number, .integer, .digits, .money, .date, .time, .datetime, .duration, .email, .phone, .url,
      .iban, .card, .regex:
      if let cue = slot.cues.first { return "\(cue) \(value(of: slot))" }
      return isOnlyOne && slot.kind != .text ? value(of: slot) : nil
    }
  }

  /// The shortest thing that a template matches, without optional parts; nothing where it holds a slot.
  package static func plain(_ template: Template) -> String? {
    guard template.slots.isEmpty || plain(template.root) != nil else { return nil }
    return plain(template.root).map { $0.split(separator: " ").joined(separator: " ") }
  }

  private static func plain(_ part: TemplatePart) -> String? {
    switch part {
    case .text(let text): return text
    case .slot: return nil
    case .optional: return ""
    case .alternatives(let arms): return arms.lazy.compactMap { plain($0) }.first
    case .sequence(let parts):
      let texts = parts.map { plain($0) }
      return texts.contains(nil) ? nil : texts.compactMap(\.self).joined()
    }
  }

  private static func bounded(_ slot: Slot, usual: Int) -> String {
    func amount(_ bound: Bound?) -> DecimalNumber? {
      switch bound {
      case .number(let number), .money(let number, _): number
      case .date, .time, .duration, nil: nil
      }
    }
    let usual = DecimalNumber(usual)
    if let least = amount(slot.bounds.min), usual < least { return least.description }
    if let most = amount(slot.bounds.max), most < usual { return most.description }
    return usual.description
  }
}

import Playbooks
import Vocabulary

/// A line that a customer may write, and the slots whose values stand in it.
struct GeneratedLine: Hashable, Sendable {
  let text: String
  let gives: [SlotID]
}

/// Ways to say an intent, made from its templates.
enum Phrasings {
  /// At most so many that differ, the shortest of the first template first.
  static func of(_ intent: Intent, in playbook: Playbook, samples: Samples, most: Int) -> [GeneratedLine] {
    let templates = intent.templates.filter { $0.language == playbook.settings.defaultLanguage }
    var lines: [GeneratedLine] = []
    for variant in 0..<most {
      for (index, template) in templates.enumerated() where lines.count < most {
        var renderer = Renderer(samples: samples, variant: variant == 0 ? 0 : variant + index)
        guard let text = renderer.text(template.root) else { continue }
        let line = GeneratedLine(
          text: text.split(separator: " ").joined(separator: " "), gives: renderer.gives)
        if !line.text.isEmpty, !lines.contains(where: { $0.text == line.text }) { lines.append(line) }
      }
    }
    return lines
  }

  /// Goes through a template and takes one way at every fork.
  private struct Renderer {
    let samples: Samples
    /// 0 is the shortest way; higher ones take other arms and optional parts.
    let variant: Int
    var gives: [SlotID] = []
    private var forks = 0

    init(samples: Samples, variant: Int) {
      self.samples = samples
      self.variant = variant
    }

    /// Nothing where it names a slot that has no sample, or one twice.
    mutating func text(_ part: TemplatePart) -> String? {
      switch part {
      case .text(let text): return text
      case .slot(let slot):
        guard let sample = samples[slot], !gives.contains(slot) else { return nil }
        gives.append(slot)
        return sample.text
      case .sequence(let parts): return joined(parts)
      case .alternatives(let arms): return first(of: arms)
      case .optional(let arms):
        forks += 1
        return (variant + forks).isMultiple(of: 2) && variant > 0 ? first(of: arms) ?? "" : ""
      }
    }

    private mutating func joined(_ parts: [TemplatePart]) -> String? {
      var whole = ""
      for part in parts {
        guard let text = text(part) else { return nil }
        whole += text
      }
      return whole
    }

    /// The arm that the variant picks, else the next that can be said.
    private mutating func first(of arms: [TemplatePart]) -> String? {
      forks += 1
      let before = gives
      for offset in arms.indices {
        gives = before
        if let text = text(arms[(variant + offset) % arms.count]) { return text }
      }
      gives = before
      return nil
    }
  }
}

import Playbooks
import Vocabulary

/// The notation of the built-in phrase tables: that of templates, with `_` for any one word and `<name>` for a list
/// of words that many phrases share. The tables are ours, so that what is malformed is read as far as it goes.
struct PhraseSyntax {
  private let lists: Set<String>

  init(lists: some Sequence<String> = []) { self.lists = Set(lists) }

  func parse(_ text: String) -> TemplatePart {
    var rest = Substring(text)
    return arms(&rest, until: nil)
  }

  private func arms(_ rest: inout Substring, until close: Character?) -> TemplatePart {
    var arms: [TemplatePart] = []
    var parts: [TemplatePart] = []
    var text = ""
    func flush() {
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
    }
    while let next = rest.popFirst() {
      if next == close { break }
      switch next {
      case "(":
        flush()
        parts.append(self.arms(&rest, until: ")"))
      case "[":
        flush()
        parts.append(.optional([self.arms(&rest, until: "]")]))
      case "|":
        flush()
        arms.append(.sequence(parts))
        parts = []
      case "<":
        flush()
        let name = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(name.count + 1)
        if lists.contains(String(name)) { parts.append(.slot(SlotID(String(name)))) }
      case "_": text += Automaton.anyWordName
      default: text.append(next)
      }
    }
    flush()
    arms.append(.sequence(parts))
    return arms.count == 1 ? arms[0] : .alternatives(arms)
  }
}

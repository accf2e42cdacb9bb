/// Lines with what led to them below.
struct ReasonTree {
  let text: String
  var below: [ReasonTree] = []

  init(_ text: String, _ below: [ReasonTree] = []) {
    self.text = text
    self.below = below
  }

  init(_ text: String, lines: [String]) { self.init(text, lines.map { ReasonTree($0) }) }

  /// As a terminal shows it; what has nothing below it and is a heading is left out.
  var lines: [String] { [text] + ReasonTree.drawn(below, indent: "") }

  private static func drawn(_ trees: [ReasonTree], indent: String) -> [String] {
    trees.enumerated().flatMap { index, tree -> [String] in
      let isLast = index == trees.count - 1
      let head = indent + (isLast ? "└─ " : "├─ ") + tree.text
      return [head] + drawn(tree.below, indent: indent + (isLast ? "   " : "│  "))
    }
  }
}

import Vocabulary

/// Finds the name that somebody probably meant.
package enum NearestName {
  /// The nearest of the names, where one is near: at most a third of its letters differ. The first of equals in order.
  package static func to(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(longest))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names.sorted() where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      let distance = distance(wanted, letters)
      let allowed = max(1, max(wanted.count, letters.count) / 3)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static let longest = 64

  /// How many letters must be added, removed, replaced or swapped with their neighbour.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// Sentences that many findings share.
enum Phrase {
  static func didYouMean(_ name: String, among names: some Sequence<String>) -> String? {
    NearestName.to(name, among: names).map { "Did you mean \"\($0)\"?" }
  }

  /// The nearest name, or all of them where none is near and they are few.
  static func nearest(_ name: String, among names: [String], kind: String) -> String {
    if let near = didYouMean(name, among: names) { return near }
    guard !names.isEmpty else { return "There is no \(kind) in these files yet." }
    return names.count <= 30
      ? "There is: \(names.sorted().joined(separator: ", "))." : "There are \(names.count) others."
  }

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// A place in another line of the files, as an author would look for it.
  static func spot(_ place: SourcePlace) -> String { "\(place.file), line \(place.line)" }
}

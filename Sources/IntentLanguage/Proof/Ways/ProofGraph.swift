/// All stations of all conversations and the moves between them.
struct ProofGraph {
  struct Edge: Hashable {
    let move: Move
    let to: Int
  }

  private(set) var stations: [Station] = []
  private(set) var edges: [[Edge]] = []
  private var numbers: [Station: Int] = [:]

  var transitions: Int { edges.reduce(0) { $0 + $1.count } }

  mutating func number(of station: Station) -> Int {
    if let known = numbers[station] { return known }
    let number = stations.count
    numbers[station] = number
    stations.append(station)
    edges.append([])
    return number
  }

  func known(_ station: Station) -> Int? { numbers[station] }

  mutating func connect(_ from: Station, _ moves: Move..., to: Station) {
    let (start, end) = (number(of: from), number(of: to))
    for move in moves {
      let edge = Edge(move: move, to: end)
      if !edges[start].contains(edge) { edges[start].append(edge) }
    }
  }
}

extension ProofGraph {
  /// Where the move may lead, everything passed through that needs no word.
  func next(_ station: Station, _ move: Move) -> Set<Station> {
    guard let start = numbers[station] else { return [] }
    var seen: Set<Int> = []
    var found: Set<Station> = []
    var open = edges[start].filter { $0.move == move }.map(\.to)
    while let at = open.popLast() {
      guard seen.insert(at).inserted else { continue }
      if stations[at].waits { found.insert(stations[at]) }
      // A lookup may be answered before anybody writes.
      open += edges[at].filter { $0.move == .on }.map(\.to)
    }
    return found
  }
}

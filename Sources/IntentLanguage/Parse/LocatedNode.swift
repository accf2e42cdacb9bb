import Vocabulary

/// A piece of a file: a text, a list or a map, with its place.
indirect enum LocatedNode: Sendable {
  case text(LocatedText)
  case list(LocatedList)
  case map(LocatedMap)

  var place: SourcePlace {
    switch self {
    case .text(let text): text.place
    case .list(let list): list.place
    case .map(let map): map.place
    }
  }
}

struct LocatedList: Sendable {
  let place: SourcePlace
  let items: [LocatedNode]
}

/// Keys are unique; a second one of the same name has been reported and left out.
struct LocatedMap: Sendable {
  struct Entry: Sendable {
    let key: LocatedText
    let value: LocatedNode
  }

  let place: SourcePlace
  let entries: [Entry]
}

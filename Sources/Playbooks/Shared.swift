/// A value that is passed on by reference: a copy costs one count, however much the value holds. What conforms is read
/// and written as if the members of its body were its own.
@dynamicMemberLookup
package protocol Shared: Sendable {
  associatedtype Body: Sendable
  var box: Box<Body> { get set }
}

extension Shared {
  @inlinable package subscript<Member>(dynamicMember path: KeyPath<Body, Member>) -> Member { box.body[keyPath: path] }

  /// Writing makes a new body, so that nobody else sees it: for the few places that build one.
  @inlinable package subscript<Member>(dynamicMember path: WritableKeyPath<Body, Member>) -> Member {
    get { box.body[keyPath: path] }
    set {
      var body = box.body
      body[keyPath: path] = newValue
      box = Box(body)
    }
  }
}

/// Holds a body for all who share it. Never changes.
package final class Box<Body: Sendable>: Sendable {
  package let body: Body
  @inlinable package init(_ body: Body) { self.body = body }
}

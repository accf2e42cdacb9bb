/// What an agent can and may do at this desk.
package struct DeskRights: Hashable, Sendable {
  /// What they can do; nothing leaves what was noted before.
  package let skills: Set<String>?
  /// They may see values of `sensitive` slots, and it is written down when they do.
  package let seesSensitive: Bool

  package init(skills: Set<String>? = nil, seesSensitive: Bool = false) {
    self.skills = skills
    self.seesSensitive = seesSensitive
  }
}

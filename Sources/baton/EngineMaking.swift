import Dialogue
import Playbooks
import Understanding

extension Engine {
  /// An engine that reads every kind of value.
  init(reading playbook: Playbook) {
    let entities = EntitySuite(playbook: playbook, calendar: CalendarReader())
    self.init(playbook: playbook, reader: Reader(playbook: playbook, entities: entities))
  }
}

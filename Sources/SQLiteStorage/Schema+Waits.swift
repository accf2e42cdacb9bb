extension Schema {
  /// Counts by priority, and how long cases waited for their first claim.
  static let waits = """
    DROP TRIGGER waiting_begins;
    DROP TRIGGER waiting_changes;
    DROP TABLE queue_lengths;
    DROP INDEX cases_waiting;
    CREATE INDEX cases_waiting ON cases (queue, priority, queued_at, code) WHERE state = 'queued';

    -- Every turn asks how many wait, so that it must not cost more the more there are.
    CREATE TABLE queue_lengths (
      queue TEXT NOT NULL,
      priority INTEGER NOT NULL,
      waiting INTEGER NOT NULL CHECK (waiting >= 0),
      PRIMARY KEY (queue, priority)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO queue_lengths SELECT queue, priority, count(*) FROM cases WHERE state = 'queued' GROUP BY 1, 2;
    CREATE TRIGGER waiting_begins AFTER INSERT ON cases WHEN NEW.state = 'queued' BEGIN
      INSERT INTO queue_lengths VALUES (NEW.queue, NEW.priority, 1)
        ON CONFLICT (queue, priority) DO UPDATE SET waiting = waiting + 1;
    END;
    CREATE TRIGGER waiting_changes AFTER UPDATE OF state, queue, priority ON cases
      WHEN (OLD.state, OLD.queue, OLD.priority) <> (NEW.state, NEW.queue, NEW.priority) BEGIN
      UPDATE queue_lengths SET waiting = waiting - 1
        WHERE queue = OLD.queue AND priority = OLD.priority AND OLD.state = 'queued';
      INSERT INTO queue_lengths SELECT NEW.queue, NEW.priority, 1 WHERE NEW.state = 'queued'
        ON CONFLICT (queue, priority) DO UPDATE SET waiting = waiting + 1;
    END;

    CREATE TABLE claims (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      queue TEXT NOT NULL,
      at INTEGER NOT NULL,
      waited INTEGER NOT NULL CHECK (waited >= 0)
    ) STRICT;
    CREATE INDEX claims_by_queue ON claims (queue, number);
    CREATE TRIGGER first_claim AFTER UPDATE OF state ON cases
      WHEN OLD.state = 'queued' AND NEW.state = 'assigned' AND OLD.epoch = 1 BEGIN
      INSERT INTO claims (queue, at, waited)
        VALUES (NEW.queue, NEW.assigned_at, max(0, NEW.assigned_at - NEW.queued_at));
      DELETE FROM claims WHERE queue = NEW.queue AND number <= (
        SELECT number FROM claims WHERE queue = NEW.queue ORDER BY number DESC LIMIT 1 OFFSET 20
      );
    END;

    """

  static let skills = """
    ALTER TABLE agents ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';
    """
}

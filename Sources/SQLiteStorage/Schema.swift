import GRDB

/// The tables of a store. They guard the data themselves: what may not be is refused by SQLite, whoever writes.
enum Schema {
  /// "Bato" in the file's header: tells a store from other SQLite files.
  static let applicationID: Int32 = 0x4261_746F
  /// Grows with every migration. A file with a higher one is of a newer Baton.
  static let version: Int32 = 6

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: people + talk + casework + post + search)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: "ALTER TABLE entries ADD COLUMN deed TEXT; PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: keys)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: waits + skills)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: tickets)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6") { db in
      try db.execute(sql: shown)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    return migrator
  }()

  private static let people = """
    CREATE TABLE customers (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      name TEXT,
      verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
      since INTEGER NOT NULL,
      memory TEXT NOT NULL
    ) STRICT;
    CREATE TABLE threads (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      customer INTEGER NOT NULL UNIQUE REFERENCES customers (number),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
      talk TEXT NOT NULL
    ) STRICT;
    CREATE TABLE addresses (
      channel TEXT NOT NULL,
      key TEXT NOT NULL,
      thread INTEGER NOT NULL REFERENCES threads (number),
      position INTEGER NOT NULL,
      verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
      PRIMARY KEY (channel, key),
      UNIQUE (thread, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agents (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      last_seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  private static let talk = """
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      thread INTEGER NOT NULL REFERENCES threads (number),
      seq INTEGER NOT NULL CHECK (seq >= 1),
      at INTEGER NOT NULL,
      speaker TEXT NOT NULL CHECK (speaker IN ('bot', 'customer', 'agent', 'system')),
      agent TEXT CHECK ((speaker = 'agent') = (agent IS NOT NULL)),
      channel TEXT NOT NULL,
      text TEXT NOT NULL,
      audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agents')),
      choices TEXT,
      asks TEXT,
      masked INTEGER NOT NULL CHECK (masked IN (0, 1)),
      UNIQUE (thread, seq)
    ) STRICT;
    CREATE TABLE receipts (
      thread INTEGER NOT NULL,
      device TEXT NOT NULL,
      cid TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (thread, device, cid),
      FOREIGN KEY (thread, seq) REFERENCES entries (thread, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE timers (
      thread INTEGER NOT NULL REFERENCES threads (number),
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (thread, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX timers_by_time ON timers (at);

    """

  // `body` is the whole case. The columns are what is searched and guarded.
  private static let casework = """
    CREATE TABLE cases (
      number INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      thread INTEGER NOT NULL REFERENCES threads (number),
      state TEXT NOT NULL CHECK (state IN ('queued', 'assigned', 'snoozed', 'resolved')),
      queue TEXT NOT NULL,
      priority INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      agent TEXT CHECK ((state = 'assigned') = (agent IS NOT NULL)),
      assigned_at INTEGER CHECK ((state = 'assigned') = (assigned_at IS NOT NULL)),
      resolved_at INTEGER CHECK ((state = 'resolved') = (resolved_at IS NOT NULL)),
      body TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX one_unresolved_case_a_thread ON cases (thread) WHERE state <> 'resolved';
    CREATE INDEX cases_by_thread ON cases (thread, number);
    CREATE INDEX cases_in_order ON cases (priority DESC, queued_at, code) WHERE state <> 'resolved';
    CREATE INDEX cases_waiting ON cases (queue, thread) WHERE state = 'queued';
    CREATE INDEX cases_held ON cases (agent, assigned_at) WHERE state = 'assigned';
    CREATE TRIGGER epochs_never_fall BEFORE UPDATE ON cases
      WHEN NEW.epoch < OLD.epoch OR NEW.thread <> OLD.thread OR NEW.code <> OLD.code
      BEGIN SELECT RAISE(ABORT, 'a case keeps its thread and code, and its epoch never falls'); END;

    -- Every turn asks how many wait, so that it must not cost more the more there are.
    CREATE TABLE queue_lengths (
      queue TEXT NOT NULL PRIMARY KEY,
      waiting INTEGER NOT NULL CHECK (waiting >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER waiting_begins AFTER INSERT ON cases WHEN NEW.state = 'queued' BEGIN
      INSERT INTO queue_lengths VALUES (NEW.queue, 1) ON CONFLICT (queue) DO UPDATE SET waiting = waiting + 1;
    END;
    CREATE TRIGGER waiting_changes AFTER UPDATE OF state, queue ON cases
      WHEN (OLD.state, OLD.queue) <> (NEW.state, NEW.queue) BEGIN
      UPDATE queue_lengths SET waiting = waiting - 1 WHERE queue = OLD.queue AND OLD.state = 'queued';
      INSERT INTO queue_lengths SELECT NEW.queue, 1 WHERE NEW.state = 'queued'
        ON CONFLICT (queue) DO UPDATE SET waiting = waiting + 1;
    END;

    """

  // AUTOINCREMENT: ticked deliveries are deleted, and their numbers must never come again.
  private static let post = """
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      thread INTEGER NOT NULL REFERENCES threads (number),
      target TEXT NOT NULL CHECK (target IN ('customer', 'desk')),
      channel TEXT CHECK ((target = 'customer') = (channel IS NOT NULL)),
      key TEXT CHECK ((target = 'customer') = (key IS NOT NULL)),
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX outbox_by_target ON outbox (target, channel, key, number);

    """

  /// Keyed by thread, as the threads that talk at one time lie side by side: an index by addresses was a quarter of all pages
  /// that were written.
  private static let shown = """
    DROP INDEX outbox_by_target;
    ALTER TABLE outbox ADD COLUMN through INTEGER;
    UPDATE outbox SET through = json_extract(body, '$.toCustomer.through'), body = '' WHERE target = 'customer';
    CREATE INDEX outbox_to_customers ON outbox (thread, number) WHERE target = 'customer';
    CREATE INDEX outbox_to_desk ON outbox (number) WHERE target = 'desk';
    """

  // Digests only: who reads the file cannot open a thread with what stands in it.
  private static let keys = """
    CREATE TABLE keys (
      number INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
      thread INTEGER NOT NULL REFERENCES threads (number),
      device TEXT NOT NULL,
      seen_at INTEGER NOT NULL,
      before BLOB
    ) STRICT;
    CREATE INDEX keys_by_thread ON keys (thread, seen_at, number);

    """

  // Written by the commit itself, as a trigger that touches a virtual table needs a trusted schema.
  private static let search = """
    CREATE VIRTUAL TABLE entry_words USING fts5 (
      text, content = 'entries', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
    );
    """
}

import Foundation
import GRDB
import Storage

/// Opens a store's file, or says why it cannot be one.
struct Opening {
  let path: String

  /// Looks at the file before SQLite does, so that what is not ours is not touched.
  func lookBefore() throws(StoreError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue else { throw .unavailable("\(path) is a folder") }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unavailable("\(path) may not be read") }
    defer { try? handle.close() }
    let start = (try? handle.read(upToCount: 16)) ?? Data()
    guard start.isEmpty || start == Data("SQLite format 3\0".utf8) else {
      throw .notAStore("\(path) is not a database; it was left as it is")
    }
  }

  /// Makes the file where there is none, for its owner alone: what customers say is nobody else's. SQLite gives its log
  /// the same rights.
  func makePrivate() throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) } else if errno != EEXIST { throw FileLock.refusal(of: errno) }
  }

  /// A pool with one writer and read-only readers: the writer alone can checkpoint.
  func pool() throws -> DatabasePool {
    var configuration = Self.configuration
    configuration.label = "store"
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { [path] db in
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      if !db.configuration.readonly { try Self.claim(db, path: path) }
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try Schema.migrator.migrate(pool)
    // The pool has set NORMAL on the way: then a power cut could take back what was acknowledged. For the tables it was
    // enough, as the first acknowledged commit flushes what is before it in the log.
    try pool.writeWithoutTransaction { db in
      // A page that falls out of the writer's cache is read from the log again, for the next turn of its thread.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA journal_size_limit = \(Self.journalBytes);
          PRAGMA cache_size = -\(Self.writerCacheKiB)
          """)
      try Self.readBack(db)
    }
    return pool
  }

  /// A connection of its own to look for other processes' commits: `data_version` counts for one connection.
  func watcher() throws -> DatabaseQueue {
    var configuration = Self.configuration
    configuration.readonly = true
    configuration.label = "store.watcher"
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Leaves one file without a log where nobody else has the store open, so that a copy of it is whole. Under the file lock.
  ///
  /// SQLite does so when the last connection is closed, if that one may write; a pool closes its readers last.
  func leaveWhole() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let last = try DatabaseQueue(path: path, configuration: Self.configuration)
    // Only who has read knows of the log.
    _ = try last.writeWithoutTransaction { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") }
    try last.close()
  }

  static let busySeconds: TimeInterval = 5
  static let writerCacheKiB = 16 * 1024
  static let journalBytes = 64 * 1024 * 1024

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    return configuration
  }

  /// Takes our files and empty ones; refuses other programs' files and those of a newer Baton.
  private static func claim(_ db: Database, path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") ?? 0
    switch application {
    case Schema.applicationID where version > Schema.version:
      throw StoreError.notAStore(
        "\(path) is the store of a newer Baton (version \(version), this one knows \(Schema.version))")
    case Schema.applicationID: break
    // New, or its making was cut off before the first migration, which marks the file.
    case 0 where tables == 0 && version == 0: break
    default:
      throw StoreError.notAStore("\(path) is a database of another program; it was left as it is")
    }
  }

  /// What SQLite did not take over would break a promise, so it is read back.
  static let promised: [(setting: String, value: String)] = [
    ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000"),
    ("wal_autocheckpoint", "0"), ("trusted_schema", "0"), ("cell_size_check", "1"),
  ]

  private static func readBack(_ db: Database) throws {
    for (setting, value) in promised {
      let found = try DatabaseValue.fetchOne(db, sql: "PRAGMA \(setting)").map { "\($0.storage.value ?? "")" } ?? ""
      guard found == value else {
        throw StoreError.unavailable("SQLite has \(setting) = \(found) where it must be \(value)")
      }
    }
  }
}

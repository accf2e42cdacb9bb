import GRDB
import Storage

extension StoreError {
  /// What went wrong, in the store's words. Never holds values, as those are customers' words.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self = StoreError(sqlite: error)
    case is CancellationError: self = .unavailable("the task that asked was cancelled")
    case is EncodingError, is DecodingError: self = .unavailable("a stored value cannot be read or written")
    default: self = .unavailable("\(type(of: error))")
    }
  }

  private init(sqlite error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
    case .SQLITE_NOTADB: self = .notAStore("it is not a database")
    case .SQLITE_CONSTRAINT: self = .conflict
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unavailable("another program has locked it")
    case .SQLITE_CORRUPT: self = .unavailable("the file is damaged (\(error.extendedResultCode))")
    default: self = .unavailable("SQLite: \(error.extendedResultCode)")
    }
  }
}

extension DatabaseError {
  /// The disk may or may not hold what was written last: nothing may be acknowledged after it, and flushing again would
  /// report success for pages that are lost.
  var endsTrust: Bool {
    switch resultCode {
    case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB: true
    default: false
    }
  }
}

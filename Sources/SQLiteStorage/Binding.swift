import GRDB
import GRDBSQLite

/// Runs a prepared statement with values given straight to SQLite. The rows of every turn are written so: around a row, GRDB's
/// arguments cost as much as SQLite does for it.
///
/// Values are given in the order of the statement's parameters, by one call or by several.
struct Binding {
  private let statement: SQLiteStatement
  private var count: Int32 = 0

  init(_ statement: Statement) { self.statement = statement.sqliteStatement }

  mutating func bind<each Value: ColumnValue>(_ values: repeat each Value) throws {
    repeat try bindNext(each values)
  }

  private mutating func bindNext(_ value: some ColumnValue) throws {
    count += 1
    let code = value.bind(to: statement, at: count)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Runs a statement that gives no rows. Throws `DatabaseError` as GRDB does.
  func run() throws {
    let code = sqlite3_step(statement)
    // While it stands at a row or a failure, the transaction cannot end.
    defer { sqlite3_reset(statement) }
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// The first column of the only row; nothing where there is no row.
  func number() throws -> Int64? {
    let code = sqlite3_step(statement)
    defer { sqlite3_reset(statement) }
    switch code {
    case SQLITE_ROW: return sqlite3_column_int64(statement, 0)
    case SQLITE_DONE: return nil
    default: throw failure(code)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// Statements that insert several rows into a table: one with AUTOINCREMENT has its last id read and written by each statement.
struct Insertion {
  static let mostRows = 4
  /// For one row, for two, ...
  private let texts: [String]

  init(_ table: String, _ columns: [String]) {
    let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
    let start = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    texts = (1...Self.mostRows).map { start + Array(repeating: row, count: $0).joined(separator: ", ") }
  }

  /// - Parameter rows: 1 ... `mostRows`.
  func text(rows: Int) -> String { texts[min(max(rows, 1), texts.count) - 1] }
}

/// What a column holds.
protocol ColumnValue {
  /// - Returns: SQLite's result code.
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32
}

extension Int64: ColumnValue {
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }
}

extension Int: ColumnValue {
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Bool: ColumnValue {
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, self ? 1 : 0)
  }
}

extension String: ColumnValue {
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32 {
    // Without characters it might have no address, which SQLite takes for NULL.
    guard !isEmpty else { return sqlite3_bind_text64(statement, index, "", 0, Self.copied, UInt8(SQLITE_UTF8)) }
    var text = self
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        sqlite3_bind_text64(
          statement, index, bytes.baseAddress, UInt64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// SQLite's mark for bytes that it has to copy.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  func bind(to statement: SQLiteStatement, at index: Int32) -> Int32 {
    switch self {
    case let value?: value.bind(to: statement, at: index)
    case nil: sqlite3_bind_null(statement, index)
    }
  }
}

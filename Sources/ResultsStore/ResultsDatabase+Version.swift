import GRDB

extension ResultsDatabase {
  /// The version of the SQLite library in use.
  public static func sqliteVersion() throws(ResultsStoreError) -> String {
    try translating(":memory:") {
      try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "unknown"
    }
  }
}

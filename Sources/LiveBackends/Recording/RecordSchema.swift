import GRDB

/// The tables of the record, and the versions that they went through.
enum RecordSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in try db.execute(sql: first) }
    return migrator
  }

  // Times are seconds since the start of the run, as REAL: eight bytes that come back as they were.
  private static let first = """
    CREATE TABLE run (
      name TEXT PRIMARY KEY, endpoint TEXT NOT NULL, model TEXT NOT NULL, begun TEXT NOT NULL, ended REAL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE completion (
      run TEXT NOT NULL REFERENCES run ON DELETE CASCADE,
      task INTEGER NOT NULL, attempt INTEGER NOT NULL, agent INTEGER NOT NULL, call INTEGER NOT NULL,
      instruction TEXT NOT NULL, round INTEGER NOT NULL, subtask INTEGER,
      body TEXT NOT NULL, text TEXT, answer TEXT, confidence REAL, judgement TEXT, failure TEXT,
      prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL,
      length INTEGER NOT NULL, is_usage_estimated INTEGER NOT NULL,
      issued REAL NOT NULL, started REAL NOT NULL, ended REAL NOT NULL, attempts INTEGER NOT NULL,
      PRIMARY KEY (run, task, attempt, agent, call)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE episode (
      run TEXT NOT NULL REFERENCES run ON DELETE CASCADE,
      task INTEGER NOT NULL, attempt INTEGER NOT NULL, started REAL NOT NULL, ended REAL,
      PRIMARY KEY (run, task, attempt)
    ) STRICT, WITHOUT ROWID;
    """
}

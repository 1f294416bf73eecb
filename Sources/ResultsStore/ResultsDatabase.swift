public import Foundation
import GRDB
public import RunRecords

/// The results of one experiment in a file, `results.sqlite`.
///
/// A file is opened either for writing, by one program at a time, or for reading, by any number beside the writer. It
/// is an SQLite database in WAL mode: each run is one transaction, so that the end of the process at any point loses
/// at most the run that was being written. (A power cut may lose the last few runs, and never damages the file.)
///
/// Runs are addressed by what they are, cell digest and replication, and never by their place in a list: an experiment
/// that grows or shrinks neither loses nor renumbers the runs that it has.
///
/// A value that is not a number is stored as NULL and comes back as no observation at all. Infinities are kept.
public final class ResultsDatabase: ResultSink {
  let path: String
  let queue: DatabaseQueue
  private let lock: WriterLock?

  private init(path: String, queue: DatabaseQueue, lock: WriterLock?) {
    self.path = path
    self.queue = queue
    self.lock = lock
  }

  /// Opens a file for writing, makes it where there is none, and brings it up to date where it is older.
  ///
  /// The file stays locked for other writers until `close()`, the end of this object, or the end of the process.
  ///
  /// - Throws: `missing` (there is no such folder), `notAFile`, `foreign`, `newer`, `corrupt`, `locked`, `readOnly`,
  ///   `diskFull` or `failed`. A file that is refused is left as it was.
  public static func open(at url: URL) throws(ResultsStoreError) -> ResultsDatabase {
    try open(at: url, busyTimeout: defaultBusyTimeout)
  }

  /// Opens a file for reading, also while another program writes to it.
  ///
  /// - Throws: `missing`, `notAFile`, `foreign`, `empty`, `older`, `newer`, `corrupt`, `locked`, `readOnly` (SQLite
  ///   reads only where it can write its index of the WAL) or `failed`.
  public static func openForReading(at url: URL) throws(ResultsStoreError) -> ResultsDatabase {
    try openForReading(at: url, migrations: ResultsSchema.migrations)
  }

  /// Closes the file and lets other writers in. Whatever is called after this throws `failed`.
  ///
  /// - Throws: `failed` or what SQLite reports; the file is unlocked even then, and what was written is safe.
  public func close() throws(ResultsStoreError) {
    defer { lock?.release() }
    try translating(path) { try queue.close() }
  }
}

extension ResultsDatabase {
  // Long enough for a reader's or a backup program's transaction, short enough for a person to wait.
  static let defaultBusyTimeout: TimeInterval = 10

  static func open(at url: URL, busyTimeout: TimeInterval) throws(ResultsStoreError) -> ResultsDatabase {
    let path = url.path
    if try fileExists(path) {
      // Looked at before anything else: a foreign file is neither locked, nor migrated, nor put into WAL mode.
      _ = try inspect(path, migrations: ResultsSchema.migrations)
    } else if !FileManager.default.fileExists(atPath: url.deletingLastPathComponent().path) {
      throw .missingFolder(url.deletingLastPathComponent().path, of: path)
    }
    let lock = try WriterLock(for: path)
    let queue = try translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(busyTimeout))
      try queue.writeWithoutTransaction { try useWriteAheadLog($0, path: path) }
      try ResultsSchema.migrations.migrate(queue)
      return queue
    }
    return ResultsDatabase(path: path, queue: queue, lock: lock)
  }

  static func openForReading(
    at url: URL, migrations: DatabaseMigrator
  ) throws(ResultsStoreError) -> ResultsDatabase {
    let path = url.path
    guard try fileExists(path) else { throw .missing(path) }
    let (queue, owner) = try inspect(path, migrations: migrations)
    guard owner == .us else { throw .empty(path) }
    let isUpToDate = try translating(path) { try queue.read(migrations.hasCompletedMigrations) }
    guard isUpToDate else { throw .older(path) }
    return ResultsDatabase(path: path, queue: queue, lock: nil)
  }

  private static func fileExists(_ path: String) throws(ResultsStoreError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw .system(path, "the file cannot be looked at", errno: errno)
    }
    // Opening a pipe would wait for ever.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    return true
  }

  private static func inspect(
    _ path: String, migrations: DatabaseMigrator
  ) throws(ResultsStoreError) -> (DatabaseQueue, ResultsSchema.Owner) {
    try translating(path) {
      var configuration = configuration(defaultBusyTimeout)
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try queue.read { try ResultsSchema.owner(of: $0, path: path, migrations: migrations) })
    }
  }

  private static func configuration(_ busyTimeout: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "antbed.results"
    return configuration
  }

  private static func useWriteAheadLog(_ db: Database, path: String) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    guard mode == "wal" else {
      throw ResultsStoreError(
        .failed, path: path, problem: "the file system does not support SQLite's WAL mode",
        remedy: "keep results on a local disk")
    }
    // The WAL survives the end of the process without a sync of every commit, which would cost milliseconds a run.
    try db.execute(sql: "PRAGMA synchronous = NORMAL")
    // In pages, 16 MB: copying the WAL into the database waits for the disk, which is most of the cost of a run where
    // it is done every 4 MB, as by default.
    try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
  }
}

/// Runs `body`, and gives what it throws the module's own type.
func translating<Value>(_ path: String, _ body: () throws -> Value) throws(ResultsStoreError) -> Value {
  do {
    return try body()
  } catch let error as ResultsStoreError {
    throw error
  } catch let error as DatabaseError {
    throw ResultsStoreError(error, path: path)
  } catch {
    throw ResultsStoreError(.failed, path: path, problem: "\(error)")
  }
}

import Agents
import Foundation
import GRDB

/// The file that keeps every completion of every live run, so that a run can be played again.
///
/// SQLite in WAL mode, one transaction a completion: when a call returns, its completion survives the end of the
/// process. What is written is the body of the request, what came back, tokens and times. Keys are in none of these.
final class CompletionRecord: Sendable {
  private let queue: DatabaseQueue

  /// - Throws: `LiveError` where the file cannot be opened or is another one.
  init(at url: URL) throws(LiveError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      queue = try DatabaseQueue(path: url.path, configuration: configuration)
      try RecordSchema.migrator.migrate(queue)
    } catch {
      throw Self.error(error)
    }
  }

  func close() throws {
    do {
      try queue.close()
    } catch {
      throw Self.error(error)
    }
  }

  // MARK: Writing

  /// Begins a run, and forgets what an earlier one of the name left.
  nonisolated(nonsending) func begin(run: String, endpoint: String, model: String) async throws {
    let begun = Date.now.formatted(.iso8601)
    try await write { db in
      try db.execute(sql: "DELETE FROM run WHERE name = ?", arguments: [run])
      try db.execute(
        sql: "INSERT INTO run (name, endpoint, model, begun) VALUES (?, ?, ?, ?)",
        arguments: [run, endpoint, model, begun])
    }
  }

  nonisolated(nonsending) func end(run: String, at time: EpisodeTime) async throws {
    try await write { db in
      try db.execute(sql: "UPDATE run SET ended = ? WHERE name = ?", arguments: [time.seconds, run])
    }
  }

  /// Why most calls of a run failed, where all did and the budget is not to blame; `nil` otherwise.
  nonisolated(nonsending) func onlyFailure(of run: String) async throws -> String? {
    do {
      return try await queue.read { db in
        let counts = try Row.fetchAll(
          db,
          sql:
            "SELECT failure, COUNT(*) FROM completion WHERE run = ? GROUP BY failure ORDER BY COUNT(*) DESC, failure",
          arguments: [run])
        let failures: [String?] = counts.map { $0[0] }
        let isUsable = failures.contains { $0 == nil || $0 == CompletionFailure.budget.rawValue }
        return isUsable ? nil : failures.first ?? nil
      }
    } catch {
      throw Self.error(error)
    }
  }

  nonisolated(nonsending) func begin(_ task: SwarmTask, at time: EpisodeTime, run: String) async throws {
    try await write { db in
      try db.execute(
        sql: "INSERT INTO episode (run, task, attempt, started) VALUES (?, ?, ?, ?)",
        arguments: [run, task.index, task.attempt, time.seconds])
    }
  }

  nonisolated(nonsending) func end(_ task: SwarmTask, at time: EpisodeTime, run: String) async throws {
    try await write { db in
      try db.execute(
        sql: "UPDATE episode SET ended = ? WHERE run = ? AND task = ? AND attempt = ?",
        arguments: [time.seconds, run, task.index, task.attempt])
    }
  }

  nonisolated(nonsending) func write(_ recorded: RecordedCompletion, run: String) async throws {
    try await write { db in try recorded.insert(into: db, run: run) }
  }

  private nonisolated(nonsending) func write(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
    do {
      try await queue.write(body)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Self.error(error)
    }
  }

  // MARK: Reading

  /// - Throws: `LiveError.notRecorded` where there is no such run.
  func recordedRun(_ name: String) throws -> RecordedRun {
    do {
      return try queue.read { db in
        let known = try String.fetchAll(db, sql: "SELECT name FROM run ORDER BY name")
        guard known.contains(name) else { throw LiveError.unknownRun(name, among: known) }
        var run = RecordedRun(name: name)
        let completions = try Row.fetchCursor(db, sql: "SELECT * FROM completion WHERE run = ?", arguments: [name])
        while let row = try completions.next() {
          let recorded = try RecordedCompletion(row)
          run.completions[recorded.key] = recorded
        }
        let episodes = try Row.fetchCursor(db, sql: "SELECT * FROM episode WHERE run = ?", arguments: [name])
        while let row = try episodes.next() {
          run.episodes[.init(task: row["task"], attempt: row["attempt"])] = .init(
            start: EpisodeTime(seconds: row["started"]),
            end: (row["ended"] as Double?).map { EpisodeTime(seconds: $0) })
        }
        return run
      }
    } catch let error as LiveError {
      throw error
    } catch {
      throw Self.error(error)
    }
  }

  private static func error(_ error: any Error) -> LiveError {
    // SQLite's message, without the statement's arguments: those hold prompts.
    let reason = (error as? DatabaseError).map { "\($0.resultCode): \($0.message ?? "")" } ?? "\(type(of: error))"
    return LiveError(code: .record, problem: "the record of completions cannot be used: \(reason)")
  }
}

extension LiveError {
  static func unknownRun(_ name: String, among known: [String]) -> LiveError {
    // Runs of experiments are named by digests, which tell people nothing.
    let isReadable = (known + [name]).allSatisfy { $0.count <= 40 }
    let list =
      known.isEmpty
      ? "it holds none"
      : isReadable ? "it holds \(known.prefix(10).joined(separator: ", "))" : "it holds \(known.count) others"
    return LiveError(
      code: .notRecorded,
      problem: "the record has no run '\(isReadable ? name : String(name.prefix(8)))'; \(list); make it live first")
  }
}

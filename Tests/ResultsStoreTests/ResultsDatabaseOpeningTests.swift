import Foundation
import GRDB
import TestSupport
import Testing

@testable import ResultsStore

@Suite("ResultsDatabase, opening") struct ResultsDatabaseOpeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func openingCodes() -> [ResultsStoreError.Code?] {
    let url = folder.database
    return [
      code { _ = try ResultsDatabase.open(at: url) },
      code { _ = try ResultsDatabase.openForReading(at: url) },
    ]
  }

  @Test("A missing file is made for writing and refused for reading")
  func missingFile() throws {
    let error = #expect(throws: ResultsStoreError.self) { try ResultsDatabase.openForReading(at: folder.database) }
    #expect(
      error?.description == """
        \(folder.database.path): error: there are no results here yet [missing]
           run the experiment first: antbed run EXPERIMENT.yaml
        """)
    #expect(try folder.contents().isEmpty)
    try SampleExperiment.open(folder.database).close()
    #expect(try folder.contents() == ["results.sqlite", "results.sqlite.lock"])
    #expect(try ResultsDatabase.openForReading(at: folder.database).experiment() == SampleExperiment.experiment())
  }

  @Test("A missing folder is refused")
  func missingFolder() {
    let url = folder.file("none/results.sqlite")
    #expect(code { _ = try ResultsDatabase.open(at: url) } == .missing)
    #expect(code { _ = try ResultsDatabase.openForReading(at: url) } == .missing)
  }

  @Test("A folder in place of the file is refused")
  func folderInPlaceOfFile() throws {
    try FileManager.default.createDirectory(at: folder.database, withIntermediateDirectories: false)
    #expect(openingCodes() == [.notAFile, .notAFile])
  }

  @Test("A pipe in place of the file is refused, not waited for")
  func pipeInPlaceOfFile() {
    #expect(mkfifo(folder.database.path, 0o600) == 0)
    #expect(openingCodes() == [.notAFile, .notAFile])
  }

  @Test("A file that is no database is refused and left as it was", arguments: [2, 40, 5000])
  func noDatabase(size: Int) throws {
    let content = Data(repeating: UInt8(ascii: "x"), count: size)
    try content.write(to: folder.database)
    #expect(openingCodes() == [.foreign, .foreign])
    #expect(try Data(contentsOf: folder.database) == content)
    #expect(try folder.contents() == ["results.sqlite"])
  }

  @Test("Another program's database is refused and left as it was")
  func foreignDatabase() throws {
    let other = try DatabaseQueue(path: folder.database.path)
    try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try other.close()
    let content = try Data(contentsOf: folder.database)
    #expect(openingCodes() == [.foreign, .foreign])
    #expect(try Data(contentsOf: folder.database) == content)
    #expect(try folder.contents() == ["results.sqlite"])
  }

  @Test("A database with another program's mark is refused, even without tables")
  func foreignMark() throws {
    let other = try DatabaseQueue(path: folder.database.path)
    try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 17; PRAGMA user_version = 1") }
    try other.close()
    #expect(openingCodes() == [.foreign, .foreign])
  }

  @Test("An empty file, as a kill can leave it, is refused for reading and filled for writing")
  func emptyFile() throws {
    try Data().write(to: folder.database)
    let url = folder.database
    #expect(code { _ = try ResultsDatabase.openForReading(at: url) } == .empty)
    let store = try SampleExperiment.open(url)
    try store.write(SampleExperiment.done(0, 0))
    #expect(try store.records() == [SampleExperiment.done(0, 0)])
  }

  @Test("A file that was made but never begun opens, and says that it knows no experiment")
  func neverBegun() throws {
    try ResultsDatabase.open(at: folder.database).close()
    let reader = try ResultsDatabase.openForReading(at: folder.database)
    #expect(try reader.experiment() == nil)
    #expect(try reader.records().isEmpty)
    #expect(try reader.counts() == RunCounts(planned: 0, done: 0, failed: 0, kept: 0))
  }

  @Test("A later version's file is refused")
  func laterVersion() throws {
    try SampleExperiment.open(folder.database).close()
    let queue = try DatabaseQueue(path: folder.database.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('colours')") }
    try queue.close()
    #expect(openingCodes() == [.newer, .newer])
  }

  @Test("An earlier version's file is refused for reading")
  func earlierVersion() throws {
    try SampleExperiment.open(folder.database).close()
    let url = folder.database
    var migrations = ResultsSchema.migrations
    migrations.registerMigration("colours") { _ in }
    let later = migrations
    let refusal = code {
      _ = try ResultsDatabase.openForReading(at: url, migrations: later)
    }
    #expect(refusal == .older)
  }

  @Test("A file that was cut off is damaged")
  func cutFile() throws {
    try SampleExperiment.open(folder.database).close()
    let content = try Data(contentsOf: folder.database)
    try content.prefix(content.count / 2).write(to: folder.database)
    #expect(openingCodes() == [.corrupt, .corrupt])
  }

  @Test("Damage within a file is found where it is read, and is an error")
  func overwrittenPages() throws {
    let writer = try SampleExperiment.open(folder.database)
    for replication in 0..<60 { try writer.write(SampleExperiment.done(0, replication)) }
    try writer.close()
    var content = try Data(contentsOf: folder.database)
    // The tables of definitions come first; the last pages hold runs.
    for index in content.count - 4 * 4096..<content.count { content[index] = 0xAA }
    try content.write(to: folder.database)
    let store = try ResultsDatabase.openForReading(at: folder.database)
    #expect(code { _ = try store.records(cells: SampleExperiment.cells, replications: 0..<60) } == .corrupt)
  }

  @Test("A fingerprint that is not hexadecimal is an error that names the run")
  func badFingerprint() throws {
    let store = try SampleExperiment.open(folder.database)
    try store.write(SampleExperiment.done(1, 0))
    try store.queue.write { try $0.execute(sql: "UPDATE run SET fingerprint = 'not hexadecimal!'") }
    let error = #expect(throws: ResultsStoreError.self) { try store.records() }
    #expect(error?.code == .corrupt)
    #expect(error?.problem == "the fingerprint of cell 'vote', replication 0, is not hexadecimal")
  }

  @Test("A file opened for reading cannot be written")
  func readingOnly() throws {
    try SampleExperiment.open(folder.database).close()
    let reader = try ResultsDatabase.openForReading(at: folder.database)
    #expect(code { try reader.write(SampleExperiment.done(0, 0)) } == .readOnly)
  }
}

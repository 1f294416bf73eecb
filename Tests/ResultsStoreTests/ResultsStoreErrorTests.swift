import Foundation
import GRDB
import Testing

@testable import ResultsStore

@Suite struct ResultsStoreErrorTests {
  @Test(
    "SQLite's codes become the module's own",
    arguments: [
      (ResultCode.SQLITE_BUSY, ResultsStoreError.Code.locked), (.SQLITE_LOCKED, .locked), (.SQLITE_CORRUPT, .corrupt),
      (.SQLITE_NOTADB, .foreign), (.SQLITE_FULL, .diskFull), (.SQLITE_READONLY, .readOnly),
      (.SQLITE_CANTOPEN, .readOnly),
      (.SQLITE_CONSTRAINT_FOREIGNKEY, .refused), (.SQLITE_IOERR_READ, .failed), (.SQLITE_MISUSE, .failed),
    ])
  func sqliteCodes(result: ResultCode, code: ResultsStoreError.Code) {
    let error = ResultsStoreError(DatabaseError(resultCode: result, message: "why"), path: "r.sqlite")
    #expect(error.code == code)
    #expect(error.path == "r.sqlite")
  }

  @Test(
    "The system's codes become the module's own",
    arguments: [
      (ENOENT, ResultsStoreError.Code.missing), (EISDIR, .notAFile), (EACCES, .readOnly), (EROFS, .readOnly),
      (ENOSPC, .diskFull), (EIO, .failed),
    ])
  func systemCodes(number: Int32, code: ResultsStoreError.Code) {
    #expect(ResultsStoreError.system("r", "cannot write", errno: number).code == code)
  }

  @Test("An error is printed as path, problem, code, and remedy below")
  func description() {
    let error = ResultsStoreError(.diskFull, path: "r", problem: "the disk is full", remedy: "make room")
    #expect(error.description == "r: error: the disk is full [disk-full]\n   make room")
    #expect(error.localizedDescription == error.description)
    #expect(ResultsStoreError(.failed, path: "r", problem: "why").description == "r: error: why [failed]")
  }

  @Test("An error of another kind is wrapped, and one of the module's own is not")
  func otherErrors() {
    struct Other: Error {}
    let wrapped = #expect(throws: ResultsStoreError.self) { try translating("r") { throw Other() } }
    #expect(wrapped?.code == .failed)
    let own = #expect(throws: ResultsStoreError.self) { try translating("r") { throw ResultsStoreError.newer("s") } }
    #expect(own == .newer("s"))
  }
}

public import Foundation
import GRDB

/// Why a file of results could not be opened, read or written.
///
/// The run of an experiment cannot go on after one of these, yet nothing that was written before is lost.
public struct ResultsStoreError: Error, Sendable, Hashable {
  /// What programs and tests switch on, and what `[...]` shows.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no such file, or no folder to make it in.
    case missing
    /// The path leads to a folder or to something else that is not a file.
    case notAFile = "not-a-file"
    /// The file is no database of results: another program made it.
    case foreign
    /// The file has been made but no experiment has been recorded in it yet.
    case empty
    /// An earlier version made the file, and reading alone may not bring it up to date.
    case older
    /// A later version made the file.
    case newer
    /// The file is damaged.
    case corrupt
    /// Somebody else is writing.
    case locked
    /// The file or its folder may not be written.
    case readOnly = "read-only"
    /// The disk is full.
    case diskFull = "disk-full"
    /// What should be stored contradicts what is stored: a run of an unknown cell, a metric given twice.
    case refused
    /// Anything else that the system or SQLite reported.
    case failed
  }

  public let code: Code
  /// The file that was asked for, or its lock file where that one is at fault.
  public let path: String
  /// What is wrong, in one sentence without a full stop.
  public let problem: String
  /// What to do about it, in one sentence without a full stop, or `nil` where there is nothing to say.
  public let remedy: String?

  public init(_ code: Code, path: String, problem: String, remedy: String? = nil) {
    self.code = code
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}

extension ResultsStoreError: CustomStringConvertible, LocalizedError {
  public var description: String {
    let first = "\(path): error: \(problem) [\(code.rawValue)]"
    return remedy.map { "\(first)\n   \($0)" } ?? first
  }

  public var errorDescription: String? { description }
}

extension ResultsStoreError {
  /// The error for what SQLite reported about the file at `path`.
  init(_ error: DatabaseError, path: String) {
    let said = error.message.map { " (SQLite: \($0))" } ?? ""
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self = .foreign(path)
    case .SQLITE_CORRUPT:
      self = .corrupt(path, "the file is damaged\(said)")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, path: path, problem: "another program is writing to the file",
        remedy: "wait until it has ended, then run the same command again; runs that are done stay done")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      self.init(
        .readOnly, path: path, problem: "the file or its folder cannot be written\(said)",
        remedy: "check the owner and the permissions; even reading needs a folder that can be written")
    case .SQLITE_FULL:
      self.init(
        .diskFull, path: path, problem: "the disk is full",
        remedy: "make room, then run the same command again; runs that are done stay done")
    case .SQLITE_CONSTRAINT:
      self.init(.refused, path: path, problem: "the values do not fit what is stored\(said)")
    default:
      self.init(.failed, path: path, problem: "SQLite failed with code \(error.extendedResultCode.rawValue)\(said)")
    }
  }

  /// The error for a system call that failed with `errno`.
  static func system(_ path: String, _ action: String, errno code: Int32) -> Self {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOENT: return Self(.missing, path: path, problem: "\(action): \(reason)", remedy: "make the folder first")
    case EISDIR: return .notAFile(path)
    case EACCES, EPERM, EROFS: return Self(.readOnly, path: path, problem: "\(action): \(reason)")
    case ENOSPC, EDQUOT: return Self(.diskFull, path: path, problem: "\(action): \(reason)", remedy: "make room")
    default: return Self(.failed, path: path, problem: "\(action): \(reason)")
    }
  }

  static func missing(_ path: String) -> Self {
    Self(
      .missing, path: path, problem: "there are no results here yet",
      remedy: "run the experiment first: antbed run EXPERIMENT.yaml")
  }

  static func missingFolder(_ folder: String, of path: String) -> Self {
    Self(.missing, path: path, problem: "the folder '\(folder)' does not exist", remedy: "make the folder first")
  }

  static func notAFile(_ path: String) -> Self {
    Self(
      .notAFile, path: path, problem: "this is a folder or a device, where a file should be",
      remedy: "give the path of the file, such as results/NAME/results.sqlite")
  }

  static func foreign(_ path: String) -> Self {
    Self(
      .foreign, path: path, problem: "this is not a file of results, and it is left as it is",
      remedy: "move the file away, or choose another folder for the results")
  }

  static func empty(_ path: String) -> Self {
    Self(
      .empty, path: path, problem: "the file holds no experiment yet",
      remedy: "run the experiment first: antbed run EXPERIMENT.yaml")
  }

  static func older(_ path: String) -> Self {
    Self(
      .older, path: path, problem: "an earlier version of antbed made this file",
      remedy: "run the experiment once more with this version, which brings the file up to date and keeps its runs")
  }

  static func newer(_ path: String) -> Self {
    Self(
      .newer, path: path, problem: "a later version of antbed made this file",
      remedy: "use that version, or choose another folder for the results")
  }

  static func corrupt(_ path: String, _ problem: String) -> Self {
    Self(
      .corrupt, path: path, problem: problem,
      remedy: "restore a copy, or move the file away and run the experiment again: equal seeds give equal results")
  }

  static func locked(_ path: String, by process: Int?) -> Self {
    let who = process.map { " (process \($0))" } ?? ""
    return Self(
      .locked, path: path, problem: "another antbed run\(who) is writing these results",
      remedy: "wait until it has ended, then run the same command again; runs that are done stay done")
  }
}

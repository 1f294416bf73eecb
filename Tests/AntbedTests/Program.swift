import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL
  /// What the program finds in its environment beside what the tests find.
  var environment: [String: String] = [:]

  /// Where the build has put the program: beside the bundle of the tests.
  static let url: URL = {
    let tests = Bundle.main.executableURL ?? Bundle.main.bundleURL
    return tests.deletingLastPathComponent().appending(path: "antbed")
  }()

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Starts the program in the folder; the caller waits for it.
  func start(_ arguments: [String]) throws -> (process: Process, finish: () throws -> Outcome) {
    let process = Process()
    process.executableURL = Self.url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Into files, not pipes: a pipe that nobody reads stops the program when it is full.
    let name = UUID().uuidString
    let (output, errors) = (folder.appending(path: ".out-\(name)"), folder.appending(path: ".err-\(name)"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (
      process,
      {
        process.waitUntilExit()
        return Outcome(
          status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
          errors: try String(contentsOf: errors, encoding: .utf8))
      }
    )
  }

  func run(_ arguments: String...) throws -> Outcome { try start(arguments).finish() }
}

import Foundation

/// Runs the toolchain's formatter in the mode in which it only complains.
enum FormatCheck {
  struct Outcome {
    let passes: Bool
    /// What the formatter said.
    let findings: String
  }

  /// - Parameters:
  ///   - paths: Files and folders, relative to `folder` or absolute.
  ///   - folder: Where the formatter starts.
  static func lint(_ paths: [String], in folder: URL) throws -> Outcome {
    let process = Process()
    let output = Pipe()
    // By its name: `env` looks along PATH, as a shell does.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["swift", "format", "lint", "--strict", "--recursive"]
      + ["--configuration", Repository.root.appendingPathComponent(".swift-format").path] + paths
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(passes: process.terminationStatus == 0, findings: String(decoding: said, as: UTF8.self))
  }
}

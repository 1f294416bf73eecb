import Foundation
import Plotting
import TestSupport
import Testing

@Suite("Gnuplot process")
struct GnuplotProcessTests {
  /// A folder with a program named gnuplot that does what the shell lines say.
  private func program(_ lines: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("gnuplot")
    let text = "#!/bin/sh\nif [ \"$1\" = --version ]; then echo gnuplot 9.9 patchlevel 9; exit 0; fi\n" + lines + "\n"
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return folder
  }

  @Test("A search path without gnuplot is an error of its own")
  func missing() {
    #expect(throws: PlottingError.gnuplotMissing(searched: ["/nonexistent/a", "/nonexistent/b"])) {
      try GnuplotProcess(searchPath: "/nonexistent/a:/nonexistent/b")
    }
  }

  @Test("The first gnuplot on the path is taken, with its version")
  func found() throws {
    let folder = try program("exit 0")
    let gnuplot = try GnuplotProcess(searchPath: "/nonexistent:\(folder.url.path)")
    #expect(gnuplot.path == folder.url.path + "/gnuplot")
    #expect(gnuplot.version == "gnuplot 9.9 patchlevel 9")
  }

  @Test("A failure carries gnuplot's message and status, however long the message")
  func failure() throws {
    let folder = try program(
      "i=0; while [ $i -lt 3000 ]; do echo 'line of a long complaint' >&2; i=$((i+1)); done; exit 3")
    let gnuplot = try GnuplotProcess(searchPath: folder.url.path)
    let error = #expect(throws: PlottingError.self) { try gnuplot.run(folder.url.appendingPathComponent("figure.gp")) }
    guard case .gnuplotFailed(let figure, let status, let message) = error else {
      Issue.record("the error is \(String(describing: error))")
      return
    }
    #expect(figure == "figure")
    #expect(status == 3)
    #expect(message.split(separator: "\n").count == 3000)
  }

  @Test("A program that ends by a signal is a failure")
  func signal() throws {
    let folder = try program("kill -9 $$")
    let gnuplot = try GnuplotProcess(searchPath: folder.url.path)
    #expect(throws: PlottingError.gnuplotFailed(figure: "figure", status: 137, message: "")) {
      try gnuplot.run(folder.url.appendingPathComponent("figure.gp"))
    }
  }

  @Test("A script's mistake is reported with its line", .enabled(if: (try? GnuplotProcess()) != nil))
  func line() throws {
    let folder = try TemporaryFolder()
    try Data("x = 1\n\nplot undefined_name\n".utf8).write(to: folder.url.appendingPathComponent("wrong.gp"))
    let error = #expect(throws: PlottingError.self) {
      try GnuplotProcess().run(folder.url.appendingPathComponent("wrong.gp"))
    }
    #expect(error?.code == "gnuplot-failed")
    #expect(error?.description.contains("line 3: undefined variable: undefined_name") == true)
  }
}

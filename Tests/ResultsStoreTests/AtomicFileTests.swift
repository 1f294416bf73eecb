import Foundation
import ResultsStore
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("A file is made, then replaced, and nothing else stays")
  func replacement() throws {
    let url = folder.file("summary.csv")
    try AtomicFile.write("first, and long", to: url)
    try AtomicFile.write("second", to: url)
    #expect(try String(contentsOf: url, encoding: .utf8) == "second")
    try AtomicFile.write(Data(), to: url)
    #expect(try Data(contentsOf: url).isEmpty)
    #expect(try folder.contents() == ["summary.csv"])
  }

  @Test("Large content is written whole")
  func largeContent() throws {
    let data = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
    try AtomicFile.write(data, to: folder.file("figure.svg"))
    #expect(try Data(contentsOf: folder.file("figure.svg")) == data)
  }

  @Test("A reader that has the old file open keeps the old content")
  func openReader() throws {
    let url = folder.file("report.html")
    try AtomicFile.write("old", to: url)
    let reader = try FileHandle(forReadingFrom: url)
    try AtomicFile.write("new", to: url)
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try Data(contentsOf: url) == Data("new".utf8))
  }

  @Test("A missing folder and a folder of that name are errors, and leave nothing behind")
  func errors() throws {
    let lost = folder.file("none/summary.csv")
    #expect(code { try AtomicFile.write("x", to: lost) } == .missing)
    let taken = folder.file("taken")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
    #expect(code { try AtomicFile.write("x", to: taken) } == .notAFile)
    #expect(try folder.contents() == ["taken"])
  }

  @Test("What a killed writer left under the hidden name is overwritten, not appended to")
  func leftover() throws {
    let url = folder.file("summary.csv")
    let hidden = folder.file(".summary.csv.\(getpid()).partial")
    try Data("half of a longer file".utf8).write(to: hidden)
    try AtomicFile.write("whole", to: url)
    #expect(try Data(contentsOf: url) == Data("whole".utf8))
    #expect(try folder.contents() == ["summary.csv"])
  }
}

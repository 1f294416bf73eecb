import Foundation
import Plotting
import TestSupport
import Testing

@Suite("Figures")
struct FiguresTests {
  @Test("Every file in Figures/ is in the list, which is sorted by name")
  func listMatchesFolder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Plotting/Figures")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("+") }
      .map { String($0.dropLast(6)) }
    #expect(files.sorted() == Figures.all.map { "\($0)" }.sorted())
    #expect(Figures.all.map { $0.kind } == Figures.all.map { $0.kind }.sorted())
  }

  @Test("There is a sample of every kind")
  func samples() {
    #expect(SampleFigures.all.map { type(of: $0).kind } == Figures.all.map { $0.kind })
  }

  @Test("The script of a kind is the recorded one", arguments: Figures.all.map { $0.kind })
  func script(kind: String) throws {
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    expectGolden(figure.script(theme: .light), named: "\(kind).gp")
  }

  @Test("The data of a kind are the recorded ones", arguments: Figures.all.map { $0.kind })
  func data(kind: String) throws {
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    expectGolden(figure.dataText, named: "\(kind).tsv")
  }

  @Test("The words of a kind are the recorded ones", arguments: Figures.all.map { $0.kind })
  func words(kind: String) throws {
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    expectGolden("\(figure.subline)\n\(figure.altText)\n", named: "\(kind).txt")
  }

  @Test("Every row of the data has a cell under every header", arguments: Figures.all.map { $0.kind })
  func tableIsRectangular(kind: String) throws {
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    let blocks = figure.dataText.split(separator: "\n\n\n").map { $0.split(separator: "\n") }
    for block in blocks {
      let widths = block.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
      #expect(Set(widths).count == 1)
    }
  }

  @Test("Second lines and headlines of usual length stay on one line", arguments: Figures.all.map { $0.kind })
  func sublineFits(kind: String) throws {
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    #expect(figure.subline.count <= 105)
  }
}

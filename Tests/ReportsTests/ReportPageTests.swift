import Foundation
import Plotting
import RunRecords
import TestSupport
import Testing

@testable import Reports

@Suite("Report page")
struct ReportPageTests {
  private func page(_ comparison: Comparison) throws -> String {
    let drawings = FigureSet.figures(for: comparison).map {
      ReportPage.Drawing(figure: $0, svg: "<svg><title>\($0.name)</title></svg>")
    }
    return try ReportPage(comparison, drawings: drawings, versions: [("Antbed", "test")]).html()
  }

  @Test("The page opens without a network: nothing in it points outside")
  func offline() throws {
    let html = try page(try SampleComparison().plain)
    for word in ["http:", "https:", "src=", "<script", "@import", "url(", "<link"] {
      #expect(!html.contains(word), "the page contains \(word)")
    }
  }

  @Test("The page holds every figure, every architecture and every metric")
  func complete() throws {
    let found = try SampleComparison().plain
    let html = try page(found)
    for figure in FigureSet.figures(for: found) { #expect(html.contains("<svg><title>\(figure.name)</title></svg>")) }
    for cell in found.cells { #expect(html.contains("<th scope=\"row\">\(cell.name)")) }
    for metric in found.metrics { #expect(html.contains(metric.summary)) }
  }

  @Test("A sentence names few: of many cells that are not beaten it counts points, or the others")
  func fewNames() throws {
    func found(_ architectures: [String], _ extra: String = "") throws -> Comparison {
      let sample = try SampleComparison(architectures: architectures, extra: extra)
      // The first cell of each ten is far worse, so that there are leaders.
      return Comparison(
        sample.plan,
        records: sample.records { _, cell, r in Double(cell % 10 == 0 ? 1 : 50) + Double((7 * r + cell) % 5) / 10 })
    }
    let many = try page(found((0..<10).map { "a\($0)" }))
    #expect(many.contains("not beaten: a1, a2, a3, a4, a5, a6 and 3 more"))
    let swept = try page(found(["a", "b"], "sweep: {factors: {workload.tasks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}}"))
    #expect(swept.contains(" of 10 points") && !swept.contains("not beaten: a"))
  }

  @Test("A title of hostile characters is shown as it is and runs nothing")
  func hostileTitle() throws {
    let sample = try SampleComparison(title: "<script>alert(1)</script> & 'x' {{name}}")
    let html = try page(Comparison(sample.plan, records: sample.records { _, cell, r in Double(cell + r) }))
    #expect(!html.contains("<script>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
    #expect(html.contains("{{name}}"))
  }

  @Test("The same comparison gives the same page, without dates and paths")
  func deterministic() throws {
    let sample = try SampleComparison()
    let html = try page(sample.plain)
    #expect(html == (try page(sample.plain)))
    #expect(!html.contains("/tmp") && !html.contains(FileManager.default.currentDirectoryPath))
    #expect(html.firstMatch(of: /20[0-9]{2}-[01][0-9]-[0-3][0-9]/) == nil)
  }

  @Test(
    "Nobody reads a p value of zero", arguments: [(0.0, "< 0.001"), (1e-9, "< 0.001"), (0.0314, "0.031"), (1, "1.000")])
  func smallP(p: Double, text: String) {
    #expect(ReportPage.pText(p) == text)
  }

  @Test("A figure that could not be drawn says so in its place")
  func missingDrawing() throws {
    let found = try SampleComparison().plain
    let drawings = FigureSet.figures(for: found).map { ReportPage.Drawing(figure: $0, svg: nil) }
    let html = try ReportPage(found, drawings: drawings, versions: []).html()
    #expect(html.contains("not drawn, for want of gnuplot"))
  }
}

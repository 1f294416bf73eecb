import Foundation
import RunRecords
import Testing

@testable import Experiments

@Suite("The page of metrics")
struct MetricDocumentTests {
  /// The rows of all tables of `docs/metrics.md`, cell by cell.
  private func rows() throws -> [[String]] {
    let page = try Study(path: "").text("../docs/metrics.md")
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test("docs/metrics.md lists all metrics, in their order, with their units")
  func metrics() throws {
    let listed = try rows().filter { $0.count == 5 }
    #expect(listed.map { $0[0] } == StandardMetric.all.map { "`\($0.name)`" })
    #expect(listed.map { $0[1] } == StandardMetric.all.map(\.specification.unit))
  }

  @Test("docs/metrics.md lists all series")
  func series() throws {
    let listed = try rows().filter { $0.count == 2 }
    #expect(listed.map { $0[0] } == StandardSeries.all.map { "`\($0.specification.name)`" })
  }
}

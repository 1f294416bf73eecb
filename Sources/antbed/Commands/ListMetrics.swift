import ArgumentParser
import Experiments
import Reports
import RunRecords

struct ListMetrics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "List the metrics of a swarm's runs; a file asks for them with 'metrics'.",
    discussion: """
      EXAMPLE
        antbed metrics
      """)

  func run() {
    let standard = MetricSelection.standard.names
    let rows = StandardMetric.all.map { metric -> [String] in
      let specification = metric.specification
      return [
        specification.name, specification.unit,
        specification.better == .neither ? "" : specification.better.rawValue,
        standard.contains(specification.name) ? "yes" : "", specification.summary,
      ]
    }
    let table = TextTable(header: ["metric", "unit", "better", "standard", "meaning"], rows: rows)
    for line in table.leftAligned { print(line) }
    print("\nIn a file: metrics: standard (by default), all, or a list. Formulas and sources: docs/metrics.md.")
  }
}

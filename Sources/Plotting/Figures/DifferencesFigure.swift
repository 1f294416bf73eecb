import RunRecords

/// Mean difference of every architecture from the baseline, with interval and verdict: a forest plot.
public struct DifferencesFigure: Figure {
  public static let kind = "differences"

  public let name: String
  public let headline: String
  public let footer: String
  private let baseline: String
  private let sampling: Sampling
  private let chart: IntervalChart

  /// - Parameters:
  ///   - architectures: All architectures in the order of the experiment file, the baseline among them.
  ///   - baseline: The architecture that the others are compared with.
  ///   - panels: One panel a metric.
  /// - Precondition: There is a panel and an architecture beside the baseline, and every row names such a one.
  public init(
    name: String = kind, headline: String, footer: String, architectures: [String], baseline: String,
    panels: [DifferencePanel], sampling: Sampling
  ) {
    let rows = architectures.enumerated().map { IntervalChart.Row(name: $0.element, style: $0.offset) }
      .filter { $0.name != baseline }
    precondition(!rows.isEmpty && !panels.isEmpty, "differences need another architecture and a metric")
    for row in panels.flatMap(\.rows) {
      precondition(rows.contains { $0.name == row.architecture }, "'\(row.architecture)' is not in \(rows.map(\.name))")
    }
    self.name = name
    self.headline = headline
    self.footer = footer
    self.baseline = baseline
    self.sampling = sampling
    self.chart = IntervalChart(
      rows: rows,
      panels: panels.map { panel in
        IntervalChart.Panel(
          metric: panel.metric,
          marks: rows.map { row in
            panel.rows.first { $0.architecture == row.name }.map(Self.mark)
          })
      },
      // Labels carry the verdict and are wide: two panels side by side leave them room.
      filledName: "decided", maximumColumns: 2, isSigned: true)
  }

  private static func mark(_ row: DifferenceRow) -> IntervalChart.Mark {
    let label = EstimateText.label(row.difference, isSigned: true) + " · " + row.verdict
    return IntervalChart.Mark(
      estimate: row.difference, isFilled: row.isDecided, label: label, replications: [])
  }

  public var subline: String {
    let kind = sampling.isPaired ? "Paired difference" : "Difference"
    guard sampling.replications > 1 else {
      return "\(kind) from \(baseline) (zero line) in one replication: there is no interval."
    }
    return "\(kind) from \(baseline) (zero line): mean, \(sampling.levelText) interval, "
      + "n = \(NumberText.fixed(Double(sampling.replications), decimals: 0)). "
      + "Filled: decided\(sampling.correctionText)."
  }

  public var altText: String {
    "Mean difference from \(baseline) and \(sampling.levelText) interval of "
      + "\(sampling.replicationsText): \(chart.numbersInWords)."
  }

  public var dataTable: DataTable { chart.dataTable }

  public func script(theme: Theme) -> String {
    chart.script(name: name, frame: frame, theme: theme)
  }
}

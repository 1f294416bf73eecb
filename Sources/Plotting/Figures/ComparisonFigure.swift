import RunRecords

/// Mean and interval of every architecture on several metrics, with every replication below it.
public struct ComparisonFigure: Figure {
  public static let kind = "comparison"

  public let name: String
  public let headline: String
  public let footer: String
  private let sampling: Sampling
  private let chart: IntervalChart

  /// - Parameters:
  ///   - architectures: All architectures in the order of the experiment file, which gives colours and symbols.
  ///   - panels: One panel a metric.
  /// - Precondition: There is an architecture and a panel, and every row names one of the architectures.
  public init(
    name: String = kind, headline: String, footer: String, architectures: [String], panels: [MetricPanel],
    sampling: Sampling
  ) {
    precondition(!architectures.isEmpty && !panels.isEmpty, "a comparison needs an architecture and a metric")
    for row in panels.flatMap(\.rows) {
      precondition(architectures.contains(row.architecture), "'\(row.architecture)' is not in \(architectures)")
    }
    self.name = name
    self.headline = headline
    self.footer = footer
    self.sampling = sampling
    self.chart = IntervalChart(
      rows: architectures.enumerated().map { IntervalChart.Row(name: $0.element, style: $0.offset) },
      panels: panels.map { panel in
        IntervalChart.Panel(
          metric: panel.metric,
          marks: architectures.map { name in
            panel.rows.first { $0.architecture == name }.map(Self.mark)
          })
      },
      filledName: "leading", maximumColumns: 3, isSigned: false)
  }

  private static func mark(_ row: EstimateRow) -> IntervalChart.Mark {
    IntervalChart.Mark(
      estimate: row.estimate, isFilled: row.isLeading, label: EstimateText.label(row.estimate),
      replications: row.replications)
  }

  public var subline: String {
    guard sampling.replications > 1 else { return "Values of one replication: there is no interval." }
    let dots = chart.showsReplications ? " (dots)" : ""
    return "Mean and \(sampling.levelText) interval (line) of \(sampling.replicationsText)\(dots). "
      + "Filled: not significantly beaten\(sampling.correctionText)."
  }

  public var altText: String {
    "Mean and \(sampling.levelText) interval of \(sampling.replicationsText): \(chart.numbersInWords)."
  }

  public var dataTable: DataTable { chart.dataTable }
  public var detailTable: DataTable? { chart.detailTable }

  public func script(theme: Theme) -> String {
    chart.script(name: name, frame: frame, theme: theme)
  }
}

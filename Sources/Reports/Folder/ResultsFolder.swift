public import Foundation

/// The folder of one experiment's results, `results/NAME`, and what lies in it.
public struct ResultsFolder: Sendable, Hashable {
  public let url: URL

  /// - Parameter root: The folder of all results.
  public init(_ name: String, in root: URL) {
    url = root.appendingPathComponent(name, isDirectory: true)
  }

  /// Every run.
  public var database: URL { url.appendingPathComponent("results.sqlite") }
  /// What live backends said, to be replayed.
  public var completions: URL { url.appendingPathComponent("completions.sqlite") }
  /// Mean and interval of each metric and cell, as CSV.
  public var summary: URL { url.appendingPathComponent("summary.csv") }
  /// Mean and interval of each series at each point, as CSV.
  public var series: URL { url.appendingPathComponent("series.csv") }
  /// The experiment with every default in place.
  public var configuration: URL { url.appendingPathComponent("config.resolved.yaml") }
  /// Where the results come from.
  public var manifest: URL { url.appendingPathComponent("manifest.json") }
  /// All of it on one page.
  public var report: URL { url.appendingPathComponent("report.html") }
  /// The folder of scripts, data and drawings.
  public var figures: URL { url.appendingPathComponent("figures", isDirectory: true) }
}

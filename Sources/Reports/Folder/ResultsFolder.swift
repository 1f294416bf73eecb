public import Foundation

/// The folder of one experiment's results, `results/NAME`, and what lies in it.
public struct ResultsFolder: Sendable, Hashable {
  public let url: URL

  /// - Parameter root: The folder of all results.
  public init(_ name: String, in root: URL) {
    url = root.appendingPathComponent(name, isDirectory: true)
  }

  public var database: URL { url.appendingPathComponent("results.sqlite") }
  public var summary: URL { url.appendingPathComponent("summary.csv") }
  public var configuration: URL { url.appendingPathComponent("config.resolved.yaml") }
  public var manifest: URL { url.appendingPathComponent("manifest.json") }
  public var report: URL { url.appendingPathComponent("report.html") }
  public var figures: URL { url.appendingPathComponent("figures", isDirectory: true) }
}

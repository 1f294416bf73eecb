import Diagnostics

/// Which metrics the runs of an experiment measure.
public struct MetricSelection: Sendable, Hashable {
  /// Names of standard metrics, each once, the most important first.
  public let names: [String]

  /// Accuracy, times, tokens, cost, calls and waits: all that needs nothing written down.
  public static let standard = MetricSelection(StandardMetric.standard)
  /// Everything that a run can be measured by.
  public static let all = MetricSelection(StandardMetric.all)

  private init(_ metrics: [StandardMetric]) {
    names = metrics.map(\.name)
  }

  /// What a file asks for.
  ///
  /// - Parameter words: Names of metrics, `standard` and `all`; what is named twice counts once.
  /// - Throws: `UnknownMetric` for the first word that is none of them.
  public init(_ words: [String]) throws(UnknownMetric) {
    var names: [String] = []
    for word in words {
      for name in try Self.names(of: word) where !names.contains(name) { names.append(name) }
    }
    self.names = names
  }

  private static func names(of word: String) throws(UnknownMetric) -> [String] {
    switch word {
    case "all": return all.names
    case "standard": return standard.names
    default:
      guard StandardMetric.all.contains(where: { $0.name == word }) else { throw UnknownMetric(word) }
      return [word]
    }
  }

  /// The metrics, in the order of the names.
  public var metrics: [StandardMetric] {
    names.compactMap { name in StandardMetric.all.first { $0.name == name } }
  }

  /// The courses over rounds that belong to them.
  public var series: [StandardSeries] {
    StandardSeries.all.filter { series in series.metrics.contains(where: names.contains) }
  }

  var configuration: ConfigurationValue {
    if self == .standard { return .word("standard") }
    return self == .all ? .word("all") : .list(names.map { .word($0) })
  }

  /// What has to be written down of every completion.
  var needs: JournalContents { metrics.reduce(into: []) { $0.formUnion($1.needs) } }
}

/// A word that names no metric.
public struct UnknownMetric: Error, Sendable, Hashable {
  public let name: String
  /// What was meant, perhaps.
  public let nearestMatch: String?

  init(_ name: String) {
    self.name = name
    nearestMatch = Diagnostics.nearestMatch(to: name, among: ["all", "standard"] + StandardMetric.all.map(\.name))
  }
}

import Experiments
import RunRecords
import Statistics

/// A comparison as JSON, in the shape that docs/comparison-json.md describes.
public struct ComparisonDocument: Encodable, Sendable {
  /// The version of this shape; it is raised when a field changes its meaning or goes.
  public static let format = 1

  /// One metric of one cell.
  public struct Estimate: Encodable, Sendable {
    public let cell, architecture, metric, unit: String
    /// The levels of what is varied, by factor; left out where nothing is.
    public let levels: [String: Level]?
    public let n: Int
    /// Left out where there is none: no run, or no interval from one run.
    public let mean, low, high, standardDeviation: Double?
    /// What an exact reading of a model says the mean is; left out where there is none.
    public let predicted: Double?
    public let leading: Bool
  }

  /// Two cells on one metric: `first` minus `second`.
  public struct Pair: Encodable, Sendable {
    public let first, second, metric, unit: String
    /// The levels of what is varied, by factor, of the first and of the second; left out where nothing is.
    public let firstLevels, secondLevels: [String: Level]?
    public let verdict: Verdict
    public let n: Int
    public let difference: Double
    public let low, high: Double?
    public let p, adjustedP: Double
    public let effectSize, correlation, varianceRatio: Double?
  }

  /// The level of a factor: a number, a string or a boolean.
  public struct Level: Encodable, Sendable {
    let value: ParameterValue

    /// Writes the bare value.
    ///
    /// - Throws: What the encoder reports.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .integer(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .choice(let value): try container.encode(value)
      case .flag(let value): try container.encode(value)
      case .architecture: try container.encode(value.text)
      }
    }
  }

  /// How far the experiment is.
  public struct Runs: Encodable, Sendable {
    public let planned, done, failed: Int
  }

  public let format: Int
  public let experiment: String
  public let title: String?
  public let configHash: String
  public let headline: String
  public let baseline: String
  public let confidence: Double
  public let correction: String
  public let replications: Int
  public let commonRandomNumbers: Bool
  public let runs: Runs
  public let estimates: [Estimate]
  public let pairs: [Pair]

  /// Takes over all estimates and pairs, in their order.
  public init(_ found: Comparison) {
    format = Self.format
    experiment = found.file.name
    title = found.file.title
    configHash = found.file.configurationHash
    headline = found.headline
    baseline = found.file.baseline
    confidence = found.file.statistics.confidence
    correction = found.file.statistics.correction.rawValue
    replications = found.file.replications.count
    commonRandomNumbers = found.file.replications.commonRandomNumbers
    runs = Runs(planned: found.runsPlanned, done: found.runsDone, failed: found.runsFailed)
    estimates = found.estimates.map { entry in
      Estimate(
        cell: entry.cell.name, architecture: entry.cell.architecture, metric: entry.metric.name,
        unit: entry.metric.unit, levels: levels(of: entry.cell), n: entry.values.count, mean: entry.estimate?.mean,
        low: finite(entry.estimate?.low), high: finite(entry.estimate?.high),
        standardDeviation: entry.estimate?.standardDeviation, predicted: finite(entry.predicted),
        leading: entry.isLeading)
    }
    pairs = found.pairs.map { pair in
      Pair(
        first: pair.first.name, second: pair.second.name, metric: pair.metric.name, unit: pair.metric.unit,
        firstLevels: levels(of: pair.first), secondLevels: levels(of: pair.second), verdict: pair.verdict,
        n: pair.difference.n, difference: pair.difference.mean,
        low: finite(pair.difference.low), high: finite(pair.difference.high), p: pair.difference.pValue,
        adjustedP: pair.adjustedP, effectSize: pair.difference.effectSize, correlation: pair.difference.correlation,
        varianceRatio: pair.difference.varianceRatio)
    }
  }
}

private func levels(of cell: Cell) -> [String: ComparisonDocument.Level]? {
  if cell.levels.isEmpty { return nil }
  return Dictionary(cell.levels.map { ($0.factor, ComparisonDocument.Level(value: $0.value)) }) { $1 }
}

/// JSON knows no infinity: an end that is nowhere is left out.
private func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }

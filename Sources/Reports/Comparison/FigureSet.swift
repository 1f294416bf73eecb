import Experiments
public import Plotting
import RunRecords
import Statistics

/// The standard figures of an experiment.
public enum FigureSet {
  /// The most rows of a figure: nobody reads more, and gnuplot takes minutes for thousands.
  static let mostRows = 200

  /// Returns the figures that the comparison has the numbers for; none where there are too many cells for one.
  public static func figures(for comparison: Comparison) -> [any Figure] {
    let context = FigureContext(comparison)
    let figures: [(any Figure)?] =
      switch comparison.file.subject {
      case .swarm: context.ofSwarm
      case .colony: context.ofColony
      }
    return figures.compactMap(\.self)
  }
}

/// A comparison with what all its figures say alike.
struct FigureContext {
  /// The most cells of a sweep of swarms that stand in rows, where words are varied.
  static let mostSwept = 60

  let found: Comparison
  let footer: String
  let sampling: Sampling
  var names: [String] { found.cells.map(\.name) }

  init(_ found: Comparison) {
    self.found = found
    let settings = found.file
    let streams = settings.replications.commonRandomNumbers ? "common random numbers" : "independent streams"
    footer =
      "experiment \(settings.name) · config \(settings.configurationHash.prefix(7)) · seed "
      + "\(settings.replications.seed), \(streams) · \(found.footnote)"
    sampling = Sampling(
      level: settings.statistics.confidence, replications: settings.replications.count,
      isPaired: settings.replications.commonRandomNumbers,
      correction: settings.statistics.correction == .none ? nil : settings.statistics.correction.title)
  }

  var ofSwarm: [(any Figure)?] {
    if !found.cells.contains(where: { !$0.levels.isEmpty }) {
      return found.cells.count <= FigureSet.mostRows ? [comparison, differences, tradeoff] : []
    }
    let factors = numericFactors
    switch factors.count {
    case 1: return [response(to: factors[0])]
    case 2: return [winners(over: factors[0], factors[1]), map(of: factors[0], factors[1])]
    default: return found.cells.count <= Self.mostSwept ? [comparison, tradeoff] : []
    }
  }

  var comparison: ComparisonFigure? {
    let panels = found.headlineMetrics.map { metric in
      MetricPanel(
        metric: metric,
        rows: found.estimates.filter { $0.metric == metric }.compactMap { cell in
          cell.estimate.map {
            EstimateRow(
              architecture: cell.cell.name, estimate: Estimate($0), replications: cell.values.map(\.value),
              isLeading: cell.isLeading)
          }
        })
    }
    return ComparisonFigure(
      headline: found.headline, footer: footer, architectures: names, panels: panels, sampling: sampling)
  }

  var differences: DifferencesFigure? {
    // Where several variants are swept, each design point has its own baseline.
    let others = found.cells.filter { found.baseline(of: $0) != nil }
    guard !others.isEmpty else { return nil }
    let baselines = Set(others.compactMap { found.baseline(of: $0) })
    let baseline = baselines.count == 1 ? baselines.first?.name ?? "" : "\(found.file.baseline) at the same point"
    let panels = found.headlineMetrics.map { metric in
      DifferencePanel(
        metric: metric,
        rows: others.compactMap { cell in
          found.baseline(of: cell).flatMap { found.pair(cell, against: $0, on: metric) }.map {
            DifferenceRow(
              architecture: cell.name, difference: Estimate($0.difference), verdict: $0.verdict.rawValue,
              isDecided: $0.verdict.isDecided)
          }
        })
    }
    return DifferencesFigure(
      headline: "What each \(found.noun) gains and costs against \(baseline)", footer: footer,
      architectures: found.cells.filter { cell in !baselines.contains(cell) || cell.name == baseline }.map(\.name),
      baseline: baseline, panels: panels, sampling: sampling)
  }

  var tradeoff: TradeoffFigure? {
    guard let x = found.metrics.first(where: { $0.name == "cost" }),
      let y = found.metrics.first(where: { $0.name == "accuracy" })
    else { return nil }
    let points = found.cells.compactMap { cell -> TradeoffPoint? in
      guard let cost = found.estimate(x, of: cell)?.estimate, let accuracy = found.estimate(y, of: cell)?.estimate
      else { return nil }
      return TradeoffPoint(architecture: cell.name, x: Estimate(cost), y: Estimate(accuracy))
    }
    guard !points.isEmpty else { return nil }
    return TradeoffFigure(
      headline: "What accuracy costs", footer: footer, architectures: names, x: x, y: y, points: points,
      sampling: sampling)
  }
}

extension Estimate {
  init(_ estimate: MeanEstimate) { self.init(mean: estimate.mean, low: estimate.low, high: estimate.high) }
  init(_ difference: PairedDifference) {
    self.init(mean: difference.mean, low: difference.low, high: difference.high)
  }
}

extension MultiplicityCorrection {
  /// The name for people.
  var title: String {
    switch self {
    case .holm: "Holm"
    case .bonferroni: "Bonferroni"
    case .none: "no correction"
    }
  }
}

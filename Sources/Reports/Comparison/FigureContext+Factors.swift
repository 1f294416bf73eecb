import Experiments
import Plotting
import RunRecords
import Statistics

/// A factor of a sweep that has numbers for levels.
struct SweptFactor {
  let name: String
  let unit: String
}

/// The figures of a sweep: how metrics answer to factors, and who is best where.
extension FigureContext {
  /// The factors, where all of them have numbers for levels; empty where one has not, or where they do not form a grid.
  var numericFactors: [SweptFactor] {
    let (design, factors): (SweepDesign, [(factor: SweptFactor, levels: [ParameterValue])]) =
      switch found.file.subject {
      case .swarm(let swarm):
        (
          swarm.sweep.design,
          swarm.sweep.factors.map { factor in
            (
              SweptFactor(name: factor.name, unit: factor.levels.first.flatMap(LevelQuantity.init)?.unit ?? ""),
              factor.levels
            )
          }
        )
      case .colony(let colony):
        (
          colony.sweep.design,
          colony.sweep.factors.map {
            (SweptFactor(name: $0.parameter.name, unit: $0.parameter.unit ?? ""), $0.levels)
          }
        )
      }
    guard design == .grid || factors.count == 1 else { return [] }
    // Numbers of one unit stand on one axis; 500 ms beside 1 s do not.
    let areNumeric = factors.allSatisfy { factor in
      let units = factor.levels.map { LevelQuantity($0)?.unit }
      return !units.contains(nil) && Set(units).count <= 1
    }
    return areNumeric ? factors.map(\.factor) : []
  }

  var variants: [String] { found.file.subject.names }

  /// What is played, with its verb.
  private var subject: String {
    switch found.file.subject {
    case .swarm: "architectures answer"
    case .colony: "\(found.replicationContent) answers"
    }
  }

  func response(to factor: SweptFactor) -> ResponseFigure? {
    let panels = found.headlineMetrics.map { metric in
      let entries = found.estimates.filter { $0.metric == metric }
      return ResponsePanel(
        metric: metric,
        responses: variants.map { variant in
          let points = Self.sorted(entries.filter { $0.cell.architecture == variant }, by: factor.name)
          return Response(
            name: variant, levels: points.map(\.level),
            estimates: points.map { $0.entry.estimate.map { Estimate($0) } ?? Self.nothing })
        },
        predictions: variants.compactMap { variant in
          let points = Self.sorted(entries.filter { $0.cell.architecture == variant }, by: factor.name)
          guard let method = points.first(where: { $0.entry.predicted != nil }).map({ found.method(of: $0.entry.cell) })
          else { return nil }
          return PredictedResponse(
            name: variant, method: method, levels: points.map(\.level),
            values: points.map { $0.entry.predicted ?? .nan })
        })
    }
    return ResponseFigure(
      headline: "How \(subject) to \(Self.words(factor.name))", footer: footer,
      factor: ResponseFactor(title: Self.title(factor.name), unit: factor.unit), variants: variants,
      panels: panels, sampling: sampling)
  }

  func map(of x: SweptFactor, _ y: SweptFactor) -> ResponseMapFigure? {
    let xLevels = levels(of: x.name)
    let yLevels = levels(of: y.name)
    let metrics = variants.count == 1 ? Array(found.headlineMetrics) : Array(found.headlineMetrics.prefix(1))
    let panels = metrics.flatMap { metric in
      variants.prefix(Self.mostPanels).map { variant in
        let entries = found.estimates.filter { $0.metric == metric && $0.cell.architecture == variant }
        var atPoint: [[Double]: Double] = [:]
        for entry in entries {
          guard let first = entry.cell.level(of: x.name), let second = entry.cell.level(of: y.name) else { continue }
          atPoint[[first, second]] = entry.estimate?.mean
        }
        let means = yLevels.map { second in xLevels.map { atPoint[[$0, second]] ?? .nan } }
        return ResponseMapPanel(title: variants.count == 1 ? nil : variant, metric: metric, means: means)
      }
    }
    return ResponseMapFigure(
      headline: "How \(subject) to \(Self.words(x.name)) and \(Self.words(y.name))",
      footer: footer, x: ResponseFactor(title: Self.title(x.name), unit: x.unit), xLevels: xLevels,
      y: ResponseFactor(title: Self.title(y.name), unit: y.unit), yLevels: yLevels, panels: panels,
      sampling: sampling)
  }

  /// Who is best in the first metric at each combination of two factors.
  func winners(over x: SweptFactor, _ y: SweptFactor) -> WinnerMapFigure? {
    guard let metric = found.headlineMetrics.first, metric.better != .neither, variants.count > 1 else { return nil }
    let (xLevels, yLevels) = (levels(of: x.name), levels(of: y.name))
    var atPoint: [[Double]: [Comparison.CellEstimate]] = [:]
    for entry in found.estimates where entry.metric == metric {
      guard let first = entry.cell.level(of: x.name), let second = entry.cell.level(of: y.name) else { continue }
      atPoint[[first, second], default: []].append(entry)
    }
    let points = yLevels.map { second in xLevels.map { winner(among: atPoint[[$0, second]] ?? [], on: metric) } }
    return WinnerMapFigure(
      headline: "Which \(found.noun) is best where", footer: footer, metric: metric, architectures: variants,
      baseline: found.file.baseline, x: ResponseFactor(title: Self.title(x.name), unit: x.unit), xLevels: xLevels,
      y: ResponseFactor(title: Self.title(y.name), unit: y.unit), yLevels: yLevels, points: points,
      sampling: sampling)
  }

  private func winner(
    among entries: [Comparison.CellEstimate], on metric: MetricSpecification
  ) -> WinnerMapFigure.Point {
    guard let best = found.best(among: entries, on: metric) else {
      return WinnerMapFigure.Point(winner: nil, isDecided: false, gain: .nan)
    }
    let baseline = entries.first { $0.cell.architecture == found.file.baseline }?.estimate?.mean
    return WinnerMapFigure.Point(
      winner: variants.firstIndex(of: best.entry.cell.architecture), isDecided: best.isSure,
      gain: baseline.map { best.mean - $0 } ?? .nan)
  }

  private static let nothing = Estimate(mean: .nan, low: .nan, high: .nan)

  private static func sorted(
    _ entries: [Comparison.CellEstimate], by factor: String
  ) -> [(level: Double, entry: Comparison.CellEstimate)] {
    entries.compactMap { entry in entry.cell.level(of: factor).map { (level: $0, entry: entry) } }
      .sorted { $0.level < $1.level }
  }

  private func levels(of factor: String) -> [Double] {
    Set(found.cells.compactMap { $0.level(of: factor) }).sorted()
  }

  private static func words(_ name: String) -> String { name.replacing("_", with: " ") }

  private static func title(_ name: String) -> String {
    let words = words(name)
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension Cell {
  /// The number at which a factor stands; `nil` where it is not varied, or no number.
  fileprivate func level(of factor: String) -> Double? {
    levels.first { $0.factor == factor }.flatMap { LevelQuantity($0.value)?.number }
  }
}

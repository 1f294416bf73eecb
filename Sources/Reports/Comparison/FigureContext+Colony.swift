import Experiments
import Plotting
import RunRecords
import Statistics

/// The figures of a model of a colony: what happens over time, how runs differ, how metrics answer to factors.
extension FigureContext {
  /// More rows than this say nothing in a figure.
  static let mostCells = 16
  static let mostPanels = 6

  var ofColony: [(any Figure)?] {
    let factors = numericFactors
    if !found.cells.contains(where: { !$0.levels.isEmpty }) {
      return found.cells.count <= FigureSet.mostRows ? [comparison, courses, distributions, differences] : []
    }
    switch factors.count {
    case 1: return [response(to: factors[0])]
    case 2: return [map(of: factors[0], factors[1])]
    default: return found.cells.count <= Self.mostCells ? [comparison] : []
    }
  }

  private var courses: CourseFigure? {
    let series = Set(found.courses.map(\.series.name))
    let order = found.courses.map(\.series).reduce(into: [SeriesSpecification]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard !series.isEmpty, found.cells.count <= Self.mostCells else { return nil }
    let panels = order.prefix(Self.mostPanels).map { series in
      let ofSeries = found.courses.filter { $0.series == series }
      return CoursePanel(
        series: series,
        courses: ofSeries.map { course in
          Course(
            name: course.cell.name, points: course.points, mean: course.estimates.map { $0?.mean ?? .nan },
            low: course.estimates.map { $0?.low ?? .nan }, high: course.estimates.map { $0?.high ?? .nan })
        },
        predictions: ofSeries.compactMap { course in
          course.predicted.map {
            PredictedCourse(
              name: course.cell.name, method: found.method(of: course.cell), points: $0.points, values: $0.values)
          }
        })
    }
    return CourseFigure(
      headline: "What happens over time", footer: footer, variants: names, panels: Array(panels), sampling: sampling)
  }

  private var distributions: DistributionFigure? {
    guard found.cells.count <= Self.mostCells else { return nil }
    let panels = found.headlineMetrics.prefix(2).map { metric in
      DistributionPanel(
        metric: metric,
        rows: found.estimates.filter { $0.metric == metric }.map { entry in
          DistributionRow(
            name: entry.cell.name, values: entry.values.map(\.value), predictedMean: entry.predicted,
            method: entry.predicted.map { _ in found.method(of: entry.cell) })
        })
    }
    return DistributionFigure(
      headline: "How runs differ", footer: footer, variants: names, panels: Array(panels), sampling: sampling)
  }
}

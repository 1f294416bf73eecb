import Plotting
import RunRecords

/// Small fixed figures, one of each kind, whose scripts are pinned as goldens.
enum SampleFigures {
  static let makespan = MetricSpecification(
    "makespan", title: "Makespan", unit: "s", better: .lower, summary: "Time from the first task to the last answer.")
  static let solved = MetricSpecification(
    "solved", title: "Tasks solved", unit: "%", better: .higher, summary: "Share of the tasks with a right answer.")
  static let cost = MetricSpecification(
    "cost", title: "Cost per task", unit: "USD/task", better: .lower, summary: "Price of all completions of a task.")
  static let sampling = Sampling(level: 0.95, replications: 3, isPaired: true, correction: "Holm")
  static let footer = "experiment sample · config 3f9c2a1 · seeds 1–3"

  static var comparison: ComparisonFigure {
    comparison(architectures: ["hierarchical", "debate"])
  }

  static func comparison(name: String = ComparisonFigure.kind, architectures: [String]) -> ComparisonFigure {
    ComparisonFigure(
      name: name, headline: "Debate solves more and takes longer", footer: footer, architectures: architectures,
      panels: [
        MetricPanel(
          metric: makespan,
          rows: [
            EstimateRow(
              architecture: architectures[0], estimate: Estimate(mean: 410, low: 398, high: 422),
              replications: [404, 410, 416], isLeading: true),
            EstimateRow(
              architecture: architectures[1], estimate: Estimate(mean: 527, low: 514, high: 540),
              replications: [520.5, 527, 533.5], isLeading: false),
          ]),
        MetricPanel(
          metric: solved,
          rows: [
            EstimateRow(
              architecture: architectures[0], estimate: Estimate(mean: 70, low: 70, high: 70),
              replications: [70, 70, 70], isLeading: false),
            EstimateRow(
              architecture: architectures[1], estimate: Estimate(mean: 75.25, low: 74, high: 76.5),
              replications: [74.5, 75.25, 76], isLeading: true),
          ]),
      ], sampling: sampling)
  }

  static var differences: DifferencesFigure {
    DifferencesFigure(
      headline: "Debate is slower than the hierarchy", footer: footer,
      architectures: ["hierarchical", "debate", "market"], baseline: "hierarchical",
      panels: [
        DifferencePanel(
          metric: makespan,
          rows: [
            DifferenceRow(
              architecture: "debate", difference: Estimate(mean: 117, low: 99, high: 135), verdict: "worse",
              isDecided: true),
            DifferenceRow(
              architecture: "market", difference: Estimate(mean: -4, low: -21, high: 13), verdict: "undecided",
              isDecided: false),
          ])
      ], sampling: sampling)
  }

  static var tradeoff: TradeoffFigure {
    TradeoffFigure(
      headline: "Debate buys accuracy with money", footer: footer, architectures: ["hierarchical", "debate", "market"],
      x: cost, y: solved,
      points: [
        TradeoffPoint(
          architecture: "hierarchical", x: Estimate(mean: 0.0001, low: 0.00009, high: 0.00011),
          y: Estimate(mean: 70, low: 69, high: 71)),
        TradeoffPoint(
          architecture: "debate", x: Estimate(mean: 0.002, low: 0.0019, high: 0.0021),
          y: Estimate(mean: 75.25, low: 74, high: 76.5)),
        TradeoffPoint(
          architecture: "market", x: Estimate(mean: 0.001, low: 0.0009, high: 0.0011),
          y: Estimate(mean: 68, low: 67, high: 69)),
      ], sampling: sampling)
  }

  static let workers = SeriesSpecification("workers", title: "Working ants", unit: "ants", summary: "Ants at work.")
  static let share = MetricSpecification(
    "share", title: "Share on the shorter branch", unit: "", better: .neither, summary: "Share of the last crossings.")

  static var course: CourseFigure {
    CourseFigure(
      headline: "Work begins at once", footer: footer, variants: ["market", "debate"],
      panels: [
        CoursePanel(
          series: workers,
          courses: [
            Course(
              name: "debate", points: [0, 10, 20, 30], mean: [0, 4, .nan, 8], low: [0, 3, .nan, .nan],
              high: [0, 5, .nan, .nan])
          ],
          predictions: [
            PredictedCourse(name: "debate", method: "mean field", points: [0, 10, 30], values: [0, 4.5, 7.5])
          ]),
        CoursePanel(
          series: SeriesSpecification("crossings", title: "Crossings", unit: "", along: "ants", summary: ""),
          courses: [Course(name: "market", points: [1, 2], mean: [0.5, 0.75], low: [0.25, 0.5], high: [0.75, 1])]),
      ], sampling: sampling)
  }

  static var distribution: DistributionFigure {
    DistributionFigure(
      headline: "Ants choose one branch", footer: footer, variants: ["debate", "market"],
      panels: [
        DistributionPanel(
          metric: share,
          rows: [
            DistributionRow(
              name: "debate", values: [0, 0, 0, 0.1, 0.9, 1, 1, 1], predictedMean: 0.5, method: "Markov chain"),
            DistributionRow(name: "market", values: [0.5, 0.5, 0.4, 0.6]),
          ])
      ], sampling: sampling)
  }

  static var field: FieldFigure {
    FieldFigure(
      headline: "A trail grows", footer: footer,
      snapshots: [
        Snapshot(
          time: 0, field: Snapshot.Field(columns: 2, values: [0, 1, 2, .nan]),
          dots: [Snapshot.Dot(x: 0.5, y: 0.5, kind: 1), Snapshot.Dot(x: 0, y: 1, kind: 0)]),
        Snapshot(time: 60, links: [Snapshot.Link(from: (x: 0, y: 0), to: (x: 1, y: 1), value: 0.5)]),
      ], key: SnapshotKey(field: "Pheromone (drops)", kinds: ["debate", "ant"], links: "use"))
  }

  static var response: ResponseFigure {
    ResponseFigure(
      headline: "More ants take less time", footer: footer, factor: ResponseFactor(title: "Ants", unit: "ants"),
      variants: ["hierarchical", "debate"],
      panels: [
        ResponsePanel(
          metric: makespan,
          responses: [
            Response(
              name: "debate", levels: [1, 10, 100],
              estimates: [
                Estimate(mean: 410, low: 398, high: 422), Estimate(mean: 120, low: 110, high: 130),
                Estimate(mean: 60, low: -.infinity, high: .infinity),
              ])
          ],
          predictions: [
            PredictedResponse(name: "hierarchical", method: "mean field", levels: [1, 100], values: [400, 50])
          ])
      ], sampling: sampling)
  }

  static var responseMap: ResponseMapFigure {
    ResponseMapFigure(
      headline: "Where the better site wins", footer: footer, x: ResponseFactor(title: "Interdependence"),
      xLevels: [0, 0.5], y: ResponseFactor(title: "Error", unit: "rad"), yLevels: [1, 2],
      panels: [ResponseMapPanel(title: "debate", metric: share, means: [[0.25, 1], [.nan, 0.5]])], sampling: sampling)
  }

  static var winnerMap: WinnerMapFigure {
    WinnerMapFigure(
      headline: "Debate wins where agents err alike", footer: footer, metric: share,
      architectures: ["single", "debate", "vote"], baseline: "single", x: ResponseFactor(title: "Accuracy"),
      xLevels: [0.4, 0.7], y: ResponseFactor(title: "Error correlation"), yLevels: [0.1, 0.5],
      points: [
        [.init(winner: 2, isDecided: true, gain: 8), .init(winner: 2, isDecided: false, gain: 2)],
        [.init(winner: 1, isDecided: true, gain: 4), .init(winner: nil, isDecided: false, gain: .nan)],
      ], sampling: sampling)
  }

  static var convergence: ConvergenceFigure {
    ConvergenceFigure(
      headline: "mmas reaches the optimum of berlin52", footer: "antbed solve berlin52.tsp --iterations 2 --seed 1",
      steps: [
        .init(seconds: 0, iteration: 0, length: 8_980), .init(seconds: 0.004, iteration: 0, length: 7_716),
        .init(seconds: 0.021, iteration: 1, length: 7_598), .init(seconds: 0.3, iteration: 2, length: 7_542),
      ], optimum: 7_542)
  }

  static var tour: TourFigure {
    TourFigure(
      headline: "A tour of five towns", footer: "antbed solve five.tsp --iterations 1 --seed 1", length: 16,
      points: [(1, 0, 0), (3, 4, 0), (2, 5, 2.5), (5, 4, 4), (4, 0, 3)])
  }

  /// One figure of each kind, in the order of `Figures.all`.
  static var all: [any Figure] {
    [
      comparison, convergence, course, differences, distribution, field, response, responseMap, tour, tradeoff,
      winnerMap,
    ]
  }
}

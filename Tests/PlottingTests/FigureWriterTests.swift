import Foundation
import Plotting
import RunRecords
import TestSupport
import Testing

@Suite("Figure writer")
struct FigureWriterTests {
  static let gnuplot = try? GnuplotProcess()

  @Test("Without gnuplot script and data are written, and the error says what is missing")
  func missing() throws {
    let folder = try TemporaryFolder()
    let writer = FigureWriter(folder: folder.url.appendingPathComponent("figures"), gnuplot: nil)
    let figure = SampleFigures.comparison
    #expect(throws: PlottingError.gnuplotMissing(searched: [])) { try writer.write(figure) }
    #expect(try folder.contents() == ["figures"])
    #expect(try folder.text("figures/comparison.gp") == figure.script(theme: .light))
    #expect(try folder.text("figures/comparison.tsv") == figure.dataText)
  }

  @Test("A name that would leave the folder is refused", arguments: ["", "../x", "a b", "x'y", "é"])
  func unsuitable(name: String) throws {
    let folder = try TemporaryFolder()
    let figure = SampleFigures.comparison(name: name, architectures: ["a", "b"])
    #expect(throws: PlottingError.unsuitableName(name)) {
      try FigureWriter(folder: folder.url, gnuplot: nil).write(figure)
    }
    #expect(try folder.contents().isEmpty)
  }

  @Test(
    "A drawing is well-formed and has words for those who do not see it", .enabled(if: gnuplot != nil),
    arguments: Figures.all.map { $0.kind })
  func drawing(kind: String) throws {
    let folder = try TemporaryFolder()
    let figure = try #require(SampleFigures.all.first { type(of: $0).kind == kind })
    let svg = try FigureWriter(folder: folder.url, gnuplot: Self.gnuplot).write(figure)
    #expect(try folder.text("\(kind).svg") == svg)
    #expect(try folder.contents() == ["\(kind).gp", "\(kind).svg", "\(kind).tsv"])
    let drawing = try #require(DrawingReader(svg))
    #expect(drawing.role == "img")
    #expect(drawing.title == figure.headline)
    #expect(drawing.summary == figure.altText)
    #expect(drawing.titleCount == 1)
    // A tour has nobody to name, and the course of one search neither.
    let nameless = ["convergence", "tour"].contains(kind)
    let names = nameless ? [] : kind == "winner-map" ? ["debate, 25 %"] : ["debate"]
    for text in [figure.headline, figure.subline, figure.footer] + names { #expect(drawing.labels.contains(text)) }
    #expect(drawing.identifiers.allSatisfy { $0.hasPrefix("\(kind)-") })
    #expect(Set(drawing.identifiers).count == drawing.identifiers.count)
    #expect(!svg.contains(folder.url.path))
    #expect(!svg.contains("matrix(") && !svg.contains("nan"))
  }

  @Test("Values and verdicts are drawn as labels", .enabled(if: gnuplot != nil))
  func labels() throws {
    let folder = try TemporaryFolder()
    let writer = FigureWriter(folder: folder.url, gnuplot: Self.gnuplot)
    let comparison = try #require(DrawingReader(try writer.write(SampleFigures.comparison)))
    for label in ["410 ± 12", "527 ± 13", "70 ± 0", "75.2 ± 1.2"] { #expect(comparison.labels.contains(label)) }
    let differences = try #require(DrawingReader(try writer.write(SampleFigures.differences)))
    for label in ["+117 ± 18 · worse", "\u{2212}4 ± 17 · undecided"] { #expect(differences.labels.contains(label)) }
    let tradeoff = try #require(DrawingReader(try writer.write(SampleFigures.tradeoff)))
    #expect(tradeoff.labels.contains { $0.contains("Cost per task (USD/task), log scale") })
  }

  @Test("The same figure gives the same bytes", .enabled(if: gnuplot != nil))
  func deterministic() throws {
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    for folder in folders {
      for figure in SampleFigures.all { _ = try FigureWriter(folder: folder.url, gnuplot: Self.gnuplot).write(figure) }
    }
    for name in try folders[0].contents() { #expect(try folders[0].text(name) == folders[1].text(name)) }
  }

  static let hostile = [
    "$(touch pwned)", "`touch pwned`", "{}_^@&'\"\\", "</text><script>", "\\U+0041 \\101 \\n", "%d %s %", "\"# quoted",
    "!touch pwned", "';system('touch x');x='", "''`touch pwned`''", "'@F @PS \"@F\"", "'\u{301};system('x') <\u{301}b>",
  ]

  @Test("Any name is drawn letter by letter and runs nothing", .enabled(if: gnuplot != nil), arguments: hostile)
  func hostileNames(name: String) throws {
    let folder = try TemporaryFolder()
    let writer = FigureWriter(folder: folder.url, gnuplot: Self.gnuplot)
    let metric = MetricSpecification("m", title: name, unit: name, better: .lower, summary: "")
    let estimate = Estimate(mean: 4, low: 3, high: 5)
    let names = [name, "other"]
    let rows = names.map {
      EstimateRow(architecture: $0, estimate: estimate, replications: [3, 4, 5], isLeading: true)
    }
    let figures: [any Figure] = [
      ComparisonFigure(
        headline: name, footer: name, architectures: names, panels: [MetricPanel(metric: metric, rows: rows)],
        sampling: SampleFigures.sampling),
      DifferencesFigure(
        headline: name, footer: name, architectures: ["other", name], baseline: "other",
        panels: [
          DifferencePanel(
            metric: metric,
            rows: [DifferenceRow(architecture: name, difference: estimate, verdict: name, isDecided: true)])
        ], sampling: SampleFigures.sampling),
      TradeoffFigure(
        headline: name, footer: name, architectures: names, x: metric, y: metric,
        points: names.map { TradeoffPoint(architecture: $0, x: estimate, y: estimate) },
        sampling: SampleFigures.sampling),
      CourseFigure(
        headline: name, footer: name,
        panels: [
          CoursePanel(
            series: SeriesSpecification("s", title: name, unit: name, along: name, summary: ""),
            courses: names.map { Course(name: $0, points: [0, 1], mean: [1, 2], low: [0, 1], high: [2, 3]) },
            predictions: [PredictedCourse(name: name, method: name, points: [0, 1], values: [1, 2])])
        ], sampling: SampleFigures.sampling),
      DistributionFigure(
        headline: name, footer: name,
        panels: [DistributionPanel(metric: metric, rows: names.map { DistributionRow(name: $0, values: [1, 2]) })],
        sampling: SampleFigures.sampling),
      FieldFigure(
        headline: name, footer: name,
        snapshots: [Snapshot(time: 1, dots: [Snapshot.Dot(x: 1, y: 1, kind: 0)])],
        key: SnapshotKey(field: name, kinds: [name], links: name, timeUnit: name)),
      ResponseFigure(
        headline: name, footer: name, factor: ResponseFactor(title: name, unit: name),
        panels: [
          ResponsePanel(
            metric: metric,
            responses: names.map { Response(name: $0, levels: [1, 2], estimates: [estimate, estimate]) })
        ], sampling: SampleFigures.sampling),
      ResponseMapFigure(
        headline: name, footer: name, x: ResponseFactor(title: name), xLevels: [1], y: ResponseFactor(title: name),
        yLevels: [1], panels: [ResponseMapPanel(title: name, metric: metric, means: [[1]])],
        sampling: SampleFigures.sampling),
    ]
    for figure in figures {
      let drawing = try #require(DrawingReader(try writer.write(figure)), "\(figure.name)")
      #expect(drawing.title == name)
      #expect(drawing.labels.filter { $0 == name }.count >= 3, "\(figure.name): \(drawing.labels)")
    }
    #expect(try folder.contents().count == 3 * figures.count)
  }

  @Test("A metric without a better direction has no arrow and no front", .enabled(if: gnuplot != nil))
  func neither() throws {
    let folder = try TemporaryFolder()
    let writer = FigureWriter(folder: folder.url, gnuplot: Self.gnuplot)
    let names = ["a", "b"]
    let rows = names.map {
      EstimateRow(
        architecture: $0, estimate: Estimate(mean: 4, low: 3, high: 5), replications: [3, 4, 5], isLeading: true)
    }
    let points = names.enumerated().map { index, name in
      let estimate = Estimate(mean: Double(index), low: Double(index) - 1, high: Double(index) + 1)
      return TradeoffPoint(architecture: name, x: estimate, y: estimate)
    }
    let tradeoff = TradeoffFigure(
      headline: "Neither", footer: "", architectures: names, x: SampleFigures.cost, y: SampleFigures.share,
      points: points, sampling: SampleFigures.sampling)
    #expect(!tradeoff.subline.contains("efficient") && !tradeoff.altText.contains("efficient"))
    #expect(try DrawingReader(writer.write(tradeoff)) != nil)
    let comparison = ComparisonFigure(
      headline: "Neither", footer: "", architectures: names,
      panels: [MetricPanel(metric: SampleFigures.share, rows: rows)], sampling: SampleFigures.sampling)
    let drawing = try #require(DrawingReader(try writer.write(comparison)))
    #expect(!drawing.labels.contains { $0.contains("better") || $0.isEmpty })
    #expect(drawing.labels.contains("Share on the shorter branch"))
  }

  @Test("Values that are equal, missing, infinite or alone are drawn", .enabled(if: gnuplot != nil))
  func degenerate() throws {
    let folder = try TemporaryFolder()
    let writer = FigureWriter(folder: folder.url, gnuplot: Self.gnuplot)
    let none = Estimate(mean: .nan, low: .nan, high: .nan)
    let single = Estimate(mean: 7, low: -.infinity, high: .infinity)
    let sampling = Sampling(level: 0.95, replications: 1, isPaired: false, correction: nil)
    for (index, estimates) in [[none, none], [single, single], [single, none]].enumerated() {
      let names = ["a", "b"]
      let rows = zip(names, estimates).map {
        EstimateRow(architecture: $0, estimate: $1, replications: [], isLeading: false)
      }
      let comparison = ComparisonFigure(
        name: "c\(index)", headline: "Degenerate", footer: "", architectures: names,
        panels: [MetricPanel(metric: SampleFigures.makespan, rows: rows)], sampling: sampling)
      let drawing = try #require(DrawingReader(try writer.write(comparison)))
      let isSingle = estimates.contains(single)
      #expect(drawing.labels.contains("7 (no interval, n = 1)") == isSingle)
      let tradeoff = TradeoffFigure(
        name: "t\(index)", headline: "Degenerate", footer: "", architectures: names, x: SampleFigures.cost,
        y: SampleFigures.solved, points: zip(names, estimates).map { TradeoffPoint(architecture: $0, x: $1, y: $1) },
        sampling: sampling)
      #expect(DrawingReader(try writer.write(tradeoff)) != nil)
    }
  }

  @Test("Many architectures and metrics are drawn", .enabled(if: gnuplot != nil), arguments: [1, 3, 5, 9], [1, 4, 7])
  func sizes(architectures: Int, metrics: Int) throws {
    let folder = try TemporaryFolder()
    let names = (0..<architectures).map { "architecture-with-name-\($0)" }
    let rows = names.enumerated().map { index, name in
      EstimateRow(
        architecture: name, estimate: Estimate(mean: Double(index), low: Double(index) - 1, high: Double(index) + 1),
        replications: [], isLeading: index == 0)
    }
    let panel = MetricPanel(metric: SampleFigures.makespan, rows: rows)
    let figure = ComparisonFigure(
      headline: "Sizes", footer: "", architectures: names, panels: Array(repeating: panel, count: metrics),
      sampling: SampleFigures.sampling)
    let drawing = try #require(DrawingReader(try FigureWriter(folder: folder.url, gnuplot: Self.gnuplot).write(figure)))
    #expect(drawing.labels.filter { $0 == "0.0 ± 1.0" }.count == metrics)
  }
}

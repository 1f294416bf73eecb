import ColonyModels
import Experiments
import Plotting
import RunRecords
import Statistics
import TestSupport
import Testing

@testable import Reports

@Suite("Comparison of a model's variants")
struct ColonyComparisonTests {
  private func metric(_ name: String, _ found: Comparison) throws -> MetricSpecification {
    try #require(found.metrics.first { $0.name == name })
  }

  @Test("A metric without a better direction is higher or lower, and nobody leads in it")
  func neutral() throws {
    let found = try SampleColonyComparison().plain
    let share = try metric("winner_share", found)
    #expect(found.pair(found.cells[0], against: found.cells[1], on: share)?.verdict == .lower)
    #expect(found.pair(found.cells[1], against: found.cells[0], on: share)?.verdict == .higher)
    #expect(found.leaders(on: share).isEmpty)
    let late = try metric("late_short_share", found)
    #expect(found.pair(found.cells[0], against: found.cells[1], on: late)?.verdict == .worse)
    #expect(found.leaders(on: late) == ["quadratic"])
    #expect(found.headline == "Share of the winning branch: highest 10.7 (quadratic), lowest 0.613 (linear)")
  }

  @Test("What is alike is equal, and what chance explains is undecided, whatever the direction")
  func undecided() throws {
    let sample = try SampleColonyComparison()
    let alike = Comparison(sample.plan, records: sample.records { _, _, _ in 3 })
    #expect(alike.pairs.allSatisfy { $0.verdict == .equal })
    #expect(alike.headline == "Share of the winning branch: 3 share everywhere")
    let noise = Comparison(
      sample.plan, records: sample.records { _, cell, replication in Double((cell + replication) % 2) })
    #expect(noise.pairs.allSatisfy { $0.verdict == .undecided })
  }

  @Test("Variants are compared at the same design point, and each point has its own baseline")
  func designPoints() throws {
    let found = try SampleColonyComparison(sweep: "{with.ants: [5, 6, 7]}").plain
    let pairs = found.pairs.filter { $0.metric == found.metrics[0] }
    #expect(
      pairs.map { "\($0.first.name) - \($0.second.name)" }
        == [5, 6, 7].map {
          "linear, ants=\($0) - quadratic, ants=\($0)"
        })
    #expect(found.pairs.count == 3 * found.metrics.count)
    for cell in found.cells {
      let expected = cell.architecture == "linear" ? nil : "linear, \(cell.name.dropFirst("quadratic, ".count))"
      #expect(found.baseline(of: cell)?.name == expected)
    }
    // Nobody beats across design points.
    #expect(found.leaders(on: try metric("late_short_share", found)).count == 3)
  }

  @Test("Where there is one variant only, every point is compared with the first")
  func oneVariant() throws {
    let found = try SampleColonyComparison("with: {exponent: 2}", sweep: "{with.ants: [5, 6, 7]}").plain
    let names = found.pairs.filter { $0.metric == found.metrics[0] }.map { "\($0.first.name) - \($0.second.name)" }
    #expect(names == [6, 7].map { "ants=5 - ants=\($0)" })
    #expect(found.cells.map { found.baseline(of: $0)?.name } == [nil, found.cells[0].name, found.cells[0].name])
  }

  @Test("One cell has nothing to be compared with, and its text and page say so")
  func oneCell() throws {
    let found = try SampleColonyComparison("with: {ants: 5}").plain
    #expect(found.pairs.isEmpty && found.headline == "Share of the winning branch: 0.613 share")
    #expect(ComparisonText(found, color: false).text.contains("one variant: nothing to compare it with"))
    #expect(FigureSet.figures(for: found).map(\.name) == ["comparison", "distribution"])
  }

  @Test("What an exact reading says stands beside the estimate")
  func predictions() throws {
    let sample = try SampleColonyComparison("with: {ants: 2, attraction: 1, exponent: 1}")
    let found = sample.plain
    // The second ant follows the first with probability 2/3: the share of the winning branch is 1 then, and otherwise ½.
    let share = try #require(found.estimate(try metric("winner_share", found), of: found.cells[0]))
    let predicted: Double = try #require(share.predicted)
    #expect(abs(predicted - 5.0 / 6) < 1e-12)
    #expect(found.readingMethods == ["Markov chain"] && found.troubles.isEmpty)
    #expect(ComparisonText(found, color: false).text.contains("In brackets: the exact reading (Markov chain)."))
    #expect(ComparisonText(found, color: false).text.contains("[0.8333]"))
  }

  @Test("The course of a series has the mean and Student's interval at each point, over the values that there are")
  func courses() throws {
    let sample = try SampleColonyComparison("with: {ants: 2}", replications: 3)
    let values: [[Double]] = [[1, 5, .nan], [2, 5, .nan], [6, .nan, .nan]]
    let records = sample.records(
      series: { _, replication in
        [RecordedSeries("short_share", points: [0, 1, 2], values: values[replication])]
      }, { _, _, _ in 1 })
    let found = Comparison(sample.plan, records: records)
    #expect(found.courses.count == 1)
    let course = try #require(found.courses.first)
    #expect(course.series.name == "short_share" && course.points == [0, 1, 2] && course.cell == found.cells[0])
    let first = try #require(course.estimates[0])
    // The mean of 1, 2 and 6 is 3, their variance 7; t of two degrees of freedom at 95 % is 4.302653.
    let half = 4.302652729911275 * (7.0 / 3).squareRoot()
    #expect(first.n == 3 && abs(first.mean - 3) < 1e-12)
    #expect(abs(first.low - (3 - half)) < 1e-9 && abs(first.high - (3 + half)) < 1e-9)
    let second = try #require(course.estimates[1])
    #expect(second.n == 2 && second.mean == 5 && second.low == 5 && second.high == 5)
    #expect(course.estimates[2] == nil)
    #expect(course.predicted?.name == "short_share" || course.predicted == nil)
  }

  @Test("A run whose series has other points than the first is left out of the course")
  func otherPoints() throws {
    let sample = try SampleColonyComparison("with: {ants: 2}", replications: 3)
    let records = sample.records(
      series: { _, replication in
        [
          RecordedSeries(
            "short_share", points: replication == 1 ? [0] : [0, 1], values: replication == 1 ? [9] : [1, 2])
        ]
      }, { _, _, _ in 1 })
    let course = try #require(Comparison(sample.plan, records: records).courses.first)
    #expect(course.estimates.map { $0?.n } == [2, 2] && course.estimates.map { $0?.mean } == [1, 2])
  }

  @Test("Thousands of cells are compared, and shown, in a moment")
  func manyCells() throws {
    let sample = try SampleColonyComparison(
      model: "group-size", "variants: [{name: a}, {name: b, with: {tasks: 3}}]",
      sweep: "{with.demand: {from: 0.1, to: 5, steps: 20}, with.steepness: {from: 1, to: 5, steps: 20}}",
      replications: 2)
    let found = sample.plain
    #expect(found.cells.count == 800 && found.pairs.count == 400 * found.metrics.count)
    #expect(ComparisonText(found, color: false).text.split(separator: "\n").count < 30, "they are summed up")
    #expect(found.pointCounts(on: found.metrics[0]).map { $0.better + $0.worse + $0.other } == [400])
    #expect(FigureSet.figures(for: found).map(\.name) == ["response-map"], "a figure of 800 rows is none")
    #expect(try ReportPage(found, drawings: [], versions: []).html().contains("800 cells are too many"))
  }

  @Test("The text, the JSON and the summary of a sweep are as recorded")
  func goldens() throws {
    let found = try SampleColonyComparison(sweep: "{with.ants: [5, 6]}").plain
    expectGolden(ComparisonText(found, color: false, width: 120).text, named: "colony.txt")
    expectGolden(try StableJSON.text(ComparisonDocument(found)), named: "colony.json")
    expectGolden(ReportWriter.summary(of: found), named: "colony.csv")
  }

  @Test("The page of a sweep marks each point's baseline, names directions once, and holds what was read exactly")
  func page() throws {
    let found = try SampleColonyComparison(sweep: "{with.ants: [5, 6]}").plain
    let drawings = FigureSet.figures(for: found).map { ReportPage.Drawing(figure: $0, svg: "<svg></svg>") }
    #expect(drawings.map(\.figure.name) == ["response"])
    let html = try ReportPage(found, drawings: drawings, versions: []).html()
    for ants in [5, 6] {
      #expect(html.contains("<th scope=\"row\">linear, ants=\(ants) <span class=\"unit\">baseline</span>"))
      #expect(html.contains("<th scope=\"row\">quadratic, ants=\(ants)</th>"))
    }
    #expect(html.contains("interval of each variant.") && html.contains("<th scope=\"col\">Variant</th>"))
    #expect(html.contains("(share, neither direction is better)") && !html.contains("is better is better"))
    #expect(html.contains("(Markov chain)") && html.contains("<td class=\"lower\">lower</td>"))
  }
}

import ColonyModels
import Experiments
import RunRecords
import Testing

@Suite("Plan of a file with a model")
struct ColonyPlanTests {
  private func digests(_ text: String, _ overrides: String...) throws -> [String] {
    ExperimentPlan(try SampleFile.file(text, overrides: overrides)).cells.map(\.cell.digest)
  }

  @Test("The cells of a grid come point by point, the last factor running fastest, each with all variants")
  func grid() throws {
    let plan = ExperimentPlan(
      try SampleFile.file(SampleColony.quick, overrides: ["sweep.factors.with.ends=[both, nest]"]))
    #expect(
      plan.cells.map(\.cell.name) == [
        "linear, ants=20, ends=both", "quadratic, ants=20, ends=both", "linear, ants=20, ends=nest",
        "quadratic, ants=20, ends=nest", "linear, ants=50, ends=both", "quadratic, ants=50, ends=both",
        "linear, ants=50, ends=nest", "quadratic, ants=50, ends=nest",
      ])
    #expect(plan.cells[3].cell.levels.map(\.factor) == ["ants", "ends"])
    #expect(plan.cells[3].cell.levels.map(\.value) == [.integer(20), .choice("nest")])
    #expect(plan.cells[3].cell.architecture == "quadratic" && plan.cells[3].kind == "double-bridge")
    #expect(plan.runCount == 24 && plan.runs.count == 24)
    #expect(plan.runs.prefix(9).map(\.replication) == Array(repeating: 0, count: 8) + [1])
    #expect(plan.metrics == DoubleBridge.metrics && plan.series == DoubleBridge.series)
  }

  @Test("The cells of a zip take the levels together")
  func zip() throws {
    let plan = ExperimentPlan(try SampleFile.file(SampleColony.full))
    #expect(
      plan.cells.map(\.cell.name)
        == [
          "ants=5, evaporation=0.1, diffusion=0.001", "ants=10, evaporation=0.25, diffusion=0.01",
          "ants=40, evaporation=0.4, diffusion=0.1",
        ].flatMap { point in
          ["calm", "wild", "usual"].map { "\($0), \(point)" }
        })
  }

  @Test("Without a sweep a cell has its variant's name and no levels")
  func plain() throws {
    let cells = ExperimentPlan(try SampleFile.file(SampleColony.smallest)).cells
    #expect(cells.map(\.cell.name) == ["double-bridge"] && cells[0].cell.levels.isEmpty)
  }

  @Test(
    "What changes no run changes no digest",
    arguments: [
      "name=another", "title=A title", "replications.min=50", "statistics.confidence=90 %", "baseline=quadratic",
      "variants.linear.name=straight", "with.flow=0.5",
    ])
  func sameDigests(change: String) throws {
    // A baseline of its own, since the first variant is renamed.
    let plain = try digests(SampleColony.quick)
    #expect(try digests(SampleColony.quick, change) == plain)
  }

  @Test("A variant, a level or a sweep more changes no digest of what there was")
  func additions() throws {
    let plain = try digests(SampleColony.quick)
    let more = try digests(
      SampleColony.quick, "variants=[{name: c, with: {exponent: 3}}, {name: linear, with: {exponent: 1}}, {name: q}]",
      "sweep.factors.with.ants=[20, 30, 50]")
    #expect(more.count == 9 && [more[1], more[2], more[7], more[8]] == plain)
    // A level is a value like any other: where it was given does not matter.
    let given = try digests(SampleColony.quick, "sweep=null", "with.ants=50")
    #expect(given == Array(plain.suffix(2)))
  }

  @Test(
    "Whatever changes what a run does changes every digest",
    arguments: [
      "replications.seed=8", "replications.common_random_numbers=false", "with.flow=2", "with.attraction=6",
      "with.ends=both",
    ])
  func otherDigests(change: String) throws {
    #expect(try Set(digests(SampleColony.quick, change)).isDisjoint(with: digests(SampleColony.quick)))
  }

  @Test("Two models with the same parameters have other digests, and so have other levels")
  func models() throws {
    let text = "name: a\nmodel: %\nwith: {ants: 10, tasks: 2, steps: 20}\n"
    let first = try digests(text.replacing("%", with: "group-size"), "with.window=10")
    let second = try digests(text.replacing("%", with: "reinforced-thresholds"))
    #expect(first != second)
    #expect(Set(try digests(SampleColony.quick)).count == 4)
  }

  @Test("The digests are the same in every process and on every machine")
  func pinned() throws {
    // A change here reruns everybody's experiments: raise the model version, or find out what changed by accident.
    let found = try digests(SampleColony.quick).map { String($0.prefix(12)) }
    #expect(found == ["729d7d3fb670", "bd556727012c", "53fd92f6d6a1", "cb0a04b9af15"], "\(found)")
  }
}

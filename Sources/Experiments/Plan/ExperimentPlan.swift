import Agents
public import ColonyModels
import RandomStreams
public import RunRecords

/// The runs of an experiment: its cells, crossed with its replications.
public struct ExperimentPlan: Sendable {
  public let file: ExperimentFile
  /// The cells: design point by design point, within each in the order of the file.
  public let cells: [PlannedCell]
  /// The metrics of every run, the most important first.
  public let metrics: [MetricSpecification]
  /// What every run records over time.
  public let series: [SeriesSpecification]

  /// One cell and what it takes to run it.
  public struct PlannedCell: Sendable {
    public let cell: Cell
    /// The name of the architecture or model.
    public var kind: String { work.kind }
    /// What one task of it is expected to take; `nil` of a model.
    public var expected: ExpectedCost? { (work as? WorkloadWork)?.expectedCost }
    let work: any PlannedWork
    /// What separates the cell's random streams from those of others; empty with common random numbers.
    let streamScope: String
    /// What tells the cell apart in the record of completions; a replay has that of the live run.
    let recordScope: String
  }

  /// One run to be made.
  public struct PlannedRun: Sendable {
    public let cell: PlannedCell
    /// From 0.
    public let replication: Int

    /// A run of a cell of the plan, whether or not the plan asks for that replication.
    public init(cell: PlannedCell, replication: Int) {
      self.cell = cell
      self.replication = replication
    }

    /// What the run is stored under.
    public var key: RunKey { RunKey(cellDigest: cell.cell.digest, replication: replication) }
  }

  /// Makes one cell for each architecture or variant at each design point.
  public init(_ file: ExperimentFile) {
    self.file = file
    switch file.subject {
    case .swarm(let swarm):
      metrics = swarm.metrics.metrics.map(\.specification)
      series = swarm.metrics.series.map(\.specification)
      let planned = swarm.points.flatMap { point in
        let cast = point.swarm.cast
        return point.swarm.architectures.map { architecture in
          Self.cell(
            architecture.name, point.levels,
            WorkloadWork(swarm: point.swarm, architecture: architecture, cast: cast), in: file,
            named: ([architecture.name] + point.levels.map { "\($0.factor)=\($0.value.text)" }).joined(separator: ", "))
        }
      }
      cells = Self.toldApart(planned)
    case .colony(let colony):
      metrics = colony.model.metrics
      series = colony.model.series
      cells = colony.points.flatMap { point in
        colony.variants.map { variant in
          let values = colony.values(of: variant, at: point)
          return Self.cell(
            variant.name, point, ModelWork(model: colony.model, values: values), in: file,
            named: colony.name(of: variant, at: point))
        }
      }
    }
  }

  private static func cell(
    _ architecture: String, _ levels: [FactorLevel], _ work: some PlannedWork, in file: ExperimentFile,
    named name: String? = nil
  ) -> PlannedCell {
    let digest = behaviour(of: work, in: file).digest
    let recordScope = (work as? WorkloadWork)?.recordedBehaviour.map { behaviour($0, in: file).digest } ?? digest
    return PlannedCell(
      cell: Cell(
        name: name ?? architecture, architecture: architecture, levels: levels, digest: digest),
      work: work,
      streamScope: file.replications.commonRandomNumbers ? "" : recordScope, recordScope: recordScope)
  }

  /// Gives cells of a digest that another cell has one of their own: a factor need not change every architecture, and
  /// then its levels are all that tells the cells apart. So too for what they are called in the record of completions.
  private static func toldApart(_ cells: [PlannedCell]) -> [PlannedCell] {
    var (digests, scopes): (Set<String>, Set<String>) = ([], [])
    return cells.map { planned in
      let cell = planned.cell
      func apart(_ digest: String) -> String {
        let levels = cell.levels.map { ($0.factor, $0.value.configuration) }
        return ConfigurationValue.mapping([("like", .word(digest)), ("at", .mapping(levels))]).digest
      }
      let digest = digests.insert(cell.digest).inserted ? cell.digest : apart(cell.digest)
      let scope = scopes.insert(planned.recordScope).inserted ? planned.recordScope : apart(planned.recordScope)
      return PlannedCell(
        cell: Cell(name: cell.name, architecture: cell.architecture, levels: cell.levels, digest: digest),
        work: planned.work, streamScope: planned.streamScope.isEmpty ? "" : scope, recordScope: scope)
    }
  }

  /// How many runs there are, without making them.
  public var runCount: Int { cells.count * file.replications.count }

  /// Every run, interleaved: replication 0 of all cells, then replication 1, and so on. However early an experiment is
  /// stopped, its cells have equally many runs, to within one.
  public var runs: [PlannedRun] {
    (0..<file.replications.count).flatMap { replication in
      cells.map { PlannedRun(cell: $0, replication: replication) }
    }
  }

  /// What the exact reading of a cell's model says; `nil` for a swarm, and where there is none.
  public func prediction(for cell: PlannedCell) throws -> Prediction? {
    try (cell.work as? ModelWork)?.prediction()
  }

  /// A replication of a cell once more, with snapshots for a picture; empty for a swarm.
  public func snapshots(of run: PlannedRun, count: Int) throws -> [Snapshot] {
    try (run.cell.work as? ModelWork)?.snapshots(streams(of: run), count: count) ?? []
  }

  func streams(of run: PlannedRun) -> StreamFamily {
    StreamFamily(
      rootSeed: file.replications.seed, replication: run.replication, scope: run.cell.streamScope)
  }

  func context(of run: PlannedRun, _ connector: (any BackendConnector)?) -> RunContext {
    RunContext(
      streams: streams(of: run), recordName: "\(run.cell.recordScope)/\(run.replication)", connector: connector)
  }

  /// All that changes what a run of the cell does, and nothing else: neither the experiment's name nor the number of
  /// replications nor the other cells.
  private static func behaviour(of work: some PlannedWork, in file: ExperimentFile) -> ConfigurationValue {
    .mapping(common(to: file) + work.behaviour)
  }

  private static func behaviour(_ recorded: ConfigurationValue, in file: ExperimentFile) -> ConfigurationValue {
    .mapping(common(to: file) + [("recorded", recorded)])
  }

  private static func common(to file: ExperimentFile) -> [(key: String, value: ConfigurationValue)] {
    [
      ("format", .integer(ExperimentFile.format)),
      ("model_version", .integer(ModelVersion.current)),
      ("seed", .word(String(file.replications.seed))),
      ("common_random_numbers", .flag(file.replications.commonRandomNumbers)),
    ]
  }
}

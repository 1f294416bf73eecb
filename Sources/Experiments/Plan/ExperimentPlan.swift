import Agents
public import RunRecords

/// The runs of an experiment: its cells, crossed with its replications.
public struct ExperimentPlan: Sendable {
  public let file: ExperimentFile
  /// The cells in the order of the file.
  public let cells: [PlannedCell]

  /// One cell and what it takes to run it.
  public struct PlannedCell: Sendable {
    public let cell: Cell
    public let architecture: ExperimentFile.NamedArchitecture
    /// What separates the cell's random streams from those of others; empty with common random numbers.
    let streamScope: String
  }

  /// One run to be made.
  public struct PlannedRun: Sendable {
    public let cell: PlannedCell
    /// From 0.
    public let replication: Int

    /// What the run is stored under.
    public var key: RunKey { RunKey(cellDigest: cell.cell.digest, replication: replication) }
  }

  /// Makes one cell for each architecture of the file.
  public init(_ file: ExperimentFile) {
    self.file = file
    cells = file.architectures.map { architecture in
      let digest = Self.behaviour(of: architecture, in: file).digest
      return PlannedCell(
        cell: Cell(name: architecture.name, architecture: architecture.name, digest: digest),
        architecture: architecture,
        streamScope: file.replications.commonRandomNumbers ? "" : digest)
    }
  }

  /// Every run, interleaved: replication 0 of all cells, then replication 1, and so on. However early an experiment is
  /// stopped, its cells have equally many runs, to within one.
  public var runs: [PlannedRun] {
    (0..<file.replications.count).flatMap { replication in
      cells.map { PlannedRun(cell: $0, replication: replication) }
    }
  }

  /// The metrics of every run.
  public var metrics: [MetricSpecification] { StandardMetric.all.map(\.specification) }

  /// All that changes what a run of the cell does, and nothing else: neither the experiment's name nor the number of
  /// replications nor the other cells. Nor the size of the swarm: agents that an architecture does not need are idle.
  private static func behaviour(
    of architecture: ExperimentFile.NamedArchitecture, in file: ExperimentFile
  ) -> ConfigurationValue {
    .mapping([
      ("format", .integer(ExperimentFile.format)),
      ("model_version", .integer(ModelVersion.current)),
      ("architecture", architecture.configuration),
      ("workload", file.workload.configuration),
      ("backend", file.backend.configuration),
      ("seed", .word(String(file.replications.seed))),
      ("common_random_numbers", .flag(file.replications.commonRandomNumbers)),
    ])
  }
}

/// `manifest.json`: where results come from, for people and programs that find the folder later.
public struct Manifest: Encodable, Sendable {
  /// The version of this shape; it is raised when a field changes its meaning or goes.
  public static let format = 1

  /// How far the experiment is.
  public struct Runs: Encodable, Sendable {
    /// Runs of the plan; done and failed ones; those that this invocation made.
    public let planned, done, failed, made: Int

    public init(planned: Int, done: Int, failed: Int, made: Int) {
      self.planned = planned
      self.done = done
      self.failed = failed
      self.made = made
    }
  }

  public let format = Manifest.format
  public let experiment: String
  public let configHash: String
  public let seed: UInt64
  public let modelVersion: Int
  public let versions: [String: String]
  public let commandLine: [String]
  public let started, ended: String
  public let runs: Runs

  /// - Parameters:
  ///   - versions: Programs and libraries by name.
  ///   - started: When the last invocation that wrote here began, in ISO 8601; `ended` likewise.
  public init(
    experiment: String, configHash: String, seed: UInt64, modelVersion: Int, versions: [String: String],
    commandLine: [String], started: String, ended: String, runs: Runs
  ) {
    self.experiment = experiment
    self.configHash = configHash
    self.seed = seed
    self.modelVersion = modelVersion
    self.versions = versions
    self.commandLine = commandLine
    self.started = started
    self.ended = ended
    self.runs = runs
  }
}

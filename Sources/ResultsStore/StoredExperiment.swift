/// What the one experiment of a results file is at present.
public struct StoredExperiment: Sendable, Hashable {
  public let name: String
  /// A hash over the meaning of the experiment file, in hexadecimal.
  public let configHash: String
  /// The root of all random streams.
  public let rootSeed: UInt64
  /// Replications of every cell; those from this number on that an earlier invocation ran are kept, but not counted.
  public let replications: Int
  /// The level of intervals and tests, such as 0.95.
  public let confidenceLevel: Double
  /// The whole configuration, with all defaults filled in, as YAML.
  public let configText: String
  /// The number that is raised when the same configuration gives other results.
  public let modelVersion: Int

  public init(
    name: String, configHash: String, rootSeed: UInt64, replications: Int, confidenceLevel: Double, configText: String,
    modelVersion: Int
  ) {
    self.name = name
    self.configHash = configHash
    self.rootSeed = rootSeed
    self.replications = replications
    self.confidenceLevel = confidenceLevel
    self.configText = configText
    self.modelVersion = modelVersion
  }
}

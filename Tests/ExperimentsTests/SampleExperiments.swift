import Experiments

/// Experiments for tests of what comes after reading.
enum SampleExperiments {
  /// Reads an experiment with `single` and `collaborative`, and what is given beside.
  static func file(
    workload: String = "{kind: batch, tasks: 6}",
    architectures: [String] = ["{kind: single}", "{kind: collaborative, with: {voters: 3}}"],
    replications: Int = 3, extra: String = ""
  ) throws -> ExperimentFile {
    let text = """
      name: sample
      workload: \(workload)
      architectures: [\(architectures.joined(separator: ", "))]
      matching: none
      replications: {min: \(replications), seed: 7}
      \(extra)
      """
    return try ExperimentFileReader(source: "sample.yaml") { _ in nil }.read(Array(text.utf8)).file
  }
}

public import Diagnostics
import RunRecords
import Statistics

/// What reading an experiment file gave: the experiment, and what there is to warn of.
public struct ReadExperiment: Sendable {
  public let file: ExperimentFile
  public let warnings: [Diagnostic]
}

/// Reads and checks experiment files.
public struct ExperimentFileReader {
  /// Gives a file that the experiment file names: the path to show for it, and its bytes; `nil` where there is none
  /// that can be read.
  public typealias FileAccess = (_ path: String) -> (source: String, bytes: [UInt8])?

  let source: String
  let files: FileAccess
  let findings = FindingCollector()

  /// - Parameters:
  ///   - source: The file's path as the user wrote it, for messages.
  ///   - files: Access to files beside it, by paths relative to it.
  public init(source: String, files: @escaping FileAccess) {
    self.source = source
    self.files = files
  }

  /// Reads an experiment.
  ///
  /// Reading goes in passes: syntax first, then keys, types, units and ranges, then names and what contradicts itself.
  /// All errors of a pass are reported together.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - overrides: The arguments of `--set`, in their order.
  ///   - flags: How overrides were written that were written in another way: `--seed 7` for `replications.seed=7`.
  /// - Throws: `DiagnosticList`, in the order of the file.
  public func read(
    _ bytes: [UInt8], overrides: [String] = [], flags: [String: String] = [:]
  ) throws(DiagnosticList) -> ReadExperiment {
    // What is found belongs to one reading; a second one begins with nothing.
    try ExperimentFileReader(source: source, files: files).readOnce(bytes, overrides: overrides, flags)
  }

  private func readOnce(
    _ bytes: [UInt8], overrides: [String], _ flags: [String: String]
  ) throws(DiagnosticList) -> ReadExperiment {
    var root = try DocumentReader.read(
      bytes, source: source, ifEmpty: "'antbed init' writes an example to start from")
    for override in overrides { try Override(override, flag: flags[override]).apply(to: &root) }
    guard let reader = MappingReader(root, title: "an experiment file", findings: findings) else {
      throw DiagnosticList(findings.sorted(from: source))
    }
    try refuseProfile(root)
    let file = experiment(reader)
    reader.finish()
    guard let file, !findings.hasErrors else { throw DiagnosticList(findings.sorted(from: source)) }
    checkMeaning(of: file, root)
    guard !findings.hasErrors else { throw DiagnosticList(findings.sorted(from: source)) }
    return ReadExperiment(file: file, warnings: findings.sorted(from: source))
  }

  /// A profile is a file of its own; what an experiment needs is not what it lacks.
  private func refuseProfile(_ root: DocumentNode) throws(DiagnosticList) {
    guard case .mapping(let pairs) = root.content else { return }
    let keys = Set(pairs.compactMap(\.key.text))
    guard keys.isDisjoint(with: ["name", "workload", "model", "architectures"]),
      !keys.isDisjoint(with: ["correctness", "reading", "confidence", "judging", "tokens", "latency", "serving"])
    else { return }
    throw DiagnosticList(
      "wrong-type", at: root.location, "this is a profile, not an experiment",
      remedy: "an experiment names it: backends: {mock: {kind: profile, profile: PATH}}")
  }

  /// A reader of the same files with findings of its own.
  func separate() -> ExperimentFileReader { ExperimentFileReader(source: source, files: files) }

  private func experiment(_ reader: MappingReader) -> ExperimentFile? {
    _ = reader.integer("format", default: ExperimentFile.format, in: ExperimentFile.format...ExperimentFile.format)
    let name = reader.required("name", for: "first").flatMap { reader.slug($0, "the name of an experiment") }
    let title = reader.text("title")
    let subject = subject(reader)
    let baseline = reader.text("baseline", example: "the name of an architecture")
    let replications = replications(reader)
    let statistics = statistics(reader)
    guard let name, let subject, let first = subject.names.first else { return nil }
    return ExperimentFile(
      name: name, title: title, subject: subject, baseline: baseline ?? first, replications: replications,
      statistics: statistics)
  }

  private static let keysOfColonies = ["with", "variants", "outputs"]
  private static let keysOfSwarms = ["workload", "swarm", "architectures", "backends", "matching", "metrics"]

  /// A file with a `model` is one of a colony; its keys are not those of a swarm.
  private func subject(_ reader: MappingReader) -> ExperimentFile.Subject? {
    func has(_ key: String) -> Bool { reader.node[key].map { !$0.isNull } ?? false }
    let isColony = reader.value("model") != nil
    // The keys say what the file is to be where the one that decides is missing or misspelt.
    let wantsModel =
      (Self.keysOfColonies.contains(where: has) || reader.node["model"] != nil)
      && !has("workload") && !has("architectures")
    if isColony || wantsModel {
      reader.refuse(
        Self.keysOfSwarms, because: "experiments with swarms, and this one plays a model",
        remedy: "leave it out, or leave out 'model' and its keys")
      return colony(reader).map { .colony($0) }
    }
    reader.refuse(
      Self.keysOfColonies, because: "experiments with a model of a colony, and this one has none",
      remedy: "leave it out, or write 'model: double-bridge' in place of the workload and the architectures")
    return swarm(reader).map { .swarm($0) }
  }

  private func replications(_ reader: MappingReader) -> ExperimentFile.Replications {
    var result = ExperimentFile.Replications(count: 10, seed: 1, commonRandomNumbers: true)
    guard let replications = reader.mapping("replications", example: "{min: 10}") else { return result }
    result.count = replications.integer("min", default: result.count, in: 1...1_000_000)
    result.seed = UInt64(replications.integer("seed", default: Int(result.seed), in: 0...Int.max))
    result.commonRandomNumbers = replications.flag("common_random_numbers", default: result.commonRandomNumbers)
    replications.finish()
    return result
  }

  private func statistics(_ reader: MappingReader) -> ExperimentFile.StatisticsSettings {
    var result = ExperimentFile.StatisticsSettings(confidence: 0.95, correction: .holm)
    guard let statistics = reader.mapping("statistics", example: "{confidence: 95 %}") else { return result }
    result.confidence = statistics.share("confidence", default: result.confidence, in: 0.5...0.9999)
    let corrections = MultiplicityCorrection.allCases.map(\.rawValue)
    let correction = statistics.choice("correction", default: result.correction.rawValue, allowed: corrections)
    result.correction = MultiplicityCorrection(rawValue: correction) ?? result.correction
    statistics.finish()
    return result
  }
}

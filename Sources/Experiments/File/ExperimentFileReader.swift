import Agents
public import Diagnostics
import RunRecords
import Statistics
import SwarmArchitectures

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

  private let source: String
  private let files: FileAccess
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
  /// - Throws: `DiagnosticList`, in the order of the file.
  public func read(_ bytes: [UInt8], overrides: [String] = []) throws(DiagnosticList) -> ReadExperiment {
    // What is found belongs to one reading; a second one begins with nothing.
    try ExperimentFileReader(source: source, files: files).readOnce(bytes, overrides: overrides)
  }

  private func readOnce(_ bytes: [UInt8], overrides: [String]) throws(DiagnosticList) -> ReadExperiment {
    var root = try DocumentReader.read(
      bytes, source: source, ifEmpty: "'antbed init' writes an example to start from")
    for override in overrides { try Override(override).apply(to: &root) }
    guard let reader = MappingReader(root, title: "an experiment file", findings: findings) else {
      throw DiagnosticList(findings.sorted(from: source))
    }
    let file = experiment(reader)
    reader.finish()
    guard let file, !findings.hasErrors else { throw DiagnosticList(findings.sorted(from: source)) }
    checkMeaning(of: file, root)
    guard !findings.hasErrors else { throw DiagnosticList(findings.sorted(from: source)) }
    return ReadExperiment(file: file, warnings: findings.sorted(from: source))
  }

  private func experiment(_ reader: MappingReader) -> ExperimentFile? {
    _ = reader.integer("format", default: ExperimentFile.format, in: ExperimentFile.format...ExperimentFile.format)
    let name = reader.required("name", for: "first").flatMap { slug($0, "the name of an experiment", reader) }
    let title = reader.text("title")
    let workload = workload(reader)
    let swarm = swarm(reader)
    let architectures = architectures(reader)
    let baseline = reader.text("baseline", example: "the name of an architecture")
    let backends = backends(reader)
    let replications = replications(reader)
    let statistics = statistics(reader)
    guard let name, let workload, !architectures.isEmpty else { return nil }
    let mock = NamedBackends.fallback
    let needed = architectures.map(\.architecture.agentsNeeded).max() ?? 1
    return ExperimentFile(
      name: name, title: title, workload: workload,
      swarm: ExperimentFile.Swarm(agents: swarm.agents ?? needed),
      architectures: architectures, baseline: baseline ?? architectures[0].name,
      backend: backends.first { $0.name == swarm.backend } ?? (backends.isEmpty ? mock : backends[0]),
      replications: replications, statistics: statistics)
  }

  /// A name that can be a folder's and a figure's.
  private func slug(_ node: DocumentNode, _ key: String, _ reader: MappingReader) -> String? {
    guard let text = node.text else { return reader.wrongType(node, "a name", example: "first") }
    if text.count <= 64, text.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil { return text }
    let isNear = text.count <= 64 && text.allSatisfy(\.isASCII)
    let near = isNear ? text.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-") : ""
    findings.error(
      "bad-name", at: node.location, "'\(shortened(text))' cannot be \(key)",
      remedy: "a name has at most 64 letters and digits, with '-' between them"
        + (near.isEmpty ? "" : "; for instance \(near)"))
    return nil
  }

  private func workload(_ reader: MappingReader) -> ExperimentFile.Workload? {
    guard let node = reader.required("workload", for: "{kind: batch, tasks: 200}"),
      let workload = MappingReader(
        node, title: "'workload'", example: "{kind: batch, tasks: 200}", findings: findings)
    else { return nil }
    let kind = workload.required("kind", for: "batch").flatMap {
      workload.choice($0, of: "kind", allowed: ["batch", "stream"])
    }
    let tasks = workload.required("tasks", for: "200").flatMap {
      workload.integer($0, key: "tasks", in: 1...1_000_000)
    }
    var arrival = ExperimentFile.Workload.Arrival.batch(inFlight: 4)
    if let kind { refuseKeysOfOtherKinds(than: kind, in: workload) }
    if kind == "stream" {
      let rate = workload.required("arrivals", for: "poisson(2 per s)").flatMap { poisson($0, workload) }
      arrival = .stream(rate: rate ?? 1)
    } else if kind == "batch" {
      arrival = .batch(inFlight: workload.integer("in_flight", default: 4, in: 1...1_000_000))
    } else {
      // Without a kind the keys of both are let pass: the missing kind is the fault.
      _ = workload.value("arrivals")
      _ = workload.value("in_flight")
    }
    workload.finish()
    return tasks.map { ExperimentFile.Workload(tasks: $0, arrival: arrival) }
  }

  /// A key of the other kind is no misspelling, and needs another word than an unknown one.
  private func refuseKeysOfOtherKinds(than kind: String, in workload: MappingReader) {
    for (key, owner) in [("arrivals", "stream"), ("in_flight", "batch")] where owner != kind {
      guard let place = workload.pairs.first(where: { $0.key.text == key })?.key.location else { continue }
      _ = workload.value(key)
      findings.error(
        "contradiction", at: place, "'\(key)' is a key of workloads of kind '\(owner)'; this one is '\(kind)'",
        remedy: "leave it out, or write 'kind: \(owner)'")
    }
  }

  private func poisson(_ node: DocumentNode, _ reader: MappingReader) -> Double? {
    let call = node.text.flatMap(FunctionCall.init)
    if call?.name == "exponential", let gap = call?.arguments.first.flatMap(Quantity.init)?.number(of: .duration),
      gap > 0
    {
      findings.error(
        "wrong-type", at: node.location, "'arrivals' is a Poisson process, got the gap between two arrivals",
        remedy: "write 'poisson(\(plain(1 / gap)) per s)' for a mean gap of \(plain(gap)) s")
      return nil
    }
    guard let call, call.name == "poisson", call.arguments.count == 1 else {
      return reader.wrongType(node, "a Poisson process", example: "poisson(2 per s)")
    }
    return reader.quantity(call.arguments[0], at: node, key: "arrivals", .rate, in: 1e-6...1e6)
  }

  private func swarm(_ reader: MappingReader) -> (agents: Int?, backend: String?) {
    guard let swarm = reader.mapping("swarm", example: "{agents: 5}") else { return (nil, nil) }
    let agents = swarm.value("agents").flatMap { swarm.integer($0, key: "agents", in: 1...100_000) }
    let backend = swarm.text("backend", example: "mock")
    swarm.finish()
    return (agents, backend)
  }

  private func architectures(_ reader: MappingReader) -> [ExperimentFile.NamedArchitecture] {
    let example = "[{name: peers, kind: collaborative}]"
    guard let node = reader.required("architectures", for: example) else { return [] }
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      let nothing: [ExperimentFile.NamedArchitecture]? = reader.wrongType(
        node, "a list of one or more architectures", example: example)
      return nothing ?? []
    }
    return items.compactMap { item in
      MappingReader(
        item, title: "an architecture", example: "{name: peers, kind: collaborative}", findings: findings
      ).flatMap(architecture)
    }
  }

  private func architecture(_ reader: MappingReader) -> ExperimentFile.NamedArchitecture? {
    let kind = reader.required("kind", for: "collaborative").flatMap {
      reader.choice($0, of: "kind", allowed: Architectures.all.map { $0.name })
    }
    let name = reader.value("name").map { slug($0, "the name of an architecture", reader) } ?? kind
    let type = kind.flatMap(Architectures.named)
    var given: [String: ParameterValue] = [:]
    let with = reader.mapping("with", title: kind.map { "the parameters of '\($0)'" })
    if let with, let type {
      for specification in type.parameters { given[specification.name] = with.parameter(specification) }
      with.finish()
    }
    reader.finish()
    guard let name, let type else { return nil }
    return ExperimentFile.NamedArchitecture(
      name: name, kind: type, values: ParameterValues(given, for: type.parameters))
  }

  private func backends(_ reader: MappingReader) -> [ExperimentFile.NamedBackend] {
    guard let backends = reader.mapping("backends", example: "{mock: {kind: profile}}") else { return [] }
    return backends.pairs.compactMap { key, value in
      guard let name = slug(key, "the name of a backend", reader) else { return nil }
      return MappingReader(value, title: "backend '\(name)'", example: "{kind: profile}", findings: findings).map {
        NamedBackends(files: files).read($0, name: name)
      }
    }
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

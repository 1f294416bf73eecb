import Agents
import Diagnostics
import RunRecords
import SwarmArchitectures

/// The keys of an experiment with swarms.
extension ExperimentFileReader {
  /// - Parameter base: The experiment without its sweep, where one of its design points is read: what is matched once
  ///   stays as it is.
  func swarm(_ reader: MappingReader, asIn base: SwarmExperiment? = nil) -> SwarmExperiment? {
    let workload = WorkloadReader(reader)?.read()
    let swarm = SwarmReader(reader)
    let matching = matching(reader)
    let written = ArchitectureReader(findings: findings, ruleDefaults: swarm.rules).read(reader)
    let backends = backends(reader)
    let metrics = metrics(reader)
    let sweep = reader.mapping("sweep", example: "{factors: {swarm.agents: [3, 5]}}")
    guard let workload, !written.isEmpty else { return nil }
    func backend(_ name: String) -> SwarmExperiment.NamedBackend? { backends.first { $0.name == name } }
    let chosen = swarm.backends.compactMap(backend)
    let cast = chosen.isEmpty ? [backends.first ?? NamedBackends.fallback] : chosen
    let costs = CostMatching(
      measure: matching, agents: swarm.agents, budget: swarm.budget, profile: cast[0].profile, ruleDefaults: swarm.rules
    )
    let matched = base.map { costs.matched(written, asIn: $0) } ?? costs.matched(written)
    let needed = matched.map(\.architecture.agentsNeeded).max() ?? 1
    var experiment = SwarmExperiment(
      workload: workload, agents: swarm.agents ?? needed, architectures: matched, backends: cast,
      judge: swarm.judge.flatMap(backend), budget: swarm.budget, matching: matching, metrics: metrics,
      sweep: SwarmExperiment.Sweep())
    if let sweep {
      experiment.sweep = SwarmSweepReader(file: self, root: reader.node, base: experiment).read(sweep)
      if swarm.agents == nil { experiment.provideAgents() }
    }
    return experiment
  }

  private func matching(_ reader: MappingReader) -> SwarmExperiment.CostMeasure? {
    let allowed = SwarmExperiment.CostMeasure.allCases.map(\.rawValue)
    return SwarmExperiment.CostMeasure(
      rawValue: reader.choice("matching", default: "calls", allowed: allowed + ["none"]))
  }

  private func metrics(_ reader: MappingReader) -> MetricSelection {
    guard let node = reader.value("metrics") else { return .standard }
    var items = [node]
    if case .sequence(let listed) = node.content { items = listed }
    guard !items.isEmpty, items.count > 1 || items[0].text != nil else {
      return reader.wrongType(node, "names of metrics", example: "[accuracy, cost]") ?? .standard
    }
    let words = items.compactMap { metric($0, reader) }
    do throws(UnknownMetric) {
      return try MetricSelection(words)
    } catch {
      // Each word was checked where it stands: what is unknown has its finding.
      return .standard
    }
  }

  /// A word that stands for one or more metrics.
  private func metric(_ node: DocumentNode, _ reader: MappingReader) -> String? {
    guard let word = node.text else { return reader.wrongType(node, "the name of a metric", example: "accuracy") }
    do throws(UnknownMetric) {
      _ = try MetricSelection([word])
      return word
    } catch {
      findings.error(
        "unknown-name", at: node.location, "there is no metric '\(shortened(error.name))'",
        remedy: "'antbed metrics' lists them" + (error.nearestMatch.map { ". Did you mean '\($0)'?" } ?? ""))
      return nil
    }
  }

  private func backends(_ reader: MappingReader) -> [SwarmExperiment.NamedBackend] {
    guard let backends = reader.mapping("backends", example: "{mock: {kind: profile}}") else { return [] }
    let readers = NamedBackends(files: files)
    let all = backends.pairs.compactMap { key, value -> (backend: SwarmExperiment.NamedBackend, node: DocumentNode)? in
      guard let name = backends.slug(key, "the name of a backend") else { return nil }
      return MappingReader(value, title: "backend '\(name)'", example: "{kind: profile}", findings: findings).map {
        (readers.read($0, name: name), value)
      }
    }
    return readers.resolved(all, findings)
  }
}

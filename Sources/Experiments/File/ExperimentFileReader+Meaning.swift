import Agents
import ColonyModels
import Diagnostics
import RandomStreams
import RunRecords
import SwarmArchitectures

/// The last pass: names that refer to nothing, and what contradicts itself or promises little.
extension ExperimentFileReader {
  /// The most runs that an experiment may have: all of them are planned at once, in memory.
  private static let mostRuns = 10_000_000

  func checkMeaning(of file: ExperimentFile, _ root: DocumentNode) {
    checkNames(of: file, root)
    switch file.subject {
    case .swarm(let swarm):
      checkSwarm(swarm, root)
      checkSkills(of: swarm, root)
    case .colony(let colony):
      checkVariants(of: colony, root)
    }
    checkReplications(of: file, root)
  }

  private func checkNames(of file: ExperimentFile, _ root: DocumentNode) {
    let (key, what) =
      switch file.subject {
      case .swarm: ("architectures", "architecture")
      case .colony: ("variants", "variant")
      }
    let names = file.subject.names
    if let node = root["baseline"], !node.isNull, !names.contains(file.baseline) {
      unknownName(file.baseline, at: node.location, what: "no \(what) is named", among: names)
    }
    var places: [String: SourceLocation] = [:]
    for (item, name) in zip(items(of: root[key]), names) {
      let place = (item["name"] ?? item["kind"] ?? item).location
      guard let first = places[name] else {
        places[name] = place
        continue
      }
      findings.error(
        "duplicate-name", at: place,
        "\(what == "architecture" ? "an" : "a") \(what) is named '\(name)' already, at \(first.label)",
        remedy: "give each its own name")
    }
  }

  /// The checks that every design point goes through as well.
  func checkSwarm(_ swarm: SwarmExperiment, _ root: DocumentNode) {
    checkBackends(root)
    checkWorld(of: swarm, root)
    checkAgents(of: swarm, root)
  }

  private func checkBackends(_ root: DocumentNode) {
    var backends = ["mock"]
    if case .mapping(let pairs)? = root["backends"]?.content, !pairs.isEmpty {
      backends = pairs.compactMap { $0.key.text }
    }
    let agents = root["swarm"]?["backend"]
    let ofAgents = agents?.text == nil ? items(of: agents) : agents.map { [$0] } ?? []
    for node in ofAgents + (root["swarm"]?["judge"].map { [$0] } ?? []) where !node.isNull {
      guard let name = node.text, !backends.contains(name) else { continue }
      unknownName(name, at: node.location, what: "no backend is named", among: backends)
    }
  }

  /// A skill at tasks of a type that the workload has not changes nothing; a profile may be meant for other workloads too.
  private func checkSkills(of swarm: SwarmExperiment, _ root: DocumentNode) {
    let types = swarm.workload.types.map(\.name)
    var seen: Set<String> = []
    for backend in swarm.backends + (swarm.judge.map { [$0] } ?? []) where seen.insert(backend.name).inserted {
      let entry = root["backends"]?[backend.name]
      for skill in backend.profile.worker.skills.keys.sorted() where !types.contains(skill) {
        let place = entry?["profile"]?["skills"] ?? entry?["profile"] ?? entry ?? root
        let hint = nearestMatch(to: skill, among: types).map { ". Did you mean '\($0)'?" } ?? ""
        findings.warning(
          "unknown-name", at: place.location,
          "backend '\(backend.name)' has a skill at '\(shortened(skill))', and no task is of that type",
          remedy: types.isEmpty
            ? "name the types of tasks in workload.types" : "there are: " + types.joined(separator: ", ") + hint)
      }
    }
  }

  /// Who answers on the time of the wall cannot work with those who answer in simulated time.
  private func checkWorld(of swarm: SwarmExperiment, _ root: DocumentNode) {
    let all = swarm.backends + (swarm.judge.map { [$0] } ?? [])
    guard all.contains(where: { $0.world != .simulated }) else { return }
    let questions = swarm.workload.questions.init(
      streams: StreamFamily(rootSeed: 0, replication: 0), wrongAnswers: 1)
    if questions.text(of: SwarmTask(index: 0), subtask: 0) == nil {
      let workload = root["workload"]
      findings.error(
        "contradiction", at: (workload?["questions"] ?? workload ?? root).location,
        "the questions '\(swarm.workload.questions.name)' have no words that a real model could read",
        remedy: "write 'questions: arithmetic', or name a backend of kind 'profile'")
    }
    guard Set(all.map(\.name)).count > 1 else { return }
    findings.error(
      "contradiction", at: (root["swarm"]?["backend"] ?? root).location,
      "a swarm with a live or recorded backend has that one only",
      remedy: "name one backend, and no other as the judge")
  }

  private func checkAgents(of swarm: SwarmExperiment, _ root: DocumentNode) {
    for (index, entry) in swarm.architectures.enumerated() {
      let needed = entry.architecture.agentsNeeded
      let written = items(of: root["architectures"])
      let item = index < written.count ? written[index] : root
      let place = (item["with"] ?? item["kind"] ?? item["swarm"] ?? item).location
      if needed > SwarmExperiment.mostAgents {
        findings.error(
          "out-of-range", at: place, "architecture '\(entry.name)' needs \(needed) agents",
          remedy: "at most \(SwarmExperiment.mostAgents)")
        continue
      }
      guard needed > swarm.agents else { continue }
      findings.error(
        "contradiction", at: place,
        "architecture '\(entry.name)' needs \(needed) agents, and swarm.agents is \(swarm.agents)",
        remedy: "raise swarm.agents, leave it out, or let the architecture use fewer")
    }
  }

  /// Every variant has to be possible at every design point, and to be another than those before it.
  private func checkVariants(of colony: ColonyExperiment, _ root: DocumentNode) {
    let written = items(of: root["variants"])
    var names: [ParameterValues: String] = [:]
    for (index, variant) in colony.variants.enumerated() {
      let item = index < written.count ? written[index] : nil
      checkPossible(variant, of: colony, item, root)
      // The cells of two equal variants would be one: a cell is known by what its runs do.
      let values = colony.values(of: variant, at: [])
      guard let first = names[values] else {
        names[values] = variant.name
        continue
      }
      if first == variant.name { continue }
      findings.error(
        "contradiction", at: (item?["with"] ?? item ?? root).location,
        "variant '\(variant.name)' is the same as '\(first)': all parameters have the same values",
        remedy: "leave one of them out, or let them differ")
    }
  }

  private func checkPossible(
    _ variant: ColonyExperiment.Variant, of colony: ColonyExperiment, _ item: DocumentNode?, _ root: DocumentNode
  ) {
    var impossible: [(point: [FactorLevel], reason: ParameterContradiction)] = []
    for point in colony.points {
      do throws(ParameterContradiction) {
        _ = try colony.model.init(colony.values(of: variant, at: point))
      } catch {
        impossible.append((point, error))
      }
    }
    guard let (point, reason) = impossible.first else { return }
    func value(_ key: String, in node: DocumentNode?) -> DocumentNode? {
      node?[key].flatMap { $0.isNull ? nil : $0 }
    }
    let factors = root["sweep"]?["factors"]
    let given = value(reason.parameter, in: item?["with"]) ?? value(reason.parameter, in: root["with"])
    let varied = value("with." + reason.parameter, in: factors)
    // Possible elsewhere: then the fault is what is varied.
    let mixed = impossible.count < colony.points.count ? factors : nil
    let place = given ?? varied ?? mixed ?? item?["with"] ?? item ?? root["with"] ?? root["model"] ?? root
    let levels = point.map { ", \($0.factor)=\($0.value.text)" }.joined()
    findings.error(
      "contradiction", at: place.location,
      "variant '\(variant.name)'\(levels): \(reason.problem)", remedy: reason.remedy)
  }

  private func checkReplications(of file: ExperimentFile, _ root: DocumentNode) {
    let node = root["replications"]?["min"] ?? root
    let runs = file.cellCount * file.replications.count
    if runs > Self.mostRuns {
      findings.error(
        "out-of-range", at: node.location,
        "\(file.replications.count) replications of \(file.cellCount) cells are \(runs) runs",
        remedy: "at most \(Self.mostRuns) runs")
    }
    guard file.replications.count < 10 else { return }
    let problem =
      file.replications.count == 1
      ? "1 replication: there is no interval and no verdict"
      : "\(file.replications.count) replications: the intervals will be wide"
    findings.warning("few-replications", at: node.location, problem, remedy: "10 or more are usual")
  }

  private func unknownName(_ name: String, at location: SourceLocation, what: String, among names: [String]) {
    let hint = nearestMatch(to: name, among: names).map { ". Did you mean '\($0)'?" } ?? ""
    findings.error(
      "unknown-name", at: location, "\(what) '\(shortened(name))'",
      remedy: "there are: " + names.joined(separator: ", ") + hint)
  }

  private func items(of node: DocumentNode?) -> [DocumentNode] {
    if case .sequence(let items)? = node?.content { return items }
    return []
  }
}

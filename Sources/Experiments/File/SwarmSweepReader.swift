import Diagnostics
import RunRecords
import SwarmArchitectures

/// Reads the sweep of an experiment with swarms: any key of the file can be varied, by its path.
///
/// Each design point is the file with the levels in place, read like any other; so what is wrong with a level is found
/// by the checks that the file goes through.
struct SwarmSweepReader {
  private static let mostCells = 10_000
  private static let notVaried = [
    "name", "title", "format", "baseline", "replications", "statistics", "sweep", "metrics",
  ]

  let file: ExperimentFileReader
  let root: DocumentNode
  /// The experiment without its sweep.
  let base: SwarmExperiment
  private var findings: FindingCollector { file.findings }

  func read(_ sweep: MappingReader) -> SwarmExperiment.Sweep {
    var result = SwarmExperiment.Sweep()
    let design = sweep.choice(
      "design", default: result.design.rawValue, allowed: SweepDesign.allCases.map(\.rawValue))
    result.design = SweepDesign(rawValue: design) ?? result.design
    let factors = sweep.required("factors", for: "{swarm.agents: [3, 5]}").flatMap {
      MappingReader($0, title: "'factors'", example: "{swarm.agents: [3, 5]}", findings: findings)
    }
    sweep.finish()
    guard let factors else { return result }
    result.factors = self.factors(factors)
    guard !result.factors.isEmpty, isPossible(result, at: factors.node) else { return SwarmExperiment.Sweep() }
    result.points = points(of: result, at: factors)
    return result
  }

  private func factors(_ reader: MappingReader) -> [SwarmExperiment.Sweep.Factor] {
    if reader.pairs.isEmpty {
      let nothing: [SwarmExperiment.Sweep.Factor]? = reader.wrongType(
        reader.node, "one or more factors", example: "{swarm.agents: [3, 5]}")
      return nothing ?? []
    }
    let paths = reader.pairs.compactMap { $0.key.text }
    let shortNames = paths.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    return reader.pairs.compactMap { key, value in
      guard let path = key.text, let place = paths.firstIndex(of: path) else { return nil }
      let head = String(path.prefix { $0 != "." && $0 != "[" })
      if Self.notVaried.contains(head) {
        findings.error(
          "contradiction", at: key.location, "'\(head)' cannot be varied", remedy: "vary a key of what is played")
        return nil
      }
      let levels = LevelReader(reader: reader, parameter: nil, name: path).levels(value)
      guard !levels.isEmpty else { return nil }
      let isUnique = shortNames.count { $0 == shortNames[place] } == 1
      return SwarmExperiment.Sweep.Factor(path: path, name: isUnique ? shortNames[place] : path, levels: levels)
    }
  }

  private func isPossible(_ sweep: SwarmExperiment.Sweep, at node: DocumentNode) -> Bool {
    let counts = sweep.factors.map(\.levels.count)
    if sweep.design == .zip, Set(counts).count > 1 {
      findings.error(
        "contradiction", at: node.location,
        "the factors of a zip have \(counts.map(String.init).joined(separator: ", ")) levels",
        remedy: "give all of them the same number of levels, or write 'design: grid'")
      return false
    }
    let points = sweep.design == .grid ? counts.reduce(1) { $0 * Double($1) } : Double(counts.first ?? 1)
    guard points * Double(base.architectures.count) > Double(Self.mostCells) else { return true }
    findings.error(
      "out-of-range", at: node.location,
      "the sweep has \(plain(points)) design points for each of \(base.architectures.count) architectures",
      remedy: "at most \(Self.mostCells) cells in all")
    return false
  }

  private func points(
    of sweep: SwarmExperiment.Sweep, at factors: MappingReader
  ) -> [SwarmExperiment.Sweep.Point] {
    var points: [SwarmExperiment.Sweep.Point] = []
    for levels in sweep.design.points(sweep.factors.map { (name: $0.name, levels: $0.levels) }) {
      var document = root.without("sweep")
      do throws(DiagnosticList) {
        for (factor, level) in zip(sweep.factors, levels) {
          try Override("\(factor.path)=\(level.value.text)").apply(to: &document)
        }
        points.append(SwarmExperiment.Sweep.Point(levels: levels, swarm: try read(document)))
      } catch {
        // One point is enough: the others have the same fault, or none.
        report(error, at: levels, factors)
        return []
      }
    }
    return points
  }

  /// The experiment at a point; widths stay as they are matched without the sweep.
  private func read(_ document: DocumentNode) throws(DiagnosticList) -> SwarmExperiment {
    let reader = file.separate()
    guard let mapping = MappingReader(document, title: "an experiment file", findings: reader.findings),
      var swarm = reader.swarm(mapping), !reader.findings.hasErrors
    else { throw DiagnosticList(reader.findings.sorted(from: "")) }
    for (place, architecture) in swarm.architectures.enumerated() {
      guard let width = architecture.kind.width, place < base.architectures.count,
        base.architectures[place].kind == architecture.kind, !isWritten(width, place, in: document)
      else { continue }
      var given = Dictionary(uniqueKeysWithValues: architecture.values.sorted.map { ($0.name, $0.value) })
      let value: Int = base.architectures[place].values[width]
      given[width] = .integer(value)
      swarm.architectures[place].values = ParameterValues(given, for: architecture.kind.parameters)
    }
    if document["swarm"]?["agents"] == nil {
      swarm.agents = swarm.architectures.map(\.architecture.agentsNeeded).max() ?? 1
    }
    reader.checkAgents(of: swarm, document)
    guard !reader.findings.hasErrors else { throw DiagnosticList(reader.findings.sorted(from: "")) }
    return swarm
  }

  private func isWritten(_ parameter: String, _ place: Int, in document: DocumentNode) -> Bool {
    guard case .sequence(let items)? = document["architectures"]?.content, place < items.count else { return false }
    return items[place]["with"]?[parameter] != nil
  }

  private func report(_ error: DiagnosticList, at levels: [FactorLevel], _ factors: MappingReader) {
    let point = levels.map { "\($0.factor)=\($0.value.text)" }.joined(separator: ", ")
    for finding in error.diagnostics where finding.severity == .error {
      findings.error(
        finding.code, at: factors.node.location, "with \(point): \(finding.problem)", remedy: finding.remedy)
    }
  }
}

extension DocumentNode {
  /// The same mapping without one of its keys.
  func without(_ key: String) -> DocumentNode {
    guard case .mapping(let pairs) = content else { return self }
    return DocumentNode(location: location, content: .mapping(pairs.filter { $0.key.text != key }))
  }
}

import Diagnostics
import RunRecords

/// Reads the sweep of an experiment with swarms: any key of what is played can be varied, by its path.
///
/// Each design point is the file with the levels in place, read like any other; so what is wrong with a level is found
/// by the checks that the file goes through.
struct SwarmSweepReader {
  private static let mostCells = 10_000
  private static let varied = ["architectures", "backends", "swarm", "workload"]
  /// Keys that say what others mean: at another level those others would not be what they are.
  private static let notVaried = ["name", "kind", "preset", "base"]

  /// A factor with what the file has of it.
  private struct Written {
    let factor: SwarmExperiment.Sweep.Factor
    let key: DocumentNode
    /// One for each level.
    let overrides: [Override]
  }

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
    let example = "{swarm.budget.calls: [3, 5]}"
    let reader = sweep.required("factors", for: example).flatMap {
      MappingReader($0, title: "'factors'", example: example, findings: findings)
    }
    sweep.finish()
    guard let reader else { return result }
    let written = factors(reader)
    result.factors = written.map(\.factor)
    // What is wrong without the sweep would be found again at its points.
    guard !written.isEmpty, !findings.hasErrors, isPossible(result, at: reader.node) else {
      return SwarmExperiment.Sweep()
    }
    result.points = points(of: result, written)
    return result
  }

  private func factors(_ reader: MappingReader) -> [Written] {
    if reader.pairs.isEmpty {
      let nothing: [Written]? = reader.wrongType(
        reader.node, "one or more factors", example: "{swarm.budget.calls: [3, 5]}")
      return nothing ?? []
    }
    let paths = reader.pairs.compactMap { $0.key.text }
    return zip(reader.pairs, Self.shortNames(of: paths)).compactMap { factor($0, called: $1, reader) }
  }

  /// The last keys of paths; where several end alike, behind the keys that tell them apart: `a.accuracy`, `b.accuracy`.
  static func shortNames(of paths: [String]) -> [String] {
    let keys = paths.map { $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
    let names = keys.map { own -> String in
      let alike = keys.filter { $0.last == own.last }
      let telling = own.indices.dropLast().filter { place in
        alike.contains { $0.count != own.count || $0[place] != own[place] }
      }
      return (telling.map { own[$0] } + own.suffix(1)).joined(separator: ".")
    }
    return Set(names).count == names.count ? names : paths
  }

  private func factor(
    _ pair: (key: DocumentNode, value: DocumentNode), called name: String, _ reader: MappingReader
  ) -> Written? {
    let path = pair.key.text ?? ""
    let written = LevelReader(reader: reader, parameter: nil, name: path).levels(pair.value)
    let levels = whole(written, at: pair.key) ?? written
    var items = [DocumentNode](
      repeating: DocumentNode(location: pair.value.location, content: .scalar("", isPlain: true)), count: levels.count)
    if case .sequence(let listed) = pair.value.content, !levels.isEmpty { items = listed }
    do throws(DiagnosticList) {
      var overrides: [Override] = []
      // A level of a range is written nowhere; it stands where the range does.
      for (item, level) in zip(items, levels) {
        let node =
          item.isNull && level.text != "~"
          ? DocumentNode(location: item.location, content: .scalar(level.text, isPlain: true)) : item
        overrides.append(try Override(path: pair.key, value: node))
      }
      guard let first = overrides.first, canVary(first.keys, at: pair.key) else { return nil }
      return Written(
        factor: SwarmExperiment.Sweep.Factor(path: path, name: name, levels: levels), key: pair.key,
        overrides: overrides)
    } catch {
      for finding in error.diagnostics {
        findings.error(finding.code, at: finding.location, finding.problem, remedy: finding.remedy)
      }
      return nil
    }
  }

  /// The levels of a range in whole numbers, where the key takes no others; which it does is seen by trying.
  private func whole(_ levels: [ParameterValue], at path: DocumentNode) -> [ParameterValue]? {
    let numbers = levels.compactMap(\.number)
    // No key takes whole numbers beyond these; an Int would not hold them.
    guard numbers.allSatisfy({ abs($0) < 1e15 }),
      let fraction = levels.first(where: { $0.number.map { $0 != $0.rounded() } ?? false })
    else { return nil }
    func isPossible(_ level: ParameterValue) -> Bool {
      let value = DocumentNode(location: path.location, content: .scalar(level.text, isPlain: true))
      do throws(DiagnosticList) {
        var document = root.without("sweep")
        try Override(path: path, value: value).apply(to: &document)
        _ = try read(document)
        return true
      } catch {
        return false
      }
    }
    let rounded = LevelReader.wholeNumbers(numbers)
    guard rounded.contains(where: isPossible), !isPossible(fraction) else { return nil }
    return rounded
  }

  private func canVary(_ keys: [String], at place: DocumentNode) -> Bool {
    guard let head = keys.first, let last = keys.last else { return false }
    if !Self.varied.contains(head) {
      let hint = nearestMatch(to: head, among: Self.varied).map { ". Did you mean '\($0)'?" } ?? ""
      findings.error(
        "contradiction", at: place.location, "'\(shortened(head))' cannot be varied",
        remedy: "vary a key of " + Self.varied.joined(separator: ", ") + hint)
      return false
    }
    guard keys.count > 1, !Self.notVaried.contains(last) else {
      let whole = keys.count == 1
      findings.error(
        "contradiction", at: place.location, "'\(shortened(whole ? head : last))' cannot be varied",
        remedy: whole
          ? "vary a key within it, for instance '\(head == "workload" ? "workload.tasks" : "swarm.budget.calls")'"
          : "compare architectures side by side, or vary numbers; a profile is varied under 'backends.NAME.profile'")
      return false
    }
    return true
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
      "the sweep has \(points < 1e15 ? plain(points) : "very many") design points for each of \(base.architectures.count) architectures",
      remedy: "at most \(Self.mostCells) cells in all")
    return false
  }

  private func points(of sweep: SwarmExperiment.Sweep, _ written: [Written]) -> [SwarmExperiment.Sweep.Point] {
    let counts = written.map { [Int]($0.overrides.indices) }
    let places = sweep.design.points(written.indices.map { (name: "", levels: counts[$0].map { .integer($0) }) })
    let allLevels = sweep.design.points(sweep.factors.map { (name: $0.name, levels: $0.levels) })
    let plain = root.without("sweep")
    var points: [SwarmExperiment.Sweep.Point] = []
    var seen: [String: [FactorLevel]] = [:]
    for (place, levels) in zip(places, allLevels) {
      do throws(DiagnosticList) {
        var document = plain
        for (factor, index) in zip(written, place) {
          guard case .integer(let index) = index.value else { continue }
          try factor.overrides[index].apply(to: &document)
        }
        let swarm = try read(document)
        if let twin = seen.updateValue(levels, forKey: swarm.meaning) {
          throw DiagnosticList(
            "contradiction", at: differing(twin, levels, written).location,
            "it is the same as with \(Self.named(twin))", remedy: "leave out what changes nothing")
        }
        points.append(SwarmExperiment.Sweep.Point(levels: levels, swarm: swarm))
      } catch {
        // One point is enough: the others have the same fault, or none.
        for finding in error.diagnostics where finding.severity == .error {
          findings.error(
            finding.code, at: finding.location, "with \(Self.named(levels)): \(finding.problem)",
            remedy: finding.remedy)
        }
        return []
      }
    }
    return points
  }

  /// The key of the first factor whose level is not the same at two points.
  private func differing(_ lhs: [FactorLevel], _ rhs: [FactorLevel], _ written: [Written]) -> DocumentNode {
    zip(zip(lhs, rhs), written).first { $0.0.0 != $0.0.1 }?.1.key ?? root
  }

  private static func named(_ levels: [FactorLevel]) -> String {
    levels.map { "\($0.factor)=\($0.value.text)" }.joined(separator: ", ")
  }

  /// The experiment at a point.
  private func read(_ document: DocumentNode) throws(DiagnosticList) -> SwarmExperiment {
    let reader = file.separate()
    guard let mapping = MappingReader(document, title: "an experiment file", findings: reader.findings),
      let swarm = reader.swarm(mapping, asIn: base), !reader.findings.hasErrors
    else { throw DiagnosticList(reader.findings.sorted(from: file.source)) }
    reader.checkSwarm(swarm, document)
    guard !reader.findings.hasErrors else { throw DiagnosticList(reader.findings.sorted(from: file.source)) }
    return swarm
  }
}

extension SwarmExperiment {
  /// All that changes what the experiment gives, in a word: two with the same are one.
  fileprivate var meaning: String {
    ConfigurationValue.mapping([
      ("workload", workload.configuration), ("cast", castConfiguration), ("budget", budget.configuration),
      ("architectures", .list(architectures.map(\.configuration))), ("agents", .integer(agents)),
    ]).digest
  }
}

extension DocumentNode {
  /// The same mapping without one of its keys.
  func without(_ key: String) -> DocumentNode {
    guard case .mapping(let pairs) = content else { return self }
    return DocumentNode(location: location, content: .mapping(pairs.filter { $0.key.text != key }))
  }
}

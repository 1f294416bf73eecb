import ColonyModels
import Diagnostics
import RunRecords

/// The keys of an experiment with a model of a colony.
extension ExperimentFileReader {
  /// The most cells that an experiment may have.
  private static let mostCells = 10_000

  func colony(_ reader: MappingReader) -> ColonyExperiment? {
    let model = reader.required("model", for: "double-bridge").flatMap {
      reader.choice($0, of: "model", allowed: Models.all.map { $0.name })
    }
    guard let model = model.flatMap(Models.named) else {
      // Without a model nobody can say which parameters there are.
      for key in ["with", "variants", "sweep", "outputs"] { _ = reader.value(key) }
      return nil
    }
    let title = "the parameters of '\(model.name)'"
    let common = reader.mapping("with", title: title).map { parameters(of: model, $0) } ?? [:]
    let variants = variants(reader, of: model, title, common)
    let sweep = sweep(reader, of: model, variants, given: Set(common.keys).union(variants.flatMap(\.given.keys)))
    let frames = frames(reader, of: model)
    guard !variants.isEmpty, let sweep else { return nil }
    return ColonyExperiment(model: model, variants: variants, sweep: sweep, frames: frames)
  }

  private func frames(_ reader: MappingReader, of model: any ColonyModel.Type) -> Int {
    let usual = model.picture == nil ? 0 : 40
    guard let outputs = reader.mapping("outputs", example: "{frames: 40}") else { return usual }
    let frames = outputs.value("frames")
    outputs.finish()
    guard let frames else { return usual }
    let count = outputs.integer(frames, key: "frames", in: 0...600)
    if model.picture == nil, let count, count > 0 {
      findings.error(
        "contradiction", at: frames.location, "'\(model.name)' draws no pictures", remedy: "leave 'frames' out")
    }
    return count ?? usual
  }

  private func parameters(of model: any ColonyModel.Type, _ with: MappingReader) -> [String: ParameterValue] {
    var given: [String: ParameterValue] = [:]
    for specification in model.parameters { given[specification.name] = with.parameter(specification) }
    with.finish()
    return given
  }

  private func variants(
    _ reader: MappingReader, of model: any ColonyModel.Type, _ title: String, _ common: [String: ParameterValue]
  ) -> [ColonyExperiment.Variant] {
    guard let node = reader.value("variants") else {
      return [ColonyExperiment.Variant(name: model.name, given: common)]
    }
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      let nothing: [ColonyExperiment.Variant]? = reader.wrongType(
        node, "a list of one or more variants", example: "[{name: plain}, {name: other, with: {...}}]")
      return nothing ?? []
    }
    return items.compactMap { item in
      guard let entry = MappingReader(item, title: "a variant", example: "{name: plain}", findings: findings) else {
        return nil
      }
      let name = entry.required("name", for: "plain").flatMap { entry.slug($0, "the name of a variant") }
      let own = entry.mapping("with", title: title).map { parameters(of: model, $0) } ?? [:]
      entry.finish()
      return name.map { ColonyExperiment.Variant(name: $0, given: common.merging(own) { _, own in own }) }
    }
  }

  private func sweep(
    _ reader: MappingReader, of model: any ColonyModel.Type, _ variants: [ColonyExperiment.Variant],
    given: Set<String>
  ) -> ColonyExperiment.Sweep? {
    var result = ColonyExperiment.Sweep()
    guard let sweep = reader.mapping("sweep", example: "{factors: {with.ants: [100, 1000]}}") else { return result }
    let design = sweep.choice(
      "design", default: result.design.rawValue, allowed: SweepDesign.allCases.map(\.rawValue))
    result.design = SweepDesign(rawValue: design) ?? result.design
    let factors = sweep.required("factors", for: "{with.ants: [100, 1000]}").flatMap {
      MappingReader($0, title: "'factors'", example: "{with.ants: [100, 1000]}", findings: findings)
    }
    sweep.finish()
    guard let factors else { return nil }
    if factors.pairs.isEmpty {
      return factors.wrongType(factors.node, "one or more factors", example: "{with.ants: [100, 1000]}")
    }
    for (key, value) in factors.pairs {
      guard let parameter = factor(key, of: model, factors, given) else { continue }
      let levels = LevelReader(reader: factors, parameter: parameter).levels(value)
      guard !levels.isEmpty else { continue }
      result.factors.append(ColonyExperiment.Factor(parameter: parameter, levels: levels))
    }
    checkSize(of: result, variants: variants.count, at: factors.node)
    return result
  }

  /// The parameter that a key names.
  private func factor(
    _ key: DocumentNode, of model: any ColonyModel.Type, _ factors: MappingReader, _ given: Set<String>
  ) -> ParameterSpecification? {
    let names = model.parameters.map { "with." + $0.name }
    if let bare = key.text, model.parameters.contains(where: { $0.name == bare }) {
      findings.error(
        "unknown-name", at: key.location, "a factor is a parameter under its path, and '\(bare)' is the bare name",
        remedy: "write 'with.\(bare)'")
      return nil
    }
    guard let name = factors.choice(key, of: "factor", allowed: names) else { return nil }
    guard let parameter = model.parameters.first(where: { "with." + $0.name == name }) else { return nil }
    if given.contains(parameter.name) {
      findings.error(
        "contradiction", at: key.location, "'\(parameter.name)' is varied here and given a value under 'with'",
        remedy: "leave one of the two out")
      return nil
    }
    return parameter
  }

  private func checkSize(of sweep: ColonyExperiment.Sweep, variants: Int, at node: DocumentNode) {
    let counts = sweep.factors.map(\.levels.count)
    if sweep.design == .zip, Set(counts).count > 1 {
      findings.error(
        "contradiction", at: node.location,
        "the factors of a zip have \(counts.map(String.init).joined(separator: ", ")) levels",
        remedy: "give all of them the same number of levels, or write 'design: grid'")
      return
    }
    // Numbers, not whole numbers: a grid of many long ranges is more than one of those holds.
    let points = sweep.design == .grid ? counts.reduce(1) { $0 * Double($1) } : Double(counts.first ?? 1)
    guard points * Double(max(1, variants)) > Double(Self.mostCells) else { return }
    let ofVariants = variants > 1 ? " for each of \(variants) variants" : ""
    findings.error(
      "out-of-range", at: node.location, "the sweep has \(plain(points)) design points\(ofVariants)",
      remedy: "at most \(Self.mostCells) cells in all")
  }
}

import Agents
import Diagnostics

/// Reads the entries of `backends`, and the profiles that they name.
struct NamedBackends {
  let files: ExperimentFileReader.FileAccess

  /// The backend of an experiment that names none.
  static let fallback = SwarmExperiment.NamedBackend(name: "mock", profile: ModelProfile())

  func read(_ reader: MappingReader, name: String) -> SwarmExperiment.NamedBackend {
    var backend = Self.fallback
    backend.name = name
    // The one that is there without being named is a profile without being called one.
    let isFallback = name == Self.fallback.name
    let node = isFallback ? reader.value("kind") : reader.required("kind", for: "profile")
    let kind = node.flatMap { reader.choice($0, of: "kind", allowed: ["profile", "openai", "recorded"]) }
    switch kind {
    case "openai":
      if let settings = LiveBackendReader(reader: reader).read() {
        backend.world = .live(settings)
        backend.profile.serving.price = settings.price
      }
    case "recorded":
      let source = reader.required("of", for: "local").flatMap {
        $0.text ?? reader.wrongType($0, "the name of a live backend", example: "local")
      }
      // Whose record it is, is looked up when all are read.
      backend.world = .recorded(LiveSettings(baseURL: "", model: ""), of: source ?? "")
    default:
      if let node = reader.value("profile") { backend.profile = profile(node, reader) ?? backend.profile }
      ServingReader.readTerms(reader, &backend.profile.serving)
    }
    reader.finish()
    return backend
  }

  /// The backends, each record with the settings of the endpoint that it is of.
  func resolved(
    _ all: [(backend: SwarmExperiment.NamedBackend, node: DocumentNode)], _ findings: FindingCollector
  ) -> [SwarmExperiment.NamedBackend] {
    all.map { entry in
      var backend = entry.backend
      guard case .recorded(_, let source) = backend.world, !source.isEmpty else { return backend }
      if case .live(let settings)? = all.first(where: { $0.backend.name == source })?.backend.world {
        backend.world = .recorded(settings, of: source)
        backend.profile.serving.price = settings.price
        return backend
      }
      let live = all.map(\.backend).filter { if case .live = $0.world { true } else { false } }.map(\.name)
      findings.error(
        "unknown-name", at: entry.node["of"]?.location ?? entry.node.location,
        "no live backend is named '\(shortened(source))'",
        remedy: live.isEmpty
          ? "add one of kind 'openai'"
          : "there are: " + live.joined(separator: ", ")
            + (nearestMatch(to: source, among: live).map { ". Did you mean '\($0)'?" } ?? ""))
      return backend
    }
  }

  /// A profile is the name of a preset, the path of a file, or the keys of such a file in place.
  private func profile(_ node: DocumentNode, _ reader: MappingReader) -> ModelProfile? {
    guard let path = node.text else {
      guard let section = MappingReader(node, title: "'profile'", findings: reader.findings) else { return nil }
      let base = section.value("base").flatMap { base -> ModelProfile? in
        base.text == nil
          ? section.wrongType(base, "the name of a profile, or a path", example: "default") : profile(base, section)
      }
      return ProfileReader.read(section, base: base ?? ModelProfile())
    }
    if let preset = ProfilePresets.named(path) { return preset.profile }
    guard let file = files(path) else {
      let names = ProfilePresets.all.map(\.name)
      let hint = nearestMatch(to: path, among: names).map { ". Did you mean '\($0)'?" } ?? ""
      reader.findings.error(
        "missing-file", at: node.location, "the profile '\(shortened(path))' cannot be read",
        remedy: "write a path relative to the experiment file, or one of: " + names.joined(separator: ", ") + hint)
      return nil
    }
    do {
      let root = try DocumentReader.read(
        file.bytes, source: file.source, ifEmpty: "write 'profile: default' for the built-in profile")
      return MappingReader(root, title: "a profile", findings: reader.findings).map { ProfileReader.read($0) }
    } catch {
      for finding in error.diagnostics {
        reader.findings.error(finding.code, at: finding.location, finding.problem, remedy: finding.remedy)
      }
      return nil
    }
  }
}

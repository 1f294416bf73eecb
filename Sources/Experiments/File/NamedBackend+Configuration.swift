import Agents

extension SwarmExperiment.NamedBackend {
  var configuration: ConfigurationValue {
    switch world {
    case .simulated: profileConfiguration
    case .live(let settings): settings.configuration
    case .recorded(_, let source): .mapping([("kind", .word("recorded")), ("of", .name(source))])
    }
  }

  /// What changes a run: not what an endpoint is called.
  var behaviour: ConfigurationValue {
    guard case .recorded(let settings, _) = world else { return configuration }
    return .mapping([("kind", .word("recorded")), ("of", settings.configuration)])
  }

  private var profileConfiguration: ConfigurationValue {
    .mapping([
      ("kind", .word("profile")), ("profile", .mapping(profile.worker.configuration + profile.serving.configuration)),
      ("concurrency", .integer(profile.serving.concurrency)),
      (
        "price",
        .mapping([
          ("input", .quantity(profile.serving.price.input, "USD per Mtoken")),
          ("output", .quantity(profile.serving.price.output, "USD per Mtoken")),
        ])
      ),
    ])
  }
}

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
      ("concurrency", .integer(profile.serving.concurrency)), ("price", profile.serving.price.configuration),
    ])
  }
}

extension TokenPrice {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("input", .quantity(input, "USD per Mtoken")), ("output", .quantity(output, "USD per Mtoken")),
    ]
    // Where nothing is said, cached tokens cost what others do.
    if cached != input { pairs.append(("cached", .quantity(cached, "USD per Mtoken"))) }
    return .mapping(pairs)
  }
}

import Agents

extension SwarmExperiment.NamedBackend {
  var configuration: ConfigurationValue {
    let terms = profile.serving.price
    var price: [(key: String, value: ConfigurationValue)] = [
      ("input", .quantity(terms.input, "USD per Mtoken")), ("output", .quantity(terms.output, "USD per Mtoken")),
    ]
    // Where nothing is said, cached tokens cost what others do.
    if terms.cached != terms.input { price.append(("cached", .quantity(terms.cached, "USD per Mtoken"))) }
    return .mapping([
      ("kind", .word("profile")), ("profile", .mapping(profile.worker.configuration + profile.serving.configuration)),
      ("concurrency", .integer(profile.serving.concurrency)), ("price", .mapping(price)),
    ])
  }
}

import Agents

extension SwarmExperiment.NamedBackend {
  var configuration: ConfigurationValue {
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

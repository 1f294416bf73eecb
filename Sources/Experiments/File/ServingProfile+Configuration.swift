import Agents

extension ServingProfile {
  var configuration: [(key: String, value: ConfigurationValue)] {
    [
      (
        "tokens",
        .mapping([
          ("prompt", promptTokens.lognormalConfiguration), ("completion", completionTokens.lognormalConfiguration),
        ])
      ),
      (
        "latency",
        .mapping([("first_token", firstToken.configuration(" s")), ("speed", speed.configuration(" per s"))])
      ),
    ]
  }
}

extension Lognormal {
  func configuration(_ unit: String) -> ConfigurationValue {
    .word("lognormal(\(plain(median))\(unit), \(plain(sigma)))")
  }
}

extension TokenSampler {
  var lognormalConfiguration: ConfigurationValue {
    if case .lognormal(let base) = self { base.configuration("") } else { .word("1") }
  }
}

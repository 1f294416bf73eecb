import Agents

/// A key and what stands under it.
private typealias Pairs = [(key: String, value: ConfigurationValue)]

extension ServingProfile {
  var configuration: [(key: String, value: ConfigurationValue)] {
    var pairs: Pairs = [
      (
        "tokens",
        .mapping([
          ("prompt", promptTokens.configuration), ("completion", completionTokens.configuration),
          ("short_completion", shortCompletionTokens.configuration),
        ])
      ),
      (
        "latency",
        .mapping([("first_token", firstToken.configuration(" s")), ("speed", speed.configuration(" per s"))])
      ),
      ("serving", service),
      (
        "failures",
        .mapping([
          ("timeouts", .number(failures.timeouts)), ("server_errors", .number(failures.serverErrors)),
          ("empty", .number(failures.empty)), ("malformed", .number(failures.malformed)),
          ("timeout", .quantity(failures.timeout, "s")),
        ])
      ),
      ("rate_limit", limit), ("retries", again),
    ]
    if let outages {
      pairs.append(
        (
          "outages",
          .mapping([("availability", .number(outages.availability)), ("mean", .quantity(outages.meanSeconds, "s"))])
        ))
    }
    return pairs
  }

  private var service: ConfigurationValue {
    var pairs: Pairs = [
      ("kind", .word(engine == nil ? "hosted" : "batching")), ("overflow", .word(overflow.rawValue)),
      ("caching", .word(caching.rawValue)), ("cached_share", .number(cachedShare)),
    ]
    if let engine { pairs.append(("engine", engine.configuration)) }
    if let contextWindow { pairs.append(("context_window", .integer(contextWindow.value))) }
    return .mapping(pairs)
  }

  /// What is without limit has no key.
  private var limit: ConfigurationValue {
    var pairs: Pairs = [("burst", .quantity(rateLimit.burst, "s")), ("excess", .word(rateLimit.excess.rawValue))]
    if rateLimit.requests < .infinity { pairs.append(("requests_per_minute", .number(rateLimit.requests))) }
    if rateLimit.tokens < .infinity { pairs.append(("tokens_per_minute", .number(rateLimit.tokens))) }
    return .mapping(pairs)
  }

  private var again: ConfigurationValue {
    var pairs: Pairs = [
      ("limit", .integer(retries.limit)), ("base", .quantity(retries.base, "s")), ("factor", .number(retries.factor)),
      ("longest", .quantity(retries.longest, "s")), ("jitter", .word(retries.jitter.rawValue)),
    ]
    if retries.budget < .infinity { pairs.append(("budget", .number(retries.budget))) }
    return .mapping(pairs)
  }
}

extension EngineProfile {
  fileprivate var configuration: ConfigurationValue {
    var pairs: Pairs = [
      ("prefill_floor_ms", .number(prefillFloor)), ("prefill_base_ms", .number(prefillBase)),
      ("prefill_token_ms", .number(prefillToken)), ("step_base_ms", .number(stepBase)),
      ("step_call_ms", .number(stepCall)), ("step_token_ms", .number(stepToken)), ("max_batch", .integer(maximumBatch)),
    ]
    if EngineProfile.named(name) != nil { pairs.append(("preset", .word(name))) }
    return .mapping(pairs)
  }
}

extension TokenSampler {
  fileprivate var configuration: ConfigurationValue {
    switch self {
    case .lognormal(let lognormal): lognormal.configuration("")
    case .empirical(let quantiles):
      .mapping([
        ("empirical", .list(quantiles.points.map { .list([.number($0.share), .number($0.tokens)]) }))
      ])
    }
  }
}

extension Lognormal {
  func configuration(_ unit: String) -> ConfigurationValue {
    .word("lognormal(\(plain(median))\(unit), \(plain(sigma)))")
  }
}

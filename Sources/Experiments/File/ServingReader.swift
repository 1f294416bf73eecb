import Agents
import Diagnostics

/// Reads the part of a profile that says how a model is served.
enum ServingReader {
  static func read(_ reader: MappingReader, _ serving: inout ServingProfile) {
    if let section = reader.mapping("tokens") {
      serving.promptTokens = section.tokens("prompt", of: \.prompt, default: serving.promptTokens)
      serving.completionTokens = section.tokens("completion", of: \.completion, default: serving.completionTokens)
      serving.shortCompletionTokens = section.tokens(
        "short_completion", of: \.completion, default: serving.shortCompletionTokens)
      section.finish()
    }
    if let section = reader.mapping("latency") {
      serving.firstToken = section.lognormal("first_token", .duration, default: serving.firstToken)
      serving.speed = section.lognormal("speed", .rate, default: serving.speed)
      section.finish()
    }
    if let section = reader.mapping("serving", example: "{kind: batching, engine: llama-2-70b-8xh100}") {
      readService(section, &serving)
      section.finish()
    }
    readFailures(reader, &serving)
    if let section = reader.mapping("outages", example: "{availability: 0.9946, mean: 10 min}") {
      serving.outages = OutageProfile(
        availability: section.share("availability", default: OutageProfile().availability, in: 1e-6...1),
        meanSeconds: section.quantity("mean", .duration, default: OutageProfile().meanSeconds, in: 1e-3...1e9))
      section.finish()
    }
    if let section = reader.mapping("rate_limit", example: "{requests_per_minute: 500, tokens_per_minute: 200000}") {
      readLimit(section, &serving.rateLimit)
      section.finish()
    }
    if let section = reader.mapping("retries", example: "{limit: 2, base: 500 ms}") {
      readRetries(section, &serving.retries)
      section.finish()
    }
  }

  /// The keys that stand beside `profile` in a backend: what is bought of the service.
  static func readTerms(_ reader: MappingReader, _ serving: inout ServingProfile) {
    serving.concurrency = reader.integer("concurrency", default: serving.concurrency, in: 1...1_000_000)
    serving.price = price(reader) ?? serving.price
  }

  /// What stands under `price`; `nil` where nothing does.
  static func price(_ reader: MappingReader) -> TokenPrice? {
    guard let price = reader.mapping("price", example: "{input: 0.15 USD per Mtoken, output: 0.6 USD per Mtoken}")
    else { return nil }
    defer { price.finish() }
    let input = price.quantity("input", .pricePerMillionTokens, default: 0, in: 0...1e6)
    return TokenPrice(
      input: input, output: price.quantity("output", .pricePerMillionTokens, default: 0, in: 0...1e6),
      cached: price.quantity("cached", .pricePerMillionTokens, default: input, in: 0...1e6))
  }

  private static func readService(_ section: MappingReader, _ serving: inout ServingProfile) {
    let kind = section.choice(
      "kind", default: serving.engine == nil ? "hosted" : "batching", allowed: ["hosted", "batching"])
    let node = section.value("engine")
    if kind == "batching" {
      serving.engine = node.flatMap { engine($0, section) } ?? serving.engine ?? standardEngine
    } else {
      serving.engine = nil
      if let node {
        section.findings.error(
          "contradiction", at: node.location, "a hosted service has no engine of its own",
          remedy: "write 'kind: batching', or leave 'engine' out")
      }
    }
    if let window = section.value("context_window") {
      serving.contextWindow = section.integer(window, key: "context_window", in: 1...1_000_000_000).map {
        TokenCount($0)
      }
    }
    serving.overflow = section.choice("overflow", default: serving.overflow)
    serving.caching = section.choice("caching", default: serving.caching)
    serving.cachedShare = section.share("cached_share", default: serving.cachedShare, in: 0...1)
  }

  private static let standardEngine = EngineProfile.named("llama-2-70b-8xh100")

  /// An engine is the name of a fitted one, or its numbers.
  private static func engine(_ node: DocumentNode, _ section: MappingReader) -> EngineProfile? {
    let names = EngineProfile.all.map(\.name)
    if node.text != nil {
      return section.choice(node, of: "engine", allowed: names).flatMap { EngineProfile.named($0) }
    }
    guard let numbers = MappingReader(node, title: "'engine'", findings: section.findings),
      var engine = standardEngine
    else { return nil }
    engine.name = "custom"
    if let preset = numbers.value("preset") {
      engine = numbers.choice(preset, of: "preset", allowed: names).flatMap { EngineProfile.named($0) } ?? engine
    }
    engine.prefillFloor = numbers.number("prefill_floor_ms", default: engine.prefillFloor, in: 1e-6...1e9)
    engine.prefillBase = numbers.number("prefill_base_ms", default: engine.prefillBase, in: -1e9...1e9)
    engine.prefillToken = numbers.number("prefill_token_ms", default: engine.prefillToken, in: 0...1e6)
    engine.stepBase = numbers.number("step_base_ms", default: engine.stepBase, in: 1e-6...1e9)
    engine.stepCall = numbers.number("step_call_ms", default: engine.stepCall, in: 0...1e6)
    engine.stepToken = numbers.number("step_token_ms", default: engine.stepToken, in: 0...1e6)
    engine.maximumBatch = numbers.integer("max_batch", default: engine.maximumBatch, in: 1...100_000)
    numbers.finish()
    return engine
  }

  private static func readFailures(_ reader: MappingReader, _ serving: inout ServingProfile) {
    guard let node = reader.value("failures") else { return }
    if node.text != nil {
      let word = reader.choice(node, of: "failures", allowed: ["none", "typical"])
      serving.failures = word == "typical" ? .typical : FailureRates()
      return
    }
    guard let section = MappingReader(node, title: "'failures'", findings: reader.findings) else { return }
    var rates = FailureRates()
    rates.timeouts = section.share("timeouts", default: 0, in: 0...1)
    rates.serverErrors = section.share("server_errors", default: 0, in: 0...1)
    rates.empty = section.share("empty", default: 0, in: 0...1)
    rates.malformed = section.share("malformed", default: 0, in: 0...1)
    rates.timeout = section.quantity("timeout", .duration, default: rates.timeout, in: 1e-3...1e6)
    section.finish()
    guard rates.total <= 1 else {
      reader.findings.error(
        "contradiction", at: node.location, "the probabilities of 'failures' add up to more than 1",
        remedy: "an attempt goes wrong in one way at most")
      return
    }
    serving.failures = rates
  }

  private static func readLimit(_ section: MappingReader, _ limit: inout RateLimit) {
    if let node = section.value("requests_per_minute") {
      limit.requests =
        section.quantity(node, key: "requests_per_minute", .none, in: 1e-3...1e12) ?? limit.requests
    }
    if let node = section.value("tokens_per_minute") {
      limit.tokens = section.quantity(node, key: "tokens_per_minute", .none, in: 1e-3...1e15) ?? limit.tokens
    }
    limit.burst = section.quantity("burst", .duration, default: limit.burst, in: 1e-3...1e6)
    limit.excess = section.choice("excess", default: limit.excess)
  }

  private static func readRetries(_ section: MappingReader, _ retries: inout RetryPolicy) {
    retries.limit = section.integer("limit", default: retries.limit, in: 0...1_000)
    retries.base = section.quantity("base", .duration, default: retries.base, in: 0...1e6)
    retries.factor = section.number("factor", default: retries.factor, in: 1...1e3)
    retries.longest = section.quantity("longest", .duration, default: retries.longest, in: 0...1e6)
    retries.jitter = section.choice("jitter", default: retries.jitter)
    if let node = section.value("budget") {
      retries.budget = section.quantity(node, key: "budget", .none, in: 0...1_000) ?? retries.budget
    }
  }
}

extension MappingReader {
  /// One of the cases of a type.
  fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default fallback: Choice
  ) -> Choice {
    Choice(rawValue: choice(key, default: fallback.rawValue, allowed: Choice.allCases.map(\.rawValue))) ?? fallback
  }
}

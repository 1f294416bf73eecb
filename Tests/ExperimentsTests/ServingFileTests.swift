import Agents
import Diagnostics
import Experiments
import Testing

@Suite("Serving in a file")
struct ServingFileTests {
  /// The service of an experiment whose backend has a profile of these lines.
  private func serving(_ profile: String, terms: String = "") throws -> ServingProfile {
    try file(profile, terms: terms).swarm.backend.profile.serving
  }

  private func file(_ profile: String, terms: String = "") throws -> ExperimentFile {
    let lines = profile.split(separator: "\n").map { "      \($0)\n" }.joined()
    return try SampleFile.file(
      SampleFile.smallest + "swarm: {backend: b}\nbackends:\n  b:\n    kind: profile\n    profile:\n      format: 1\n"
        + lines + terms)
  }

  private static let everything = """
    tokens: {prompt: azure-conv-2023, completion: {empirical: [[0, 10], [0.5, 130.5], [1, 900]]}, short_completion: 9}
    latency: {first_token: 1 s, speed: 50 per s}
    serving:
      kind: batching
      engine: {preset: bloom-176b-8xh100, max_batch: 8, step_token_ms: 0.0003}
      context_window: 8192
      overflow: fail
      caching: prefix
      cached_share: 90 %
    failures: {timeouts: 2 %, server_errors: 0.01, empty: 0.003, malformed: 0.004, timeout: 30 s}
    outages: {availability: 99 %, mean: 5 min}
    rate_limit: {requests_per_minute: 500, tokens_per_minute: 200000, burst: 10 s, excess: wait}
    retries: {limit: 5, base: 250 ms, factor: 3, longest: 20 s, jitter: equal, budget: 0.1}
    """

  @Test("Every profile as a file reads back as the same", arguments: ProfilePresets.all.map(\.name))
  func printed(name: String) throws {
    let preset = try #require(ProfilePresets.named(name))
    let profile = try file(preset.profile.yaml.replacing("format: 1\n", with: "")).swarm.backend.profile
    var expected = preset.profile
    // What a backend pays and how many it serves stand outside of the profile.
    expected.serving.price = profile.serving.price
    expected.serving.concurrency = profile.serving.concurrency
    #expect(profile == expected)
  }

  @Test("Every key is read, with its unit")
  func full() throws {
    let serving = try serving(Self.everything)
    var expected = ServingProfile()
    let trace = try #require(TokenTrace.named("azure-conv-2023"))
    expected.promptTokens = .empirical(trace.prompt)
    expected.completionTokens = .empirical(TokenQuantiles([.init(0, 10), .init(0.5, 130.5), .init(1, 900)]))
    expected.shortCompletionTokens = .lognormal(median: 9, sigma: 0)
    expected.firstToken = Lognormal(median: 1, sigma: 0)
    expected.speed = Lognormal(median: 50, sigma: 0)
    expected.engine = EngineProfile.named("bloom-176b-8xh100")
    expected.engine?.maximumBatch = 8
    expected.engine?.stepToken = 0.0003
    expected.contextWindow = TokenCount(8_192)
    (expected.overflow, expected.caching, expected.cachedShare) = (.fail, .prefix, 0.9)
    (expected.failures.timeouts, expected.failures.serverErrors) = (0.02, 0.01)
    (expected.failures.empty, expected.failures.malformed, expected.failures.timeout) = (0.003, 0.004, 30)
    expected.outages = OutageProfile(availability: 0.99, meanSeconds: 300)
    (expected.rateLimit.requests, expected.rateLimit.tokens) = (500, 200_000)
    (expected.rateLimit.burst, expected.rateLimit.excess) = (10, .wait)
    (expected.retries.limit, expected.retries.base, expected.retries.factor) = (5, 0.25, 3)
    (expected.retries.longest, expected.retries.jitter, expected.retries.budget) = (20, .equal, 0.1)
    #expect(serving == expected)
  }

  @Test(
    "The resolved file reads as the same service",
    arguments: [
      "", everything, "failures: typical", "serving: {kind: batching}",
      "serving: {engine: llama-2-70b-8xa100, kind: batching}",
      "serving: {kind: batching, engine: {prefill_base_ms: -0.1, step_call_ms: 0.7}}",
      "tokens: {prompt: azure-code-2023}",
      "retries: {limit: 0}", "rate_limit: {tokens_per_minute: 1e5}", "outages: {}",
    ])
  func roundTrip(profile: String) throws {
    let file = try file(profile)
    let again = try SampleFile.file(file.resolvedYAML)
    #expect(again.swarm.backend.profile.serving == file.swarm.backend.profile.serving)
    #expect(again.configurationHash == file.configurationHash)
  }

  @Test("Cached tokens have a price of their own where one is given")
  func cachedPrice() throws {
    let usual = try serving("", terms: "    price: {input: 2 USD per Mtoken}\n")
    #expect(usual.price == TokenPrice(input: 2, output: 0))
    let terms = "    price: {input: 2 USD per Mtoken, cached: 0.5 USD per Mtoken}\n"
    #expect(try serving("", terms: terms).price == TokenPrice(input: 2, output: 0, cached: 0.5))
    let again = try SampleFile.file(try file("", terms: terms).resolvedYAML)
    #expect(again.swarm.backend.profile.serving.price == TokenPrice(input: 2, output: 0, cached: 0.5))
  }

  @Test(
    "What is wrong is said",
    arguments: [
      ("failures: {timeouts: 0.7, empty: 0.6}", "contradiction"), ("failures: often", "unknown-name"),
      ("serving: {engine: llama-2-70b-8xh100}", "contradiction"),
      ("serving: {kind: batching, engine: llama}", "unknown-name"),
      ("tokens: {prompt: {empirical: [[0, 1], [0.9, 2]]}}", "contradiction"),
      ("tokens: {prompt: {empirical: [1, 2]}}", "wrong-type"), ("tokens: {prompt: azure}", "wrong-type"),
      ("outages: {availability: 1.5}", "out-of-range"), ("retries: {jitter: some}", "unknown-name"),
      ("rate_limit: {excess: wait, requests: 4}", "unknown-key"),
    ])
  func wrong(profile: String, code: String) throws {
    let list = try #require(throws: DiagnosticList.self) { try serving(profile) }
    #expect(list.diagnostics.map(\.code) == [code])
  }
}

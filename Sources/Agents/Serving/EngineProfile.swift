/// How long an engine with continuous batching takes over one iteration.
///
/// Prefill of x uncached prompt tokens: max(floor, a + b x) milliseconds. One decode step, in which each of n calls gets
/// one token while x tokens stand in the batch: c + d n + e x milliseconds. Linear fits to the measured table of
/// splitwise-sim (Patel et al. 2024, arXiv:2311.18677), batches of 1 to 64 and prompts of 128 to 8,192 tokens.
public struct EngineProfile: Sendable, Hashable {
  /// The `engine` in an experiment file; `custom` where the numbers stand in the file.
  public var name = "custom"
  /// Milliseconds of the shortest prefill.
  public var prefillFloor: Double
  /// Milliseconds of a prefill, without its tokens; may be below 0.
  public var prefillBase: Double
  /// Milliseconds a prompt token.
  public var prefillToken: Double
  /// Milliseconds of a decode step, without calls and tokens.
  public var stepBase: Double
  /// Milliseconds a call in the batch.
  public var stepCall: Double
  /// Milliseconds a token in the batch.
  public var stepToken: Double
  /// Calls that are decoded together, at least 1.
  public var maximumBatch = 64

  public init(
    _ name: String = "custom", prefillFloor: Double, prefillBase: Double, prefillToken: Double, stepBase: Double,
    stepCall: Double, stepToken: Double
  ) {
    self.name = name
    self.prefillFloor = prefillFloor
    self.prefillBase = prefillBase
    self.prefillToken = prefillToken
    self.stepBase = stepBase
    self.stepCall = stepCall
    self.stepToken = stepToken
  }

  /// Fitted engines, sorted by name; the fits' mean errors are 4 to 12 % of a prefill and about 2 % of a step.
  public static let all: [EngineProfile] = [
    EngineProfile(
      "bloom-176b-8xh100", prefillFloor: 48, prefillBase: -27, prefillToken: 0.156, stepBase: 35.2, stepCall: 0.30,
      stepToken: 0.000242),
    EngineProfile(
      "llama-2-70b-4xh100", prefillFloor: 51, prefillBase: -7, prefillToken: 0.108, stepBase: 28.7, stepCall: 0.28,
      stepToken: 0.000123),
    EngineProfile(
      "llama-2-70b-8xa100", prefillFloor: 67, prefillBase: -45, prefillToken: 0.195, stepBase: 43.6, stepCall: 0.20,
      stepToken: 0.000414),
    EngineProfile(
      "llama-2-70b-8xh100", prefillFloor: 54, prefillBase: -21, prefillToken: 0.096, stepBase: 29.6, stepCall: 0.20,
      stepToken: 0.000218),
  ]

  /// The fitted engine of a name, or `nil`.
  public static func named(_ name: String) -> EngineProfile? { all.first { $0.name == name } }

  /// Seconds of the prefill of so many tokens.
  public func prefillSeconds(tokens: Int) -> Double {
    max(prefillFloor, prefillBase + prefillToken * Double(tokens)) / 1_000
  }

  /// Seconds of so many decode steps of the same calls, the first of which finds so many tokens in the batch.
  ///
  /// Each step adds a token a call, so the times are an arithmetic series: k (c + d n + e x) + e n k (k - 1) / 2.
  public func decodeSeconds(steps: Int, calls: Int, tokens: Int) -> Double {
    let (k, n) = (Double(steps), Double(calls))
    let first = stepBase + stepCall * n + stepToken * Double(tokens)
    return (k * first + stepToken * n * (k * (k - 1) / 2)) / 1_000
  }

  /// The least number of steps that take at least so many seconds; 0 for none.
  func steps(lasting seconds: Double, calls: Int, tokens: Int) -> Int {
    let first = decodeSeconds(steps: 1, calls: calls, tokens: tokens)
    guard seconds > 0, first > 0 else { return 0 }
    // The positive root of growth k² / 2 + (first - growth / 2) k = seconds, which rounding may put one beside.
    let growth = stepToken * Double(calls) / 1_000
    let linear = first - growth / 2
    let root = 2 * seconds / (linear + (linear * linear + 2 * growth * seconds).squareRoot())
    var steps = max(1, Int(root.rounded(.up)))
    while steps > 1, decodeSeconds(steps: steps - 1, calls: calls, tokens: tokens) >= seconds { steps -= 1 }
    while decodeSeconds(steps: steps, calls: calls, tokens: tokens) < seconds { steps += 1 }
    return steps
  }
}

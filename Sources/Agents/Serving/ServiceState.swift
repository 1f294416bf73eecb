import RandomStreams
public import SimulationKernel

/// What never changes of a service; a class, since a copy of all its numbers would cost more than reading one.
final class ServiceTerms: Sendable {
  let name: String
  let serving: ServingModel
  let worker: WorkerModel
  let places: Int
  /// Prompt tokens; `Int.max` without limit.
  let window: Int
  let truncates: Bool
  let cachedShare: Double
  let holdsBack: Bool
  let retries: RetryPolicy
  let timeout: Double
  let price: TokenPrice

  init(_ name: String, _ serving: ServingModel, _ worker: WorkerModel) {
    self.name = name
    self.serving = serving
    self.worker = worker
    let profile = serving.profile
    places = profile.places
    window = profile.contextWindow?.value ?? .max
    truncates = profile.overflow == .truncate
    cachedShare = profile.cachedShare
    holdsBack = profile.rateLimit.excess == .wait
    retries = profile.retries
    timeout = profile.failures.timeout
    price = profile.price
  }

  /// What the worker answers; as a method, so that the worker is not copied.
  func reply(
    to request: CompletionRequest, recalling memory: inout WorkerModel.Memory
  ) -> (answer: Answer, judgement: Judgement?) {
    worker.reply(to: request, recalling: &memory)
  }
}

/// One service under load: who waits, who is served, and what was counted.
struct ServiceState {
  /// What it is counted by would be written at every turn; `CompletionServices` holds it.
  private let unmanagedTerms: Unmanaged<ServiceTerms>
  var terms: ServiceTerms { unmanagedTerms._withUnsafeGuaranteedRef { $0 } }

  let places: Int
  let window: Int

  var line = CallLine()
  /// Who is held back by a known limit.
  var heldBack = CallLine()
  var limiter: RateLimiter?
  var outages: OutageClock?
  var prefixes: PrefixCache?
  var engine: EngineState?

  private(set) var busy = 0
  private var busySeconds = 0.0
  private var lastChange = 0.0

  var calls = 0
  var attempts = 0
  var retries = 0
  var waits = Tally()
  /// `[failure]`, by attempts, in the order of `CompletionFailure.allCases`.
  var failures = [Int](repeating: 0, count: CompletionFailure.allCases.count)

  private var memory = WorkerModel.Memory()

  // Most calls are for the task of the call before.
  private var knownTask = -1
  private var knownTokens = 0

  init(_ terms: ServiceTerms) {
    unmanagedTerms = .passUnretained(terms)
    places = terms.places
    window = terms.window
    let profile = terms.serving.profile
    limiter = profile.rateLimit.isLimited ? RateLimiter(profile.rateLimit) : nil
    outages = profile.outages.map { OutageClock($0, terms.serving.outages) }
    prefixes = profile.caching == .prefix ? PrefixCache() : nil
    engine = profile.engine.map { EngineState($0) }
  }

  /// What the worker answers, or says about what it read.
  mutating func reply(to request: CompletionRequest) -> (answer: Answer, judgement: Judgement?) {
    unmanagedTerms._withUnsafeGuaranteedRef { $0.reply(to: request, recalling: &memory) }
  }

  /// The length of a task's text.
  mutating func textTokens(of task: Int) -> Int {
    if task != knownTask {
      knownTask = task
      knownTokens = terms.serving.textTokens(of: task)
    }
    return knownTokens
  }

  // By reference, since a copy of `terms` would be counted; mutating, since else the whole state would be copied first.

  mutating func completionTokens(_ entity: StreamEntity, _ instruction: Instruction, parts: Int) -> Int {
    unmanagedTerms._withUnsafeGuaranteedRef { $0.serving.completionTokens(entity, instruction, parts: parts) }
  }

  mutating func seconds(_ entity: StreamEntity, attempt: Int, completion: Int) -> (first: Double, rest: Double) {
    unmanagedTerms._withUnsafeGuaranteedRef { $0.serving.seconds(entity, attempt: attempt, completion: completion) }
  }

  mutating func fate(_ entity: StreamEntity, attempt: Int) -> CompletionFailure? {
    unmanagedTerms._withUnsafeGuaranteedRef { $0.serving.fate(entity, attempt: attempt) }
  }

  /// Notes that more or fewer calls are in service from now on.
  mutating func occupy(_ change: Int, at now: Double) {
    busySeconds += Double(busy) * (now - lastChange)
    lastChange = now
    busy += change
  }

  mutating func note(_ failure: CompletionFailure) {
    if let place = CompletionFailure.allCases.firstIndex(of: failure) { failures[place] += 1 }
  }

  func report(at now: Double) -> ServiceReport {
    let seconds = busySeconds + Double(busy) * (now - lastChange)
    return ServiceReport(
      name: terms.name, calls: calls, attempts: attempts, retries: retries, waits: waits,
      utilization: now > 0 ? seconds / (Double(terms.places) * now) : 0,
      failures: zip(CompletionFailure.allCases, failures).reduce(into: [:]) { $0[$1.0] = $1.1 })
  }
}

/// What a service has done so far.
public struct ServiceReport: Sendable, Hashable {
  /// The backend's name in the experiment file.
  public let name: String
  /// Completions that were asked for, whatever became of them.
  public let calls: Int
  /// At least one a call that the context window had room for.
  public let attempts: Int
  /// Attempts after the first of a call.
  public let retries: Int
  /// Seconds from each attempt until it was taken up; 0 where a place was free.
  public let waits: Tally
  /// The share of the places that were taken, averaged over time, in 0...1.
  public let utilization: Double
  /// Attempts that failed, and calls that failed for want of budget or context, by kind; every kind is there.
  public let failures: [CompletionFailure: Int]
}

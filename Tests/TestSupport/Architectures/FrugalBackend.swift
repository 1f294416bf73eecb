public import Agents
public import SimulationKernel
import Synchronization

/// A scripted backend in simulated time that keeps to the limits of its calls, as every backend has to.
///
/// How long a call takes depends on who makes it, so that calls made together end in another order.
public final class FrugalBackend: Backend {
  /// What a call answers; it must depend on the request alone.
  public typealias Script = @Sendable (CompletionRequest) throws -> Completion

  /// One call as it was made.
  public struct Call: Sendable {
    public let request: CompletionRequest
    public let start: EpisodeTime
    public let completion: Completion
  }

  private struct Log {
    var starts: [EpisodeTime] = []
    var calls: [Call] = []
  }

  private let script: Script
  private let clock: SimulationClock
  private let log = Mutex(Log())

  public init(in simulation: ProcessSimulation, _ script: @escaping Script) {
    clock = simulation.clock
    self.script = script
  }

  /// When each call was made, in that order; those included that did not end.
  public var starts: [EpisodeTime] { log.withLock { $0.starts } }

  /// The calls that ended, in the order in which they did.
  public var calls: [Call] { log.withLock { $0.calls } }

  public var now: EpisodeTime { EpisodeTime(seconds: clock.now.seconds) }

  public func bound(of request: CompletionRequest) -> TokenUsage {
    (try? script(request))?.usage ?? TokenUsage(prompt: TokenCount(100), completion: TokenCount(10))
  }

  public func price(of request: CompletionRequest) -> TokenPrice { TokenPrice(input: 1, output: 5) }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let start = now
    log.withLock { $0.starts.append(start) }
    let seconds = 1 + Double((request.turn.agent.index * 7 + request.call * 3) % 5) / 4
    let left = request.limit.deadline.seconds - start.seconds
    try await clock.sleep(for: SimulationDuration(seconds: min(seconds, left)))
    let timing = CallTiming(issued: start, started: start, ended: now)
    var completion = left < seconds ? Completion(.budget, timing: timing) : try script(request)
    completion.usage = within(request.limit, completion.usage, price(of: request))
    completion.timing = timing
    log.withLock { $0.calls.append(Call(request: request, start: start, completion: completion)) }
    return completion
  }

  /// The usage, cut where the limit is.
  private func within(_ limit: CallLimit, _ usage: TokenUsage, _ price: TokenPrice) -> TokenUsage {
    var usage = usage
    let most = (limit.tokens?.value ?? .max) - usage.prompt.value
    usage.completion = TokenCount(max(0, min(usage.completion.value, most)))
    while let money = limit.money, price.cost(of: usage) > money, usage.completion > .zero {
      usage.completion = TokenCount(usage.completion.value - 1)
    }
    return usage
  }
}

public import Agents
public import SwarmArchitectures

/// What one undivided task takes, when no turn fails and nothing ends early: from the architecture's own formula and
/// the mean lengths of the first agent's model.
public struct ExpectedCost: Sendable, Hashable {
  /// Completions for one task; a mean where the formula has one.
  public let calls: Double
  /// Read and written.
  public let tokens: Double
  /// US dollars.
  public let money: Double

  /// - Parameters:
  ///   - cost: In calls and messages, whatever their lengths.
  ///   - profile: Whose mean lengths and prices are taken.
  public init(_ cost: ArchitectureCost, profile: ServingProfile) {
    let (prompt, answer) = profile.meanTokens
    let (read, wrote) = (cost.promptTokens(prompt: prompt, answer: answer), cost.completionTokens(answer: answer))
    calls = cost.calls
    tokens = read + wrote
    money = (read * profile.price.input + wrote * profile.price.output) / 1e6
  }
}

extension WorkloadWork {
  var expectedCost: ExpectedCost {
    ExpectedCost(architecture.cost, profile: swarm.backend.profile.serving)
  }
}

import Agents
import RunRecords
import SwarmArchitectures

/// Makes architectures cost the same: a comparison in which one has three times the calls of another says little.
///
/// An architecture whose width a file leaves open is made as wide as it can be without costing more than the dearest
/// one does, or than the budget of a task allows; those whose width is given stay as they are. One agent, and one agent
/// with as many samples, are added where the file does not have them: every swarm has to beat them.
struct CostMatching {
  /// By what; `nil` for not at all.
  let measure: SwarmExperiment.CostMeasure?
  /// The most agents, where the file says so.
  let agents: Int?
  /// What a task may take: nobody is made wider than that.
  let budget: EpisodeBudget
  /// Whose lengths and prices turn calls into tokens and money.
  let profile: ModelProfile
  let ruleDefaults: [String: ParameterValue]

  func matched(_ written: [WrittenArchitecture]) -> [SwarmExperiment.NamedArchitecture] {
    guard measure != nil else { return written.map(\.resolved) }
    let all = written + baselines(beside: written)
    // The baselines are measured by what the file compares, not the other way round.
    let target = min(written.map { cost(of: narrowed($0).resolved) }.max() ?? 0, allowed)
    return all.map { widened($0, to: target) }.enumerated().filter { place, architecture in
      // A single sample is what one agent does alone.
      place < written.count || architecture.kind.width.map { architecture.given[$0] != .integer(1) } ?? true
    }.map(\.element.resolved)
  }

  /// With fewer agents where there are not as many as its width asks for by itself.
  private func narrowed(_ written: WrittenArchitecture) -> WrittenArchitecture {
    written.resolved.architecture.agentsNeeded > agents ?? .max ? widened(written, to: .infinity) : written
  }

  /// What the budget allows of what is matched.
  private var allowed: Double {
    switch measure {
    case .calls, nil: budget.calls.map(Double.init) ?? .infinity
    case .tokens: budget.tokens.map { Double($0.value) } ?? .infinity
    case .money: budget.money ?? .infinity
    }
  }

  /// The same for a design point: with the widths and the baselines that are matched without the sweep, but where the
  /// point has fewer agents.
  func matched(
    _ written: [WrittenArchitecture], asIn base: SwarmExperiment
  ) -> [SwarmExperiment.NamedArchitecture] {
    let own = zip(written, base.architectures).map { written, base -> WrittenArchitecture in
      guard let width = written.kind.width, written.given[width] == nil, base.kind == written.kind else {
        return written
      }
      let same = written.with(width, base.values[width])
      guard measure != nil, same.resolved.architecture.agentsNeeded > agents ?? .max else { return same }
      return widened(written, to: cost(of: base))
    }
    let added = base.architectures.dropFirst(written.count).map { base -> WrittenArchitecture in
      let baseline = WrittenArchitecture(
        name: base.name, kind: base.kind, given: [:], rules: ruleDefaults, ownRules: [])
      return base.kind.width.map { baseline.with($0, base.values[$0]) } ?? baseline
    }
    return (own + added).map(\.resolved)
  }

  /// The baselines of every swarm, where neither their kind nor their name is taken.
  private func baselines(beside written: [WrittenArchitecture]) -> [WrittenArchitecture] {
    let kinds: [any SwarmArchitecture.Type] = [Single.self, SelfConsistency.self]
    return kinds.compactMap { kind in
      guard !written.contains(where: { $0.kind.name == kind.name || $0.name == kind.name }) else { return nil }
      return WrittenArchitecture(name: kind.name, kind: kind, given: [:], rules: ruleDefaults, ownRules: [])
    }
  }

  private func widened(_ written: WrittenArchitecture, to target: Double) -> WrittenArchitecture {
    guard let width = written.kind.width, written.given[width] == nil,
      let parameter = written.kind.parameters.first(where: { $0.name == width }),
      case .integer(_, let range) = parameter.kind
    else { return written }
    // Rounding leaves a cost a hair above one that is the same.
    let limit = target * (1 + 1e-9)
    func fits(_ value: Int) -> Bool {
      let candidate = written.with(width, value).resolved
      return cost(of: candidate) <= limit && candidate.architecture.agentsNeeded <= agents ?? .max
        && isWithinBudget(candidate)
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    guard fits(low) else { return written.with(width, low) }
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return written.with(width, low)
  }

  private func isWithinBudget(_ architecture: SwarmExperiment.NamedArchitecture) -> Bool {
    let cost = ExpectedCost(architecture.cost, profile: profile.serving)
    return cost.calls <= Double(budget.calls ?? .max) && cost.tokens <= Double(budget.tokens?.value ?? .max)
      && cost.money <= budget.money ?? .infinity
  }

  private func cost(of architecture: SwarmExperiment.NamedArchitecture) -> Double {
    let cost = ExpectedCost(architecture.cost, profile: profile.serving)
    return switch measure {
    case .calls, nil: cost.calls
    case .tokens: cost.tokens
    case .money: cost.money
    }
  }
}

public import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures
import Testing

extension ArchitectureContract {
  /// With a part of what it would take of calls, tokens, money or time, it takes no more than that and still ends.
  public func expectBudgetKept() throws {
    let free = try ContractRun.play(architecture, rules: rules, script: Completion.varied)
    for share in [0, 0.2, 0.5, 0.9] {
      for budget in Self.budgets(share, of: free.account, seconds: free.seconds) {
        let run = try ContractRun.play(architecture, rules: rules, budget: budget, script: Completion.varied)
        expect(run.account, run.seconds, within: budget)
        if share == 0 { #expect(run.calls.isEmpty && run.answer.content == nil, "\(budget)") }
      }
    }
  }

  /// The same against a stochastic worker at a service for two calls at once.
  public func expectBudgetKeptByWorker(_ profile: ProfilePreset) throws {
    let free = try WorkerRun.play(architecture, profile, rules: rules)
    for budget in Self.budgets(0.6, of: free.account, seconds: free.seconds) {
      let run = try WorkerRun.play(architecture, profile, rules: rules, budget: budget)
      expect(run.account, run.seconds, within: budget)
    }
  }

  private func expect(_ account: EpisodeAccount, _ seconds: Double, within budget: EpisodeBudget) {
    #expect(account.calls <= budget.calls ?? .max)
    #expect(account.usage.total <= budget.tokens ?? TokenCount(.max))
    // Prices are sums of the same addends in another order.
    #expect(account.money <= (budget.money ?? .infinity) + 1e-12)
    #expect(seconds <= (budget.seconds ?? .infinity) + 1e-9)
  }

  /// A budget of each kind, and one of all kinds at once.
  private static func budgets(_ share: Double, of account: EpisodeAccount, seconds: Double) -> [EpisodeBudget] {
    let calls = Int(share * Double(account.calls))
    let tokens = TokenCount(Int(share * Double(account.usage.total.value)))
    let (money, seconds) = (share * account.money, share * seconds)
    return [
      EpisodeBudget(calls: calls), EpisodeBudget(tokens: tokens), EpisodeBudget(money: money),
      EpisodeBudget(seconds: seconds),
      EpisodeBudget(calls: calls, tokens: tokens, money: money, seconds: seconds),
    ]
  }
}

import Agents
import RandomStreams
import RunRecords
import SimulationKernel
import SwarmArchitectures
import Testing

/// What a formula says one task takes, where every prompt has `p` tokens, every answer `l`, every ranking `k` and every
/// other judgement `j`.
struct CostFormula: Sendable, CustomTestStringConvertible {
  let title: String
  let architecture: any SwarmArchitecture
  var rules: [String: ParameterValue] = [:]
  let calls: Int
  let read: @Sendable (_ p: Int, _ l: Int, _ k: Int) -> Int
  let written: @Sendable (_ l: Int, _ k: Int, _ j: Int) -> Int
  var testDescription: String { title }

  static let all = votes + debates + judgedDebates + mixtures + councils + hierarchies + auctions + chats + loops

  private static let votes = [1, 5, 40].map { n in
    CostFormula(
      title: "vote of \(n): N calls, N P", architecture: Collaborative(["voters": .integer(n)]), calls: n,
      read: { p, _, _ in n * p }, written: { l, _, _ in n * l })
  }

  private static let debates = [(1, 4), (3, 2), (5, 6)].flatMap { n, r in
    let debate = Debate(["debaters": .integer(n), "rounds": .integer(r)])
    return [
      CostFormula(
        title: "debate \(n) × \(r), all rounds: N R calls, N (R P + N L R (R - 1) / 2)", architecture: debate,
        calls: n * r, read: { p, l, _ in n * (r * p + n * l * r * (r - 1) / 2) }, written: { l, _, _ in n * r * l }),
      CostFormula(
        title: "debate \(n) × \(r), last round: N R calls, N (R P + (R - 1) N L)", architecture: debate,
        rules: ["context": .choice("last-round")], calls: n * r,
        read: { p, l, _ in n * (r * p + (r - 1) * n * l) }, written: { l, _, _ in n * r * l }),
    ]
  }

  private static let judgedDebates = [1, 3].flatMap { r in
    [1, 2].map { c in
      let calls = 3 * r + c
      let heard = 3 * r * r + 2 * c
      let answers = 2 * r + c - 1
      return CostFormula(
        title: "judged debate of \(r) rounds: 3 R + \(c) calls",
        architecture: JudgedDebate(["rounds": .integer(r), "extract": .flag(c == 2)]), calls: calls,
        read: { p, l, _ in calls * p + heard * l }, written: { l, _, j in answers * l + (r + 1) * j })
    }
  }

  private static let mixtures = [(6, 3), (4, 1)].map { n, layers in
    let calls = layers * n + 1
    let heard = (layers - 1) * n * n + n
    return CostFormula(
      title: "mixture of \(layers) layers of \(n): l N + 1 calls",
      architecture: MixtureOfAgents(["proposers": .integer(n), "layers": .integer(layers)]), calls: calls,
      read: { p, l, _ in calls * p + heard * l }, written: { l, _, _ in calls * l })
  }

  private static let councils = [1, 4, 6].map { n in
    let calls = 2 * n + 1
    let heard = n * (n - 1) + n
    return CostFormula(
      title: "council of \(n): 2 N + 1 calls", architecture: Council(["members": .integer(n)]), calls: calls,
      read: { p, l, k in calls * p + heard * l + n * k }, written: { l, k, _ in (n + 1) * l + n * k })
  }

  /// Published is one loop. The plan is made once here, so that further loops take a call less than a whole one.
  private static let hierarchies = [(4, 1), (4, 3), (1, 2)].map { w, loops in
    let calls = (1 + w + 1) + (loops - 1) * (w + 1)
    // The plan and all earlier verdicts are read by everybody, and all results by the manager.
    let heard = (w + 1) * loops * (loops + 1) / 2 + loops * w
    return CostFormula(
      title: "hierarchy of \(w) workers: 1 + W + 1 calls, and W + 1 in each of \(loops - 1) further loops",
      architecture: Hierarchical(["workers": .integer(w), "loops": .integer(loops), "accept_at": .number(1)]),
      calls: calls, read: { p, l, _ in calls * p + heard * l }, written: { l, _, _ in calls * l })
  }

  private static let auctions = [(5, 1), (5, 3)].map { n, k in
    CostFormula(
      title: "auction: \(n) bids + top \(k)", architecture: Auction(["bidders": .integer(n), "winners": .integer(k)]),
      calls: n + k, read: { p, _, _ in (n + k) * p }, written: { l, _, j in k * l + n * j })
  }

  private static let chats = [(3, 9), (5, 2)].map { n, m in
    let heard = (n + 1) * m * (m - 1) / 2
    return CostFormula(
      title: "chat of \(n) with bids: N bids for each of \(m) messages",
      architecture: GroupChat(["agents": .integer(n), "messages": .integer(m), "speaker": .choice("bid")]),
      calls: m + n * m, read: { p, l, _ in (m + n * m) * p + heard * l },
      written: { l, _, j in m * l + n * m * j })
  }

  private static let loops = [1, 7, 20].map { n in
    CostFormula(
      title: "one agent in a loop of \(n) steps: O(n²) tokens read",
      architecture: Coordination(["structure": .choice("single"), "turns": .integer(n)]), calls: n,
      read: { p, l, _ in n * p + n * (n - 1) / 2 * l }, written: { l, _, _ in n * l })
  }
}

@Suite("Published costs")
struct CostFormulaTests {
  private static let (prompt, answer, judgement) = (1_000, 200, 10)

  /// Takes one task in simulated time, by agents whose texts all have the lengths above.
  private func account(of formula: CostFormula) throws -> EpisodeAccount {
    var serving = ServingProfile()
    serving.promptTokens = .lognormal(median: Double(Self.prompt), sigma: 0)
    serving.completionTokens = .lognormal(median: Double(Self.answer), sigma: 0)
    serving.shortCompletionTokens = .lognormal(median: Double(Self.judgement), sigma: 0)
    var worker = WorkerProfile()
    // Without a correlation there is no curve to solve.
    worker.correctness.errorCorrelation = 0
    // No manager is sure enough to stop early, and no moderator settles what is not.
    (worker.confidence.center, worker.confidence.spread) = (-5, 0)
    worker.moderatingError = 0
    let simulation = ProcessSimulation()
    let streams = StreamFamily(rootSeed: 1, replication: 0)
    let backend = ProfileBackend(
      SwarmCast([SwarmCast.Member("constant", worker: worker, serving: serving)]),
      questions: LetterQuestions(streams: streams, wrongAnswers: worker.correctness.wrongAnswers), streams: streams,
      in: simulation)
    let architecture = formula.architecture
    let episode = Episode(
      task: SwarmTask(index: 0), agentCount: architecture.agentsNeeded, backend: backend,
      rules: SwarmRules(formula.rules), streams: streams)
    _ = try simulation.run { try await architecture.solve(episode) }
    return episode.account
  }

  @Test("A run with constant lengths takes the calls and tokens of the formula", arguments: CostFormula.all)
  func measured(formula: CostFormula) throws {
    let account = try account(of: formula)
    let (prompt, answer, judgement) = (Self.prompt, Self.answer, Self.judgement)
    #expect(account.calls == formula.calls)
    #expect(account.usage.prompt.value == formula.read(prompt, answer, judgement))
    #expect(account.usage.completion.value == formula.written(answer, judgement, judgement))
  }

  @Test(
    "The declared cost is the formula, where judgements take nothing to write and a ranking is read like an answer",
    arguments: CostFormula.all)
  func declared(formula: CostFormula) {
    let (prompt, answer) = (Self.prompt, Self.answer)
    let cost = formula.architecture.cost(under: SwarmRules(formula.rules))
    #expect(cost.calls == Double(formula.calls))
    let (p, l) = (Double(prompt), Double(answer))
    #expect(cost.promptTokens(prompt: p, answer: l) == Double(formula.read(prompt, answer, answer)))
    #expect(cost.completionTokens(answer: l) == Double(formula.written(answer, 0, 0)))
  }
}

import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// An architecture with settings, for a list of test cases.
struct Setting: Sendable, CustomTestStringConvertible {
  let type: any SwarmArchitecture.Type
  let parameters: [String: ParameterValue]
  var rules: [String: ParameterValue] = [:]

  init(
    _ type: any SwarmArchitecture.Type, _ parameters: [String: ParameterValue] = [:],
    rules: [String: ParameterValue] = [:]
  ) {
    self.type = type
    self.parameters = parameters
    self.rules = rules
  }

  var architecture: any SwarmArchitecture { type.init(ParameterValues(parameters, for: type.parameters)) }
  var testDescription: String { "\(type.name) \(parameters.sorted { $0.key < $1.key }) \(rules.keys.sorted())" }

  /// The defaults and presets of some architectures.
  static func all(of types: [any SwarmArchitecture.Type]) -> [Setting] {
    types.flatMap { type in
      [Setting(type)] + type.presets.map { Setting(type, $0.parameters, rules: $0.rules) }
    }
  }
}

@Suite("Costs of networks, chats and shared media")
struct NetworkCostTests {
  static let types: [any SwarmArchitecture.Type] = [
    Blackboard.self, Coordination.self, Council.self, DyLAN.self, GroupChat.self, MixtureOfAgents.self,
    Pipeline.self, MacNet.self,
  ]

  private static let last: [String: ParameterValue] = ["context": .choice("last-round")]
  private static let turns: [String: ParameterValue] = ["order": .choice("sequential")]

  private static let settings: [Setting] = [
    Setting(MixtureOfAgents.self, ["proposers": .integer(1), "layers": .integer(1)]),
    Setting(MixtureOfAgents.self, ["proposers": .integer(4), "layers": .integer(5), "same_model": .flag(true)]),
    Setting(Council.self, ["members": .integer(1)]),
    Setting(Council.self, ["members": .integer(7), "review": .choice("judge")]),
    Setting(Pipeline.self, ["stages": .integer(1)]),
    Setting(
      Pipeline.self,
      [
        "stages": .integer(3),
        "stage": .architecture(NestedArchitecture("collaborative", given: ["voters": .integer(4)])),
      ]
    ),
    Setting(DyLAN.self, ["agents": .integer(1), "rounds": .integer(1)]),
    Setting(DyLAN.self, ["agents": .integer(5), "rounds": .integer(6), "kept": .integer(3)]),
    Setting(DyLAN.self, ["agents": .integer(5), "rounds": .integer(4), "kept": .integer(9)]),
    Setting(DyLAN.self, ["agents": .integer(6), "rounds": .integer(5), "selection": .choice("importance")]),
    Setting(Blackboard.self, ["agents": .integer(1), "rounds": .integer(1), "reviewers": .integer(3)]),
    Setting(Blackboard.self, ["agents": .integer(4), "shown": .integer(6), "reviewers": .integer(2)]),
    Setting(Blackboard.self, ["agents": .integer(4), "shown": .integer(6)], rules: turns),
    Setting(Blackboard.self, ["shown": .integer(0)], rules: turns),
  ]

  private static let topologies: [Setting] = MessageGraph.Topology.allCases.flatMap { topology in
    [1, 2, 3, 8, 13].flatMap { agents in
      ["merge", "vote"].map { final in
        Setting(
          MacNet.self,
          ["topology": .choice(topology.rawValue), "agents": .integer(agents), "final": .choice(final)])
      }
    }
  }

  private static let chats: [Setting] = ["round-robin", "selector", "bid"].flatMap { speaker in
    [(1, 3), (2, 5), (4, 3), (4, 12), (3, 10)].flatMap { agents, messages in
      [[:], last].map { rules in
        Setting(
          GroupChat.self,
          [
            "agents": .integer(agents), "messages": .integer(messages), "speaker": .choice(speaker),
            "moderator": .flag(agents != 3),
          ], rules: rules)
      }
    }
  }

  private static let structures: [Setting] = Coordination.parameters[0].allowed.flatMap { structure in
    [(1, 1, 1, 0), (1, 3, 2, 5), (4, 3, 3, 6), (3, 2, 1, 100)].flatMap { agents, rounds, turns, edges in
      [[:], last].map { rules in
        Setting(
          Coordination.self,
          [
            "structure": .choice(structure), "agents": .integer(agents), "rounds": .integer(rounds),
            "turns": .integer(turns), "peer_edges": .integer(edges),
          ], rules: rules)
      }
    }
  }

  @Test(
    "The cost is exactly what is taken where nothing fails or ends early",
    arguments: Setting.all(of: types) + settings + topologies + chats + structures)
  func exact(setting: Setting) throws {
    // No agreement ends anything here, so that rules of presets that would let it are left out.
    let rules = SwarmRules(setting.rules.filter { $0.key != "early_stop" })
    let run = try PlayedTask(setting.architecture, rules: rules, script: Self.undecided)
    #expect(run.cost == setting.architecture.cost(under: rules))
    #expect(run.answer.content != nil)
  }

  @Test("As a stage of a row it takes what it takes alone, with agents of its own", arguments: Setting.all(of: types))
  func nested(setting: Setting) throws {
    let row = Pipeline([
      "stages": .integer(2),
      "stage": .architecture(NestedArchitecture(setting.type.name, given: setting.parameters)),
    ])
    let rules = SwarmRules(setting.rules.filter { $0.key != "early_stop" })
    let run = try PlayedTask(row, rules: rules, script: Self.undecided)
    #expect(row.agentsNeeded == 2 * setting.architecture.agentsNeeded)
    #expect(run.cost == row.cost(under: rules))
    let first = run.requests.prefix(run.requests.count / 2)
    #expect(first.allSatisfy { $0.turn.agent.index < setting.architecture.agentsNeeded })
    #expect(run.requests.suffix(first.count).allSatisfy { $0.turn.agent.index >= setting.architecture.agentsNeeded })
  }

  /// Answers of all kinds, which no moderator takes for settled.
  private static func undecided(_ request: CompletionRequest) -> Completion {
    request.turn.instruction == .moderate ? Completion(judging: .approval(false)) : Completion.varied(request)
  }

  @Test("A budget is kept to, whatever it is, and an answer given beforehand stands", arguments: Setting.all(of: types))
  func budgets(setting: Setting) throws {
    let whole = try PlayedTask(setting.architecture, rules: SwarmRules(setting.rules), script: Completion.varied)
    for calls in [0, 1, 2, 5, whole.account.calls - 1] {
      let run = try PlayedTask(
        setting.architecture, rules: SwarmRules(setting.rules), budget: EpisodeBudget(calls: calls),
        script: Completion.varied)
      #expect(run.account.calls == min(calls, whole.account.calls))
      let hasAnswer = run.requests.contains { $0.turn.instruction == .answer }
      #expect((run.answer.content != nil) == hasAnswer)
    }
  }

  @Test("Whoever fails, the others find an answer; where all fail, there is none", arguments: Setting.all(of: types))
  func failures(setting: Setting) throws {
    let architecture = setting.architecture
    for failure in ["drop", "retry", "reassign", "substitute"] {
      let rules = SwarmRules(setting.rules.merging(["failure": .choice(failure)]) { $1 })
      for silent in 0..<min(architecture.agentsNeeded, 3) where architecture.agentsNeeded > 1 {
        let run = try PlayedTask(
          architecture, rules: rules, failing: { $0.index == silent }, script: Completion.varied)
        #expect(run.answer.content != nil)
      }
      let none = try PlayedTask(architecture, rules: rules, failing: { _ in true }, script: Completion.varied)
      #expect(none.answer.content == nil)
    }
  }

  @Test("Where all are tied, one of the answers wins, by every rule for it", arguments: Setting.all(of: types))
  func ties(setting: Setting) throws {
    let architecture = setting.architecture
    for tieBreak in SwarmRules.TieBreak.allCases {
      let rules = SwarmRules(setting.rules.merging(["tie_break": .choice(tieBreak.rawValue)]) { $1 })
      let run = try PlayedTask(architecture, rules: rules) { request in
        Completion(request.turn.instruction == .plan ? nil : "\(request.turn.agent.index)")
      }
      let agent = try #require(run.answer.content.flatMap { Int($0) })
      #expect((0..<architecture.agentsNeeded).contains(agent))
    }
  }
}

extension ParameterSpecification {
  /// The values that a choice may have.
  var allowed: [String] {
    if case .choice(_, let allowed) = kind { allowed } else { [] }
  }
}

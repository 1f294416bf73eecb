import Agents
import Diagnostics
import RunRecords

/// Reads the key `swarm`: what all architectures share.
struct SwarmReader {
  /// The most agents of a swarm, nested architectures included: streams of random numbers can tell 2²⁰ apart.
  static let mostAgents = 100_000

  var agents: Int?
  /// The names of the agents' models, in turn; empty where the file does not say.
  var backends: [String] = []
  var judge: String?
  var budget = EpisodeBudget.unlimited
  /// What is given of the rules, for all architectures.
  var rules: [String: ParameterValue] = [:]

  init(_ root: MappingReader) {
    guard let swarm = root.mapping("swarm", example: "{agents: 5}") else { return }
    agents = swarm.value("agents").flatMap { swarm.integer($0, key: "agents", in: 1...Self.mostAgents) }
    backends = Self.names(swarm)
    judge = swarm.text("judge", example: "strong")
    if let section = swarm.mapping("budget", example: "{calls: 15}") { budget = Self.budget(section) }
    if let section = swarm.mapping("rules", example: "{tie_break: random}") { rules = Self.rules(section) }
    swarm.finish()
  }

  private static func names(_ swarm: MappingReader) -> [String] {
    guard let node = swarm.value("backend") else { return [] }
    guard case .sequence(let items) = node.content else {
      return node.text.map { [$0] } ?? swarm.wrongType(node, "a name, or a list of names", example: "mock") ?? []
    }
    return items.compactMap { $0.text ?? swarm.wrongType($0, "the name of a backend", example: "mock") }
  }

  private static func budget(_ section: MappingReader) -> EpisodeBudget {
    defer { section.finish() }
    return EpisodeBudget(
      calls: section.value("calls").flatMap { section.integer($0, key: "calls", in: 1...1_000_000) },
      tokens: section.value("tokens").flatMap { section.integer($0, key: "tokens", in: 1...1_000_000_000) }
        .map(TokenCount.init),
      money: section.value("money").flatMap { section.quantity($0, key: "money", .money, in: 0...1e6) },
      seconds: section.value("deadline").flatMap { section.quantity($0, key: "deadline", .duration, in: 1e-3...1e9) })
  }

  /// What is given of `SwarmRules.parameters`.
  static func rules(_ section: MappingReader) -> [String: ParameterValue] {
    var given: [String: ParameterValue] = [:]
    for specification in SwarmRules.parameters { given[specification.name] = section.parameter(specification) }
    section.finish()
    return given
  }
}

import Agents
import RunRecords
import SwarmArchitectures

extension SwarmExperiment {
  var configuration: [(key: String, value: ConfigurationValue)] {
    [
      ("workload", workload.configuration),
      ("swarm", swarmConfiguration),
      ("matching", .word(matching?.rawValue ?? "none")),
      ("architectures", .list(architectures.map { $0.configuration(leavingOut: variedRules) })),
      ("backends", .mapping(writtenBackends)),
      ("metrics", metrics.configuration),
    ] + sweepConfiguration
  }

  private var swarmConfiguration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("agents", .integer(agents)),
      ("backend", backends.count == 1 ? .name(backend.name) : .list(backends.map { .name($0.name) })),
    ]
    if let judge { pairs.append(("judge", .name(judge.name))) }
    if budget != .unlimited { pairs.append(("budget", budget.configuration)) }
    return .mapping(pairs)
  }

  /// The rules of the whole swarm that a sweep varies: an architecture has its own value only where one was given.
  private var variedRules: Set<String> {
    let start = "swarm.rules."
    return Set(sweep.factors.map(\.path).filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) })
  }

  /// Every model once, in the order of the agents.
  private var namedBackends: [NamedBackend] {
    var seen: Set<String> = []
    return (backends + (judge.map { [$0] } ?? [])).filter { seen.insert($0.name).inserted }
  }

  /// Those of all design points. A record refers to the endpoint that it is of.
  private var writtenBackends: [(key: String, value: ConfigurationValue)] {
    var seen: Set<String> = []
    return (namedBackends + sweep.points.flatMap(\.swarm.namedBackends)).filter {
      seen.insert($0.name).inserted
    }.flatMap { backend -> [(key: String, value: ConfigurationValue)] in
      let own = [(key: backend.name, value: backend.configuration)]
      guard case .recorded(let settings, let source) = backend.world else { return own }
      return seen.insert(source).inserted ? own + [(key: source, value: settings.configuration)] : own
    }
  }

  /// What the models are and who is which, by their places: what they are called changes no run.
  var castConfiguration: ConfigurationValue {
    let models = namedBackends
    func place(_ backend: NamedBackend) -> ConfigurationValue {
      .integer(models.firstIndex { $0.name == backend.name } ?? 0)
    }
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("models", .list(models.map(\.behaviour))), ("agents", .list(backends.map(place))),
    ]
    if let judge { pairs.append(("judge", place(judge))) }
    return .mapping(pairs)
  }

  private var sweepConfiguration: [(key: String, value: ConfigurationValue)] {
    guard !sweep.factors.isEmpty else { return [] }
    let factors = sweep.factors.map {
      (key: $0.path, value: ConfigurationValue.list($0.levels.map(\.written)))
    }
    return [("sweep", .mapping([("design", .word(sweep.design.rawValue)), ("factors", .mapping(factors))]))]
  }
}

extension ParameterValue {
  /// A level of a factor as it stands in a file: what is no simple word needs quotes.
  fileprivate var written: ConfigurationValue {
    guard case .choice(let text) = self, text != "~",
      text.wholeMatch(of: /[A-Za-z0-9_.%\/+-]+( [A-Za-z0-9_.%\/+-]+)*/) == nil
    else { return configuration }
    return .text(text)
  }
}

extension SwarmExperiment.NamedArchitecture {
  var configuration: ConfigurationValue { configuration(leavingOut: []) }

  /// - Parameter varied: Rules that are left out where the swarm gives them.
  func configuration(leavingOut varied: Set<String>) -> ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [("name", .name(name)), ("kind", .word(kind.name))]
    let with = values.sorted.map { (key: $0.name, value: $0.value.configuration) }
    if !with.isEmpty { pairs.append(("with", .mapping(with))) }
    let written = ruleValues.sorted.filter { !varied.contains($0.name) || ownRules.contains($0.name) }
    pairs.append(("rules", .mapping(written.map { (key: $0.name, value: $0.value.configuration) })))
    return .mapping(pairs)
  }
}

extension EpisodeBudget {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = []
    if let calls { pairs.append(("calls", .integer(calls))) }
    if let tokens { pairs.append(("tokens", .integer(tokens.value))) }
    if let money { pairs.append(("money", .quantity(money, "USD"))) }
    if let seconds { pairs.append(("deadline", .quantity(seconds, "s"))) }
    return .mapping(pairs)
  }
}

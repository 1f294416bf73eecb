import Agents

extension SwarmExperiment {
  /// Which model each agent is; made once for all runs, since it solves the models' difficulty curves.
  var cast: SwarmCast {
    var named: [NamedBackend] = []
    func place(of backend: NamedBackend) -> Int {
      if let place = named.firstIndex(where: { $0.name == backend.name }) { return place }
      named.append(backend)
      return named.endIndex - 1
    }
    let agents = backends.map(place)
    let judge = judge.map(place)
    return SwarmCast(
      named.map { SwarmCast.Member($0.name, worker: $0.profile.worker, serving: $0.profile.serving) },
      agents: agents, judge: judge)
  }
}

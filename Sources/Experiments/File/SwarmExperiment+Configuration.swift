import Agents
import RunRecords
import SwarmArchitectures

extension SwarmExperiment {
  var configuration: [(key: String, value: ConfigurationValue)] {
    [
      ("workload", workload.configuration),
      ("swarm", .mapping([("agents", .integer(agents)), ("backend", .name(backend.name))])),
      ("architectures", .list(architectures.map(\.configuration))),
      ("backends", .mapping([(backend.name, backend.configuration)])),
    ]
  }
}

extension SwarmExperiment.Workload {
  var configuration: ConfigurationValue {
    switch arrival {
    case .batch(let inFlight):
      .mapping([("kind", .word("batch")), ("tasks", .integer(tasks)), ("in_flight", .integer(inFlight))])
    case .stream(let rate):
      .mapping([
        ("kind", .word("stream")), ("tasks", .integer(tasks)), ("arrivals", .word("poisson(\(plain(rate)) per s)")),
      ])
    }
  }
}

extension SwarmExperiment.NamedArchitecture {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [("name", .name(name)), ("kind", .word(kind.name))]
    let with = values.sorted.map { (key: $0.name, value: $0.value.configuration) }
    if !with.isEmpty { pairs.append(("with", .mapping(with))) }
    return .mapping(pairs)
  }
}

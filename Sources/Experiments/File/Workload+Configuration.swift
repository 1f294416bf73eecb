import Agents

extension Workload {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = []
    switch arrival {
    case .batch(let inFlight):
      pairs = [("kind", .word("batch")), ("tasks", .integer(tasks)), ("in_flight", .integer(inFlight))]
    case .stream(let rate):
      pairs = [
        ("kind", .word("stream")), ("tasks", .integer(tasks)), ("arrivals", .word("poisson(\(plain(rate)) per s)")),
      ]
    }
    pairs += [("attempts", .integer(attempts)), ("questions", .word(questions.name))]
    if !types.isEmpty { pairs.append(("types", .mapping(types.map { (key: $0.name, value: .number($0.weight)) }))) }
    if decomposition.subtasks > 1 {
      pairs.append(
        (
          "structure",
          .mapping([
            ("subtasks", .integer(decomposition.subtasks)), ("depth", .integer(decomposition.depth)),
            ("needs", .integer(decomposition.needs)),
          ])
        ))
    }
    return .mapping(pairs)
  }
}

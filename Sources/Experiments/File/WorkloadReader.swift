import Agents
import Diagnostics

/// Reads the key `workload`.
struct WorkloadReader {
  let reader: MappingReader
  private var findings: FindingCollector { reader.findings }

  /// Fails, with a finding, where there is no mapping under the key.
  init?(_ root: MappingReader) {
    let example = "{kind: batch, tasks: 200}"
    guard let node = root.required("workload", for: example),
      let reader = MappingReader(node, title: "'workload'", example: example, findings: root.findings)
    else { return nil }
    self.reader = reader
  }

  func read() -> Workload? {
    let kind = reader.required("kind", for: "batch").flatMap {
      reader.choice($0, of: "kind", allowed: ["batch", "stream"])
    }
    let tasks = reader.required("tasks", for: "200").flatMap {
      reader.integer($0, key: "tasks", in: 1...1_000_000)
    }
    let arrival = arrival(kind)
    var workload = tasks.map { Workload(tasks: $0, arrival: arrival) } ?? Workload(tasks: 1, arrival: arrival)
    workload.attempts = reader.integer("attempts", default: 1, in: 1...1_000)
    let name = reader.choice("questions", default: LetterQuestions.name, allowed: QuestionSets.all.map { $0.name })
    workload.questions = QuestionSets.named(name) ?? LetterQuestions.self
    workload.types = types()
    workload.decomposition = decomposition()
    reader.finish()
    return tasks == nil ? nil : workload
  }

  private func arrival(_ kind: String?) -> Workload.Arrival {
    if let kind { refuseKeysOfOtherKinds(than: kind) }
    switch kind {
    case "stream":
      let rate = reader.required("arrivals", for: "poisson(2 per s)").flatMap(poisson)
      return .stream(rate: rate ?? 1)
    case "batch": return .batch(inFlight: reader.integer("in_flight", default: 4, in: 1...1_000_000))
    default:
      // Without a kind the keys of both are let pass: the missing kind is the fault.
      _ = reader.value("arrivals")
      _ = reader.value("in_flight")
      return .batch(inFlight: 4)
    }
  }

  /// A key of the other kind is no misspelling, and needs another word than an unknown one.
  private func refuseKeysOfOtherKinds(than kind: String) {
    for (key, owner) in [("arrivals", "stream"), ("in_flight", "batch")] where owner != kind {
      guard let place = reader.pairs.first(where: { $0.key.text == key })?.key.location else { continue }
      _ = reader.value(key)
      findings.error(
        "contradiction", at: place, "'\(key)' is a key of workloads of kind '\(owner)'; this one is '\(kind)'",
        remedy: "leave it out, or write 'kind: \(owner)'")
    }
  }

  private func poisson(_ node: DocumentNode) -> Double? {
    let call = node.text.flatMap(FunctionCall.init)
    if call?.name == "exponential", let gap = call?.arguments.first.flatMap(Quantity.init)?.number(of: .duration),
      gap > 0
    {
      findings.error(
        "wrong-type", at: node.location, "'arrivals' is a Poisson process, got the gap between two arrivals",
        remedy: "write 'poisson(\(plain(1 / gap)) per s)' for a mean gap of \(plain(gap)) s")
      return nil
    }
    guard let call, call.name == "poisson", call.arguments.count == 1 else {
      return reader.wrongType(node, "a Poisson process", example: "poisson(2 per s)")
    }
    return reader.quantity(call.arguments[0], at: node, key: "arrivals", .rate, in: 1e-6...1e6)
  }

  private func types() -> [Workload.TaskType] {
    guard let types = reader.mapping("types", example: "{code: 0.6, review: 0.4}") else { return [] }
    if types.pairs.isEmpty {
      let nothing: [Workload.TaskType]? = types.wrongType(
        types.node, "one or more types of tasks", example: "{code: 0.6, review: 0.4}")
      return nothing ?? []
    }
    // By their names: in which order a mapping has its keys means nothing, and must not change which task is which.
    return types.pairs.compactMap { key, value in
      guard let name = key.text, !value.isNull else {
        return types.wrongType(value, "the weight of a type of tasks", example: "0.5")
      }
      guard let weight = types.quantity(value, key: name, .none, in: 1e-6...1e6) else { return nil }
      return Workload.TaskType(name: name, weight: weight)
    }.sorted { $0.name < $1.name }
  }

  private func decomposition() -> Workload.Decomposition {
    var result = Workload.Decomposition()
    guard let structure = reader.mapping("structure", example: "{subtasks: 6, depth: 3}") else { return result }
    result.subtasks = structure.integer("subtasks", default: 6, in: 1...100)
    result.depth = structure.integer("depth", default: 1, in: 1...100)
    result.needs = structure.integer("needs", default: result.needs, in: 1...100)
    structure.finish()
    if result.depth > result.subtasks {
      findings.error(
        "contradiction", at: structure.node.location,
        "\(result.subtasks) subtasks cannot have a depth of \(result.depth)",
        remedy: "give at least as many subtasks as there are layers")
      result.depth = result.subtasks
    }
    return result
  }
}

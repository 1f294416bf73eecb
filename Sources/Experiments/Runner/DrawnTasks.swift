import Agents
import RandomStreams

/// The tasks of one replication, each as often as it is attempted: all attempts at one task together.
struct DrawnTasks: Sendable {
  private let workload: Workload
  private let structure: TaskStructure
  private let types: NamedStreams
  private let weights: [Double]

  init(_ workload: Workload, streams: StreamFamily) {
    self.workload = workload
    structure = workload.decomposition.structure
    types = streams.named("workload/type")
    weights = workload.types.map(\.weight)
  }

  var count: Int { workload.tasks * workload.attempts }

  subscript(place: Int) -> SwarmTask {
    let index = place / workload.attempts
    var type = 0
    if weights.count > 1 {
      var stream = types.stream(for: StreamEntity(index))
      type = stream.categorical(weights)
    }
    return SwarmTask(index: index, attempt: place % workload.attempts, type: type, structure: structure)
  }
}

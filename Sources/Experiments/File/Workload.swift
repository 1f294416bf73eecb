public import Agents

/// The tasks of one replication, what they are, and when they come.
public struct Workload: Sendable {
  /// When the tasks of a replication are there to be taken up.
  public enum Arrival: Sendable, Hashable {
    /// All tasks are there at the start; the swarm works on so many of them at once.
    case batch(inFlight: Int)
    /// Tasks come one by one, as a Poisson process with so many a second, and are taken up as they come.
    case stream(rate: Double)
  }

  /// A kind of task that agents may be better or worse at.
  public struct TaskType: Sendable, Hashable {
    public var name: String
    /// How frequent it is, in proportion; above 0.
    public var weight: Double
  }

  /// How every task decomposes into subtasks.
  public struct Decomposition: Sendable, Hashable {
    /// In 1...100.
    public var subtasks = 1
    /// Layers of subtasks, each of which needs solutions of the one before it; in 1...`subtasks`.
    public var depth = 1
    /// How many subtasks of the layer before one needs, at least 1.
    public var needs = 2

    /// The subtasks in layers of the same size, as far as that goes; each needs neighbours in the layer before it.
    public var structure: TaskStructure {
      guard subtasks > 1 else { return .undivided }
      let layers = (0..<depth).map { layer in layer * subtasks / depth..<(layer + 1) * subtasks / depth }
      return TaskStructure(
        dependencies: layers.indices.flatMap { layer in
          layers[layer].enumerated().map { place, _ -> [Int] in
            guard layer > 0 else { return [] }
            let before = layers[layer - 1]
            let wanted = (0..<min(needs, before.count)).map { before.lowerBound + (place + $0) % before.count }
            return wanted.sorted()
          }
        })
    }
  }

  /// Tasks of one replication, in 1...1,000,000.
  public var tasks: Int
  public var arrival: Arrival
  /// How often each task is given to the swarm anew, in 1...1,000.
  public var attempts = 1
  /// What the tasks ask.
  public var questions: any QuestionSet.Type = LetterQuestions.self
  /// Empty where all tasks are of one kind.
  public var types: [TaskType] = []
  public var decomposition = Decomposition()

  public init(tasks: Int, arrival: Arrival) {
    self.tasks = tasks
    self.arrival = arrival
  }
}

public import Agents

/// Which worker does which part of a task, and what can be done at once.
public struct WorkAssignment: Sendable, Hashable {
  /// Who gets the next subtask.
  public enum Policy: String, Sendable, Hashable, CaseIterable {
    /// The best worker who has nothing to do yet.
    case strength
    /// One after another.
    case roundRobin = "round-robin"
  }

  /// One part of the task and who does it.
  public struct Piece: Sendable, Hashable {
    /// `nil` for the whole task.
    public let subtask: Int?
    /// The worker's place among the workers.
    public let worker: Int
  }

  /// `waves[wave]`: what is done at once; nobody has two pieces in one wave, and what a piece needs is done before it.
  public let waves: [[Piece]]

  /// Whether workers do subtasks.
  public var isDivided: Bool { waves.first?.first?.subtask != nil }

  /// Everybody does the whole task.
  public init(wholeTaskFor workers: Int) {
    waves = [(0..<workers).map { Piece(subtask: nil, worker: $0) }]
  }

  /// Everybody does some subtasks, in the layers of their dependencies.
  ///
  /// - Parameters:
  ///   - strengths: `[worker]`, at least one.
  /// - Complexity: O(subtasks + dependencies + workers log workers).
  public init(_ structure: TaskStructure, strengths: [Double], policy: Policy) {
    let order =
      switch policy {
      case .roundRobin: Array(strengths.indices)
      case .strength: strengths.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
      }
    var waves: [[Piece]] = []
    var next = 0
    for layer in structure.layers {
      // In every layer the best are first again: the next one waits for all of this one anyway.
      if policy == .strength { next = 0 }
      for start in stride(from: 0, to: layer.count, by: order.count) {
        waves.append([])
        for subtask in layer[start..<min(start + order.count, layer.count)] {
          waves[waves.count - 1].append(Piece(subtask: subtask, worker: order[next % order.count]))
          next += 1
        }
      }
    }
    self.waves = waves
  }
}

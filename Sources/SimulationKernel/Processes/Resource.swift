/// A number of identical servers for which processes queue, first come, first served.
///
/// ```swift
/// let desk = Resource("desk", capacity: 2, in: simulation)
/// try await desk.withUnit { try await clock.sleep(for: .seconds(30)) }
/// ```
///
/// It belongs to one simulation and is used by its processes only, all on one thread; that is what
/// `@unchecked Sendable` stands for.
public final class Resource: @unchecked Sendable {
  public let name: String
  /// Units that can be held at once, at least 1.
  public let capacity: Int
  private let executor: SimulationExecutor
  private var waiting: [ParkingLot.Ticket] = []
  private var head = 0
  private var usage = TimeWeightedAverage()
  /// Every wait of a unit's holder, in seconds, zero included.
  public private(set) var waits = Tally()

  /// - Parameter capacity: Units that can be held at once, at least 1.
  public init(_ name: String, capacity: Int, in simulation: ProcessSimulation) {
    precondition(capacity >= 1, "resource '\(name)' has capacity \(capacity); it must be at least 1")
    self.name = name
    self.capacity = capacity
    executor = simulation.executor
  }

  /// Units held at the moment.
  public var inUse: Int { Int(usage.value) }

  /// The average number of units in use since the start, divided by the capacity: 0...1.
  public var utilization: Double { usage.average(until: executor.now) / Double(capacity) }

  /// Holds one unit while `body` runs, after waiting for it as long as need be.
  ///
  /// - Throws: `CancellationError` while waiting, or what `body` throws; either way the unit goes to the next.
  public func withUnit<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await acquire()
    defer { release() }
    return try await body()
  }

  private func acquire() async throws {
    let arrival = executor.now
    if inUse < capacity {
      usage.set(usage.value + 1, at: executor.now)
    } else {
      // The unit changes hands in `release`, so a process that arrives in between cannot take it.
      try await executor.park(reason: "'\(name)'") { waiting.append($0) }
    }
    waits.record((executor.now - arrival).seconds)
  }

  private func release() {
    while head < waiting.count {
      let next = executor.parkingLot.leave(waiting[head])
      head += 1
      // A resource that is never idle never empties its queue: drop what was served, in amortised O(1).
      if head > 64, head * 2 > waiting.count {
        waiting.removeFirst(head)
        head = 0
      }
      if let next {
        next.resume()
        return
      }
    }
    waiting.removeAll(keepingCapacity: true)
    head = 0
    usage.set(usage.value - 1, at: executor.now)
  }
}

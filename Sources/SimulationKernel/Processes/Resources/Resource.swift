/// A number of identical units for which processes queue: by priority, and first come, first served among equals.
///
/// ```swift
/// let desk = Resource("desk", capacity: 2, in: simulation)
/// try await desk.withUnit { try await clock.sleep(for: .seconds(30)) }
/// ```
///
/// It belongs to one simulation and is used by its processes only, all on one thread; that is what
/// `@unchecked Sendable` stands for. A unit changes hands when it is given back, so that no process that arrives in
/// between can take it from those who wait. Who asks for several units is not overtaken by those behind who ask for
/// fewer.
public final class Resource: Awaited, @unchecked Sendable {
  /// How a request ended that need not be granted.
  public enum Answer: Sendable, Hashable {
    case granted
    /// The queue was full: the request was turned away at once.
    case balked
    /// The patience ran out in the queue.
    case reneged
  }

  public let name: String
  /// Units that can be held at once, at least 1.
  public let capacity: Int
  /// A request is turned away when so many wait already; `nil` for no bound.
  public let maximumQueue: Int?
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Int>()
  private var holding = HolderList()
  private var usage: TimeWeightedAverage
  /// Every wait of a unit's holder, in seconds, zero included.
  public private(set) var waits = Tally()
  /// Requests that were turned away since the queue was full.
  public private(set) var balked = 0
  /// Requests whose patience ran out.
  public private(set) var reneged = 0
  /// Requests that ended because their process was cancelled, interrupted or met a deadline.
  public private(set) var cancelled = 0

  /// - Parameters:
  ///   - capacity: Units that can be held at once, at least 1.
  ///   - maximumQueue: How many may wait, at least 0; `nil` for any number.
  public init(_ name: String, capacity: Int, maximumQueue: Int? = nil, in simulation: ProcessSimulation) {
    precondition(capacity >= 1, "resource '\(name)' has capacity \(capacity); it must be at least 1")
    precondition((maximumQueue ?? 0) >= 0, "resource '\(name)' lets \(maximumQueue ?? 0) wait; it must be at least 0")
    self.name = name
    self.capacity = capacity
    self.maximumQueue = maximumQueue
    executor = simulation.executor
    usage = TimeWeightedAverage(0, from: simulation.now)
  }

  /// Units held at the moment.
  public private(set) var inUse = 0
  /// How many processes wait at the moment.
  public var queueLength: Int { queue.liveCount(in: executor.table) }

  /// The average number of units in use since it was made or the last reset, divided by the capacity: 0...1.
  public var utilization: Double { usage.average(until: executor.now) / Double(capacity) }

  private var notesHolders: Bool { capacity <= HolderList.limit }
  var holders: [String] { holding.labels(in: executor) }

  /// Forgets what was counted so far, as at the end of a warm-up; who holds or waits goes on doing so.
  public func resetStatistics() {
    usage = TimeWeightedAverage(Double(inUse), from: executor.now)
    waits = Tally()
    (balked, reneged, cancelled) = (0, 0, 0)
  }

  /// Holds one unit while `body` runs, after waiting for it as long as need be.
  ///
  /// - Parameter priority: The smaller comes first.
  /// - Throws: `QueueIsFull`; `CancellationError` and other ends of a wait; what `body` throws. The unit goes to the
  ///   next in any case.
  public nonisolated(nonsending) func withUnit<Result>(
    priority: Int = 0, _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws -> Result {
    try await acquire(priority: priority)
    defer { release() }
    return try await body()
  }

  /// Holds units while `body` runs, unless the queue is full or they come too late: then it returns `nil` at once, and
  /// `body` does not run.
  ///
  /// - Parameters:
  ///   - units: 1...capacity.
  ///   - priority: The smaller comes first.
  ///   - patience: How long to wait at most; `nil` for any time.
  /// - Throws: `CancellationError` and other ends of a wait; what `body` throws.
  public nonisolated(nonsending) func withUnits<Result>(
    _ units: Int, priority: Int = 0, patience: SimulationDuration? = nil,
    _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws -> Result? {
    guard try await request(units, priority: priority, patience: patience) == .granted else { return nil }
    defer { release(units) }
    return try await body()
  }

  /// Takes units, after waiting for them as long as need be; `release` gives them back.
  ///
  /// - Parameters:
  ///   - units: 1...capacity.
  ///   - priority: The smaller comes first.
  /// - Throws: `QueueIsFull`; `CancellationError` and other ends of a wait. Then nothing is held.
  public nonisolated(nonsending) func acquire(_ units: Int = 1, priority: Int = 0) async throws {
    if try await request(units, priority: priority, patience: nil) == .balked { throw QueueIsFull(resource: name) }
  }

  /// Takes units where the queue is not full and they come in time.
  ///
  /// A unit that comes at the very end of the patience is taken where its release was scheduled before the request.
  ///
  /// - Parameters: As those of `withUnits`.
  /// - Throws: `CancellationError` and other ends of a wait. Then nothing is held.
  public nonisolated(nonsending) func request(
    _ units: Int = 1, priority: Int = 0, patience: SimulationDuration?
  ) async throws -> Answer {
    precondition(units >= 1 && units <= capacity, "\(units) units of '\(name)' are asked for, which has \(capacity)")
    if queue.isEmpty || queue.isFirst(priority, in: executor.table), capacity - inUse >= units {
      take(units, by: notesHolders ? executor.knownSlot() : ProcessTable.none)
      waits.record(0)
      return .granted
    }
    if let maximumQueue, queue.count >= maximumQueue, queueLength >= maximumQueue {
      balked += 1
      return .balked
    }
    let arrival = executor.now
    let table = executor.table
    let limit = patience.map { executor.time(after: $0, for: "the patience") }
    var isOver = false
    var hasTimer = false
    defer {
      if !isOver { cancelled += 1 }
      if hasTimer { table.pointee.noteStaleTimer() }
    }
    let wait = try await executor.queueUp(.resource, for: self) { ticket in
      queue.append(ticket, priority: priority, units, in: table)
      guard let limit else { return }
      table.pointee.schedule(.timeout, ticket, at: limit)
      hasTimer = true
    } left: {
      left()
    }
    isOver = true
    if wait.outcome == .timedOut {
      hasTimer = false
      reneged += 1
      return .reneged
    }
    waits.record((executor.now - arrival).seconds)
    return .granted
  }

  /// Gives units back; those who wait get them at once, in their order.
  ///
  /// - Precondition: So many are held.
  public func release(_ units: Int = 1) {
    precondition(
      executor.isCurrentThread, "a unit of '\(name)' is given back outside the thread of its simulation")
    precondition(units >= 1 && units <= inUse, "\(units) units of '\(name)' are given back, of which \(inUse) are held")
    inUse -= units
    if notesHolders { holding.remove(executor.knownSlot(), stillHeld: inUse) }
    serve()
    usage.set(Double(inUse), at: executor.now)
  }

  private func take(_ units: Int, by slot: UInt32) {
    inUse += units
    if notesHolders { holding.add(slot, in: executor) }
    usage.set(Double(inUse), at: executor.now)
  }

  /// Is met when a unit is won, which then has to be released. It asks with priority 0, is not turned away by a full
  /// queue, and its wait is not counted.
  public var unit: Condition {
    Condition(
      of: executor,
      take: {
        guard self.inUse < self.capacity, self.queue.isFirst(0, in: self.executor.table) else { return false }
        self.take(1, by: self.notesHolders ? self.executor.knownSlot() : ProcessTable.none)
        return true
      },
      register: { self.queue.append($0, tag: $1, 1, in: self.executor.table) },
      leave: { self.left() })
  }

  private func left() {
    queue.leave()
    serve()
  }

  private func serve() {
    let table = executor.table
    while inUse < capacity, let next = queue.first(in: table), capacity - inUse >= next.payload {
      queue.removeFirst()
      table.pointee.wake(next.ticket, value: next.tag)
      take(next.payload, by: next.ticket.slot)
    }
  }
}

/// Thrown by a request to a resource whose queue is full.
public struct QueueIsFull: Error, Sendable, Hashable {
  /// The name of the resource.
  public let resource: String
}

/// Units that a more urgent process takes away from the least urgent one that holds any.
///
/// The one that loses its unit is told by `Preempted`, thrown by the wait it stands in, or by its next. It decides what
/// follows: to ask again for the rest of its work (resume), for all of it (restart), or to give up.
///
/// ```swift
/// var rest = SimulationDuration.seconds(30)
/// while rest > .zero {
///   do {
///     try await machine.withUnit(priority: 5) { try await clock.sleep(for: rest) }
///     rest = .zero
///   } catch let loss as Preempted {
///     rest = rest - loss.usedFor
///   }
/// }
/// ```
///
/// Of holders of the least urgency the one who came last loses. A request takes a unit from somebody only where its own
/// priority number is smaller. All that happens within one time happens in this order: the unit changes hands, then the
/// loser's wait ends; the one that takes it goes on without waiting.
public final class PreemptiveResource: Awaited, @unchecked Sendable {
  private struct Holding {
    let id: UInt64
    let slot: UInt32
    let priority: Int
    let since: SimulationTime
  }

  public let name: String
  /// Units that can be held at once, at least 1.
  public let capacity: Int
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Void>()
  /// In the order in which they came.
  private var holdings: [Holding] = []
  private var nextID: UInt64 = 0
  private var usage: TimeWeightedAverage
  /// Every wait of a unit's holder, in seconds, zero included.
  public private(set) var waits = Tally()
  /// How many times a unit was taken away.
  public private(set) var preemptions = 0

  /// - Parameter capacity: Units that can be held at once, at least 1.
  public init(_ name: String, capacity: Int, in simulation: ProcessSimulation) {
    precondition(capacity >= 1, "resource '\(name)' has capacity \(capacity); it must be at least 1")
    self.name = name
    self.capacity = capacity
    executor = simulation.executor
    usage = TimeWeightedAverage(0, from: simulation.now)
  }

  /// Units held at the moment.
  public var inUse: Int { holdings.count }
  /// How many processes wait at the moment.
  public var queueLength: Int { queue.liveCount(in: executor.table) }
  /// The average number of units in use since it was made or the last reset, divided by the capacity: 0...1.
  public var utilization: Double { usage.average(until: executor.now) / Double(capacity) }

  var holders: [String] { holdings.prefix(4).map { executor.label(of: $0.slot) } }

  /// Forgets what was counted so far, as at the end of a warm-up; who holds or waits goes on doing so.
  public func resetStatistics() {
    usage = TimeWeightedAverage(Double(inUse), from: executor.now)
    waits = Tally()
    preemptions = 0
  }

  /// Holds one unit while `body` runs, or until somebody more urgent takes it.
  ///
  /// - Parameter priority: The smaller comes first, and takes from the larger.
  /// - Throws: `Preempted` where `body` does not catch it; `CancellationError` and other ends of a wait; what `body`
  ///   throws.
  /// - Complexity: O(capacity).
  public nonisolated(nonsending) func withUnit<Result>(
    priority: Int, _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws -> Result {
    try await executor.withRecord { slot in
      let id = try await acquire(slot, priority)
      defer { release(id, slot) }
      return try await body()
    }
  }

  private nonisolated(nonsending) func acquire(_ slot: UInt32, _ priority: Int) async throws -> UInt64 {
    let arrival = executor.now
    if holdings.count == capacity, let victim = victim(of: priority) { preempt(victim, by: slot) }
    // While someone waits no unit is free: each is handed over when it is given back.
    if holdings.count == capacity {
      _ = try await executor.queueUp(.resource, for: self) {
        queue.append($0, priority: priority, (), in: executor.table)
      } left: {
        queue.leave()
      }
      waits.record((executor.now - arrival).seconds)
      // The latest of this process's holdings is that which `serve` made.
      guard let granted = granted.removeValue(forKey: slot) else {
        preconditionFailure("resource '\(name)' woke a process without a unit")
      }
      return granted
    }
    waits.record(0)
    return hold(slot, priority)
  }

  /// The holdings that were made for processes that have not gone on yet, by their record; never iterated.
  private var granted: [UInt32: UInt64] = [:]

  private func hold(_ slot: UInt32, _ priority: Int) -> UInt64 {
    nextID += 1
    holdings.append(Holding(id: nextID, slot: slot, priority: priority, since: executor.now))
    usage.set(Double(holdings.count), at: executor.now)
    return nextID
  }

  private func victim(of priority: Int) -> Int? {
    var least: Int?
    for (index, holding) in holdings.enumerated() where holding.priority > priority {
      if least.map({ holdings[$0].priority <= holding.priority }) ?? true { least = index }
    }
    return least
  }

  private func preempt(_ index: Int, by slot: UInt32) {
    let lost = holdings.remove(at: index)
    preemptions += 1
    let error = Preempted(
      resource: name, by: executor.label(of: slot), usedFor: executor.now - lost.since, id: lost.id)
    executor.table.pointee.deliver(error, to: lost.slot)
  }

  private func release(_ id: UInt64, _ slot: UInt32) {
    guard let index = holdings.firstIndex(where: { $0.id == id }) else {
      // The unit is lost already. One who never waited since need not hear of it any more.
      return executor.table.pointee.withdraw(from: slot) { ($0 as? Preempted)?.id == id }
    }
    holdings.remove(at: index)
    if let next = queue.first(in: executor.table) {
      queue.removeFirst()
      executor.table.pointee.wake(next.ticket, value: next.tag)
      granted[next.ticket.slot] = hold(next.ticket.slot, next.priority)
    }
    usage.set(Double(holdings.count), at: executor.now)
  }
}

/// Thrown by a wait of a process whose unit was taken by a more urgent one.
public struct Preempted: Error, Sendable, CustomStringConvertible {
  /// The name of the resource.
  public let resource: String
  /// The name of the process that took the unit.
  public let by: String
  /// How long the unit was held.
  public let usedFor: SimulationDuration
  let id: UInt64

  public var description: String { "'\(resource)' was taken by \(by) after \(usedFor.seconds) s" }
}

/// An amount of something without pieces: fuel in a tank, money in a till.
///
/// Who asks for more than there is waits, and so does who brings more than there is room for; each side first come,
/// first served within a priority. Whoever waits first is not overtaken by one who asks for less.
public final class Container: Awaited, @unchecked Sendable {
  public let name: String
  /// The largest level; may be infinite.
  public let capacity: Double
  /// What is in it: 0...capacity.
  public private(set) var level: Double
  private let executor: SimulationExecutor
  private var takers = WaitQueue<Double>()
  private var givers = WaitQueue<Double>()
  private var history: TimeWeightedAverage

  /// - Parameters:
  ///   - capacity: The largest level, above 0; infinite where none is given.
  ///   - level: What is in it at the beginning: finite, 0...capacity.
  public init(_ name: String, capacity: Double = .infinity, level: Double = 0, in simulation: ProcessSimulation) {
    precondition(capacity > 0, "container '\(name)' has capacity \(capacity); it must be above 0")
    precondition(
      level >= 0 && level <= capacity && level.isFinite,
      "container '\(name)' begins with \(level) of \(capacity); it must be finite and in 0...capacity")
    self.name = name
    self.capacity = capacity
    self.level = level
    executor = simulation.executor
    history = TimeWeightedAverage(level, from: simulation.now)
  }

  /// The average level over time since the beginning or the last reset.
  public var meanLevel: Double { history.average(until: executor.now) }
  /// How many wait for an amount, and how many for room.
  public var queueLengths: (takers: Int, givers: Int) {
    (takers.liveCount(in: executor.table), givers.liveCount(in: executor.table))
  }

  /// Forgets what was measured so far, as at the end of a warm-up.
  public func resetStatistics() { history = TimeWeightedAverage(level, from: executor.now) }

  /// Takes an amount out, after waiting for it as long as need be.
  ///
  /// - Parameters:
  ///   - amount: Finite, 0...capacity.
  ///   - priority: The smaller comes first.
  /// - Throws: `CancellationError` and other ends of a wait; then nothing was taken.
  public nonisolated(nonsending) func take(_ amount: Double, priority: Int = 0) async throws {
    precondition(
      amount >= 0 && amount <= capacity && amount.isFinite,
      "\(amount) of '\(name)' is asked for, which holds \(capacity); it must be finite and at least 0")
    if amount <= level, takers.isFirst(priority, in: executor.table) {
      change(by: -amount)
      return serve()
    }
    _ = try await executor.queueUp(.container, for: self) {
      takers.append($0, priority: priority, amount, in: executor.table)
    } left: {
      takers.leave()
      serve()
    }
  }

  /// Puts an amount in, after waiting for room as long as need be.
  ///
  /// - Parameters:
  ///   - amount: Finite, 0...capacity.
  ///   - priority: The smaller comes first.
  /// - Throws: `CancellationError` and other ends of a wait; then nothing was put in.
  public nonisolated(nonsending) func put(_ amount: Double, priority: Int = 0) async throws {
    precondition(
      amount >= 0 && amount <= capacity && amount.isFinite,
      "\(amount) is put into '\(name)', which holds \(capacity); it must be finite and at least 0")
    if level + amount <= capacity, givers.isFirst(priority, in: executor.table) {
      change(by: amount)
      return serve()
    }
    _ = try await executor.queueUp(.containerSpace, for: self) {
      givers.append($0, priority: priority, amount, in: executor.table)
    } left: {
      givers.leave()
      serve()
    }
  }

  private func change(by amount: Double) {
    // A sum that rounds must not leave the range by a hair.
    level = min(max(level + amount, 0), capacity)
    history.set(level, at: executor.now)
  }

  private func serve() {
    let table = executor.table
    var isServing = true
    while isServing {
      isServing = false
      if let taker = takers.first(in: table), taker.payload <= level {
        takers.removeFirst()
        change(by: -taker.payload)
        table.pointee.wake(taker.ticket, value: taker.tag)
        isServing = true
      }
      if let giver = givers.first(in: table), level + giver.payload <= capacity {
        givers.removeFirst()
        change(by: giver.payload)
        table.pointee.wake(giver.ticket, value: giver.tag)
        isServing = true
      }
    }
  }
}

/// Runs independent replications side by side, and returns their results in the order of their numbers.
///
/// The results do not depend on how many run at once, nor on which ends first, if a replication depends on its number
/// alone: it makes its own model, its own streams and its own simulation, in
/// either style, on the thread that it is called on.
///
/// ```swift
/// let waits = try replicate(20) { replication in
///   var bank = Simulation(Bank(StreamFamily(rootSeed: 1, replication: replication)))
///   bank.run(until: SimulationTime(seconds: 3600))
///   return bank.model.meanWait
/// }
/// ```
///
/// What replications share slows them down although it does not change: counting the references to one object on two
/// processors costs more than a second processor gains. Best they share numbers only. The calling thread works, too,
/// and waits for the others; an `async` function blocks its thread with this.
///
/// - Parameters:
///   - count: How many replications there are, at least 0; they are numbered from 0.
///   - jobs: How many run at once, at least 1; by default as many as there are processors.
///   - stop: Once requested, no further replication begins. Those that have begun run to their end unless they look at
///     it themselves.
///   - body: One replication. When one throws, no further one begins.
/// - Returns: The results by number.
/// - Throws: Of the errors that replications threw, the one with the lowest number, whatever the jobs; or
///   ``ReplicationsStopped`` where replications are missing. In both cases all that had begun have ended.
/// - Complexity: O(`count`) beside the replications; `jobs` - 1 threads.
@discardableResult
public func replicate<Result: Sendable>(
  _ count: Int, jobs: Int? = nil, stop: StopRequest? = nil, _ body: @Sendable (Int) throws -> Result
) throws -> [Result] {
  precondition(count >= 0, "the number of replications is \(count); it must be at least 0")
  let jobs = jobs ?? Workers.processorCount
  precondition(jobs >= 1, "jobs is \(jobs); it must be at least 1")
  return try withoutActuallyEscaping(body) { body in
    let ledger = ReplicationLedger<Result>(count: count, stop: stop)
    Workers.run(min(jobs, count)) { ledger.work(body) }
    return try ledger.results()
  }
}

/// Replications were stopped from outside before all had begun.
public struct ReplicationsStopped: Error, Sendable, Hashable, CustomStringConvertible {
  /// How many came to their end.
  public let finished: Int
  /// How many there should have been.
  public let count: Int

  public var description: String { "stopped on request after \(finished) of \(count) replications" }
}

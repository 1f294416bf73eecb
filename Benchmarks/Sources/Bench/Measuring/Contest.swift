import CMeasurement

/// Two sides that do the same work, in turns.
///
/// The machine's speed changes with what else it does; rounds that alternate (ours, theirs, ours, theirs) meet the same
/// changes, so the ratio holds where the nanoseconds do not.
struct Contest {
  let name: String
  /// What one unit of work is.
  let work: String
  /// What ours is compared with.
  let baseline: String
  /// Units in a round.
  let units: Int
  /// Units before the first round.
  let warmUp: Int
  var rounds = 5
  /// What the time of a round is.
  var clock = MeasurementClock.thread
  /// How far the sides' means may be apart; `nil` where the digests must be equal.
  var meanTolerance: Double?

  /// Measures both sides.
  ///
  /// - Throws: `Disagreement` when they did not do the same.
  func measure(_ ours: inout some Contestant, _ theirs: inout some Contestant) throws -> Row {
    ours.run(warmUp)
    theirs.run(warmUp)
    try check(ours, theirs)
    var (oursTimes, theirTimes): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      oursTimes.append(time { ours.run(units) })
      theirTimes.append(time { theirs.run(units) })
      try check(ours, theirs)
    }
    var row = Row(
      name: name, work: work, oursNanoseconds: clock.summary(of: oursTimes), baseline: baseline,
      baselineNanoseconds: clock.summary(of: theirTimes))
    row.allocations = allocations { ours.run(units) }
    row.retains = retains { ours.run(units) }
    return row
  }

  /// - Throws: `Disagreement`.
  private func check(_ ours: borrowing some Contestant, _ theirs: borrowing some Contestant) throws {
    if let meanTolerance {
      if abs(ours.mean - theirs.mean) <= meanTolerance { return }
      throw Disagreement(benchmark: name, ours: "mean \(ours.mean)", theirs: "mean \(theirs.mean)")
    }
    let (mine, other) = (ours.digest, theirs.digest)
    if mine != other {
      throw Disagreement(benchmark: name, ours: String(mine, radix: 16), theirs: String(other, radix: 16))
    }
  }

  private func time(_ body: () -> Void) -> Double {
    let start = clock.nanoseconds
    body()
    return Double(clock.nanoseconds - start) / Double(units)
  }

  private func allocations(_ body: () -> Void) -> Double {
    let before = measurement_allocation_count()
    body()
    return Double(measurement_allocation_count() - before) / Double(units)
  }

  private func retains(_ body: () -> Void) -> Double? {
    measurement_start_counting_retains()
    body()
    let count = measurement_stop_counting_retains()
    return count < 0 ? nil : Double(count) / Double(units)
  }
}

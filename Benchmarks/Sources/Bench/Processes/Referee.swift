import CMeasurement

/// Holds a contest from within a simulation in process style.
///
/// Such a simulation runs from its start to its end, so the other side's rounds are played inside it: a process reports
/// each unit of work, and the one that reports a round's last unit plays the baseline's round before it goes on.
///
/// All processes of a simulation run on one thread; that is what `@unchecked Sendable` stands for.
final class Referee: @unchecked Sendable {
  private enum Phase {
    case warmUp
    case round(Int)
    case allocations
    case retains
  }

  private let contest: Contest
  private var theirs: any Contestant
  /// The hash over what our side did so far.
  private let digest: () -> UInt64
  private var phase = Phase.warmUp
  private var remaining: Int
  private var start: UInt64 = 0
  private var oursTimes: [Double] = []
  private var theirTimes: [Double] = []
  private var allocationsPerUnit: Double?
  private var retainsPerUnit: Double?
  private var disagreement: Disagreement?
  private var residentBefore: UInt64
  private(set) var residentGrowth = 0.0
  /// Whether the processes shall end.
  private(set) var isOver = false

  /// Begins with the warm-up. What exists by now is not counted as the processes' memory.
  init(_ contest: Contest, against theirs: some Contestant, digest: @escaping () -> UInt64) {
    self.contest = contest
    self.theirs = theirs
    self.digest = digest
    remaining = contest.warmUp
    residentBefore = measurement_resident_bytes()
  }

  /// A process has done one unit of work.
  @inline(__always)
  func tick() {
    remaining &-= 1
    if remaining == 0 { endPhase() }
  }

  @inline(never)
  private func endPhase() {
    let end = measurement_cpu_nanoseconds()
    switch phase {
    case .warmUp:
      residentGrowth = Double(measurement_resident_bytes()) - Double(residentBefore)
      theirs.run(contest.warmUp)
      check()
      phase = .round(1)
    case .round(let number):
      oursTimes.append(Double(end - start) / Double(contest.units))
      playTheirs()
      check()
      phase = number < contest.rounds ? .round(number + 1) : .allocations
    case .allocations:
      allocationsPerUnit = Double(measurement_allocation_count() - start) / Double(contest.units)
      phase = .retains
    case .retains:
      let count = measurement_stop_counting_retains()
      retainsPerUnit = count < 0 ? nil : Double(count) / Double(contest.units)
      isOver = true
    }
    if !isOver { begin() }
  }

  private func begin() {
    remaining = contest.units
    switch phase {
    case .warmUp, .round: start = measurement_cpu_nanoseconds()
    case .allocations: start = measurement_allocation_count()
    case .retains: measurement_start_counting_retains()
    }
  }

  private func playTheirs() {
    let start = measurement_cpu_nanoseconds()
    theirs.run(contest.units)
    theirTimes.append(Double(measurement_cpu_nanoseconds() - start) / Double(contest.units))
  }

  private func check() {
    let (mine, other) = (digest(), theirs.digest)
    if mine != other {
      disagreement = Disagreement(
        benchmark: contest.name, ours: String(mine, radix: 16), theirs: String(other, radix: 16))
      isOver = true
    }
  }

  /// What was found, after the simulation has ended.
  ///
  /// - Throws: `Disagreement` when the two sides did not do the same.
  func row() throws -> Row {
    if let disagreement { throw disagreement }
    precondition(isOver, "\(contest.name): the processes ended before the contest did")
    var row = Row(
      name: contest.name, work: contest.work, oursNanoseconds: contest.clock.summary(of: oursTimes),
      baseline: contest.baseline,
      baselineNanoseconds: contest.clock.summary(of: theirTimes))
    row.allocations = allocationsPerUnit
    row.retains = retainsPerUnit
    return row
  }
}

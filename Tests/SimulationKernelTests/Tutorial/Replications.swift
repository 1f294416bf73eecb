import RandomStreams
import SimulationKernel

/// Twenty days of the bank, each with streams of its own.
struct Replications {
  let waits: Tally
  let losses: Tally

  init() {
    // snippet: replications
    var waits = Tally()
    var losses = Tally()
    for replication in 0..<20 {
      let day = BankDay.byEvents(StreamFamily(rootSeed: 1, replication: replication))
      waits.record(day.meanWait)
      losses.record(day.shareLost)
    }
    // end
    self.waits = waits
    self.losses = losses
  }

  /// The same days, side by side.
  static func sideBySide() throws -> [BankDay] {
    // snippet: replicate
    let days = try replicate(20) { replication in
      BankDay.byEvents(StreamFamily(rootSeed: 1, replication: replication))
    }
    // end
    return days
  }

  /// Half the width of the 95 % interval of a mean of replications.
  static func halfWidth(_ means: Tally) -> Double {
    // snippet: half-width
    // Student's t: 97.5 % of its distribution with 19 degrees of freedom lie below.
    let halfWidth = 2.093 * means.standardDeviation / Double(means.count).squareRoot()
    // end
    return halfWidth
  }
}

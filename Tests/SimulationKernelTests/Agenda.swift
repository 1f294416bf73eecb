import SimulationKernel

/// A model that does nothing but note its events, which are given from the beginning.
struct Agenda: SimulationModel {
  struct Entry: BitwiseCopyable {
    let name: Unicode.Scalar
    /// Whether the run is stopped at this event.
    let stops: Bool
  }

  private let entries: [(time: Double, rank: EventRank, entry: Entry)]
  /// The events so far, each with its time: `a0.0 b2.5`.
  private(set) var log: [String] = []

  /// Events in the order in which they are scheduled.
  init(_ entries: (name: Unicode.Scalar, time: Double)..., stoppingAt stop: Unicode.Scalar? = nil) {
    self.entries = entries.map { ($0.time, .normal, Entry(name: $0.name, stops: $0.name == stop)) }
  }

  /// Events at one time, in the order in which they are scheduled.
  init(at time: Double, _ entries: (name: Unicode.Scalar, rank: EventRank)...) {
    self.entries = entries.map { (time, $0.rank, Entry(name: $0.name, stops: false)) }
  }

  mutating func start(in scheduler: inout Scheduler<Entry>) {
    for (time, rank, entry) in entries {
      scheduler.schedule(entry, at: SimulationTime(seconds: time), rank: rank)
    }
  }

  mutating func handle(_ entry: Entry, in scheduler: inout Scheduler<Entry>) {
    log.append("\(entry.name)\(scheduler.now.seconds)")
    if entry.stops { scheduler.stop() }
  }
}

import CMeasurement

/// What the time of a round is.
enum MeasurementClock {
  /// Processor time of the calling thread.
  case thread
  /// Processor time of all threads.
  case process
  case wall

  var nanoseconds: UInt64 {
    switch self {
    case .thread: measurement_cpu_nanoseconds()
    case .process: measurement_process_cpu_nanoseconds()
    case .wall: measurement_wall_nanoseconds()
    }
  }

  /// One time for all rounds: the median; of wall time the least, since all that disturbs it makes it longer.
  func summary(of times: [Double]) -> Double {
    let sorted = times.sorted()
    return self == .wall ? sorted[0] : sorted[sorted.count / 2]
  }
}

import SimulationKernel

/// The timer of a patient under treatment.
///
/// The kernel takes no event back, so a cancelled timer goes off all the same; the turn tells that it is an old one.
struct DepartureTimer: BitwiseCopyable {
  static let none = DepartureTimer()

  private var turn: UInt32 = 0

  private init() {}

  mutating func start(
    for doctor: UInt32, after delay: SimulationDuration, in scheduler: inout Scheduler<Clinic.Event>
  ) {
    turn &+= 1
    scheduler.schedule(.departure(doctor: doctor, turn: turn), after: delay)
  }

  func cancel(in scheduler: inout Scheduler<Clinic.Event>) {}

  /// Whether an event is of the treatment that is under way.
  func isRight(_ turn: UInt32) -> Bool { turn == self.turn }
}

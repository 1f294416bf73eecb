import SimulationKernel

/// The timer of a patient under treatment; the kernel takes it back when a more urgent patient comes.
struct DepartureTimer: BitwiseCopyable {
  static let none = DepartureTimer()

  private var handle: EventHandle?

  private init() {}

  mutating func start(
    for doctor: UInt32, after delay: SimulationDuration, in scheduler: inout Scheduler<Clinic.Event>
  ) {
    handle = scheduler.scheduleCancellable(.departure(doctor: doctor), after: delay)
  }

  func cancel(in scheduler: inout Scheduler<Clinic.Event>) {
    if let handle { scheduler.cancel(handle) }
  }
}

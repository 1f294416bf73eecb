import SimulationKernel

/// The timer of a customer who waits.
///
/// The kernel takes no event back, so a cancelled timer goes off all the same; the office then finds nobody waiting.
struct PatienceTimer: BitwiseCopyable {
  static let none = PatienceTimer()

  private init() {}

  init(for customer: UInt32, after delay: SimulationDuration, in scheduler: inout Scheduler<Office.Event>) {
    scheduler.schedule(.patience(customer), after: delay)
  }

  func cancel(in scheduler: inout Scheduler<Office.Event>) {}
}

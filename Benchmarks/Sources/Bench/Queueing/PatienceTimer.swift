import SimulationKernel

/// The timer of a customer who waits; the kernel takes it back when the customer is served.
struct PatienceTimer: BitwiseCopyable {
  static let none = PatienceTimer()

  private var handle: EventHandle?

  private init() {}

  init(for customer: UInt32, after delay: SimulationDuration, in scheduler: inout Scheduler<Office.Event>) {
    handle = scheduler.scheduleCancellable(.patience(customer), after: delay)
  }

  func cancel(in scheduler: inout Scheduler<Office.Event>) {
    if let handle { scheduler.cancel(handle) }
  }
}

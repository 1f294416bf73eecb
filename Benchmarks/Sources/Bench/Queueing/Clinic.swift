import SimulationKernel

/// M/M/2 with two classes: an urgent patient takes the doctor of an ordinary one, who goes on later where it stopped.
///
/// 1.5 arrivals per time unit, two in five of them urgent, mean treatment 1. A unit is an arrival.
struct Clinic: CountingModel {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(doctor: UInt32)
  }

  private struct Patient: BitwiseCopyable {
    var arrival = 0.0
    var remaining = 0.0
    var isUrgent = false
  }

  private struct Doctor: BitwiseCopyable {
    var patient = Patient()
    var end = 0.0
    var isBusy = false
    var timer = DepartureTimer.none
  }

  private var arrivals: Generator
  private var treatments: Generator
  private var doctors = [Doctor](repeating: Doctor(), count: 2)
  private var urgent = WaitingLine(filler: Patient())
  private var ordinary = WaitingLine(filler: Patient())
  private var totalTime = 0.0
  private var treated: UInt64 = 0
  private var preempted: UInt64 = 0
  private(set) var count = 0
  var target = 0

  init(seed: UInt64) {
    arrivals = Generator(seed: seed, index: 0)
    treatments = Generator(seed: seed, index: 1)
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1 / 1.5)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival: arrive(&scheduler)
    case .departure(let doctor): depart(Int(doctor), &scheduler)
    }
  }

  private mutating func arrive(_ scheduler: inout Scheduler<Event>) {
    count &+= 1
    if count == target { scheduler.stop() }
    let isUrgent = arrivals.uniform() < 0.4
    let patient = Patient(
      arrival: scheduler.now.seconds, remaining: treatments.exponential(mean: 1), isUrgent: isUrgent)
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1 / 1.5)))
    var victim = -1
    var latest = -1.0
    for index in 0..<doctors.count {
      if !doctors[index].isBusy { return treat(patient, index, &scheduler) }
      if !doctors[index].patient.isUrgent, doctors[index].end > latest {
        (victim, latest) = (index, doctors[index].end)
      }
    }
    guard isUrgent else { return ordinary.append(patient) }
    guard victim >= 0 else { return urgent.append(patient) }
    interrupt(victim, &scheduler)
    treat(patient, victim, &scheduler)
  }

  private mutating func interrupt(_ index: Int, _ scheduler: inout Scheduler<Event>) {
    var interrupted = doctors[index].patient
    interrupted.remaining = doctors[index].end - scheduler.now.seconds
    ordinary.prepend(interrupted)
    doctors[index].timer.cancel(in: &scheduler)
    preempted &+= 1
  }

  private mutating func treat(_ patient: Patient, _ index: Int, _ scheduler: inout Scheduler<Event>) {
    doctors[index].patient = patient
    doctors[index].end = scheduler.now.seconds + patient.remaining
    doctors[index].isBusy = true
    doctors[index].timer.start(for: UInt32(index), after: .seconds(patient.remaining), in: &scheduler)
  }

  private mutating func depart(_ index: Int, _ scheduler: inout Scheduler<Event>) {
    treated &+= 1
    totalTime += scheduler.now.seconds - doctors[index].patient.arrival
    doctors[index].isBusy = false
    if urgent.count > 0 {
      treat(urgent.removeFirst(), index, &scheduler)
    } else if ordinary.count > 0 {
      treat(ordinary.removeFirst(), index, &scheduler)
    }
  }

  func digest(at now: Double) -> UInt64 { mixed(mixed(mixed(mixed(0, treated), preempted), totalTime), now) }
}

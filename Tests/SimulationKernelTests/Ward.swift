import Foundation
import RandomStreams
import SimulationKernel

/// Patients who come to a few beds again and again, and lose patience: draws, ties, ranks, cancelled and moved events,
/// handles held by the model, and monitors. As many events are pending as there are patients, nearly.
struct Ward: SimulationModel, Codable {
  enum Event: Codable, BitwiseCopyable {
    case arrive(Int32)
    case leave(Int32)
    case loseHeart(Int32)
  }

  private let beds: Int
  private let patients: Int32
  private var busy = 0
  private var queue: [Int32] = []
  private var patience: [EventHandle?]
  private var since: [Double]
  private var stream: RandomStream
  private(set) var waits = Tally()
  private var sketch = QuantileSketch(relativeError: 0.01, smallest: 1e-3)
  private var length = TimeWeightedAverage()

  init(_ patients: Int, seed: UInt64 = 1, replication: Int = 0) {
    beds = max(1, patients / 8)
    self.patients = Int32(patients)
    patience = Array(repeating: nil, count: patients)
    since = Array(repeating: 0, count: patients)
    stream = StreamFamily(rootSeed: seed, replication: replication).stream("ward")
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    for patient in 0..<patients { scheduler.schedule(.arrive(patient), after: delay(4)) }
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrive(let patient): arrive(patient, &scheduler)
    case .leave(let patient):
      scheduler.schedule(.arrive(patient), after: delay(4))
      busy -= 1
      takeNext(&scheduler)
    case .loseHeart(let patient):
      queue.removeAll { $0 == patient }
      patience[Int(patient)] = nil
      scheduler.schedule(.arrive(patient), after: delay(4), rank: .late)
    }
    length.set(Double(queue.count), at: scheduler.now)
  }

  private mutating func arrive(_ patient: Int32, _ scheduler: inout Scheduler<Event>) {
    since[Int(patient)] = scheduler.now.seconds
    queue.append(patient)
    patience[Int(patient)] = scheduler.scheduleCancellable(.loseHeart(patient), after: delay(2), rank: .early)
    takeNext(&scheduler)
    // Whoever is first in the queue takes heart again when another one comes.
    if let first = queue.first, var handle = patience[Int(first)] {
      if scheduler.reschedule(&handle, after: delay(2)) { patience[Int(first)] = handle }
    }
  }

  private mutating func takeNext(_ scheduler: inout Scheduler<Event>) {
    guard busy < beds, !queue.isEmpty else { return }
    let patient = queue.removeFirst()
    if let handle = patience[Int(patient)] { scheduler.cancel(handle) }
    patience[Int(patient)] = nil
    let wait = scheduler.now.seconds - since[Int(patient)]
    waits.record(wait)
    sketch.record(wait, at: scheduler.now)
    busy += 1
    scheduler.schedule(.leave(patient), after: delay(1))
  }

  /// One delay in four is a whole number of eighths, so that there are ties.
  private mutating func delay(_ mean: Double) -> SimulationDuration {
    let seconds = stream.exponential(mean: mean)
    return .seconds(stream.below(4) > 0 ? seconds : (seconds * 8).rounded(.down) / 8)
  }
}

extension Simulation where Model: Codable, Model.Event: Codable {
  /// The whole state, in bytes that are equal where it is.
  func bytes() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(self)
  }

  init(bytes: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }
}

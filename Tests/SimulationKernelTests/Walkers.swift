import RandomStreams
import SimulationKernel

/// A model with random steps and many events at equal times: walkers on a ring, each with the next step of its own.
struct Walkers: SimulationModel {
  struct Step: BitwiseCopyable {
    let walker: Int
  }

  private(set) var positions: [Int]
  private var stream: RandomStream

  init(_ count: Int, seed: UInt64 = 7) {
    positions = Array(repeating: 0, count: count)
    stream = StreamFamily(rootSeed: seed, replication: 0).stream("walkers")
  }

  mutating func start(in scheduler: inout Scheduler<Step>) {
    for walker in positions.indices { scheduler.schedule(Step(walker: walker), after: .zero) }
  }

  mutating func handle(_ step: Step, in scheduler: inout Scheduler<Step>) {
    positions[step.walker] += 1 - 2 * stream.below(2)
    scheduler.schedule(step, after: .seconds(Double(stream.below(4)) / 2))
  }
}

import Competitors
import SimulationKernel

/// Processes that share a resource.
enum SeizeBenchmarks {
  private static let seed: UInt64 = 20_260_101

  static var all: [Benchmark] {
    [
      Benchmark("resource") { name in
        let (customers, capacity) = (1_000, 100)
        guard let contender = contender_seize(Int64(customers), Int64(capacity), seed) else { throw NoCompetitor(name) }
        let contest = Contest(
          name: name, work: "think, seize, hold, release: \(customers) processes, \(capacity) units",
          baseline: "C++ 4-ary heap, event style", units: 300_000, warmUp: 100_000)
        let journal = SeizeJournal(customers, seed: seed)
        let referee = Referee(contest, against: Competitor(contender)) { journal.order }
        let simulation = ProcessSimulation()
        let clock = simulation.clock
        let desk = Resource("desk", capacity: capacity, in: simulation)
        try simulation.run(customers) { number in
          while !referee.isOver {
            try await clock.sleep(for: .seconds(journal.draw(number, mean: 9)))
            try await desk.withUnit {
              try await clock.sleep(for: .seconds(journal.draw(number, mean: 1)))
              if referee.isOver { return }
              journal.note(number, at: clock.now.seconds)
              referee.tick()
            }
          }
        }
        return try referee.row()
      }
    ]
  }
}

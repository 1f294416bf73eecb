import Competitors
import SimulationKernel

/// The M/M/1 queue with one process a customer.
enum BankProcessBenchmarks {
  static var all: [Benchmark] {
    [
      Benchmark("mm1/process") { name in
        guard let contender = contender_mm1(QueueingBenchmarks.seed) else { throw NoCompetitor(name) }
        let contest = Contest(
          name: name, work: "one customer of M/M/1, utilisation 0.9; each is a process that seizes a resource",
          baseline: "C++ loop over std::priority_queue, event style", units: 200_000, warmUp: 100_000)
        let journal = BankJournal(seed: QueueingBenchmarks.seed)
        let referee = Referee(contest, against: Competitor(contender)) { journal.digest }
        let simulation = ProcessSimulation()
        let clock = simulation.clock
        let desk = Resource("desk", capacity: 1, in: simulation)
        try simulation.runSource { start in
          while !referee.isOver {
            try await clock.sleep(for: .seconds(journal.drawInterarrival()))
            let service = journal.drawService()
            let arrival = clock.now.seconds
            start {
              try await desk.withUnit {
                try await clock.sleep(for: .seconds(service))
                if referee.isOver { return }
                journal.noteDeparture(at: clock.now.seconds, arrival: arrival)
                referee.tick()
              }
            }
          }
        }
        return try referee.row()
      }
    ]
  }
}

import Foundation
import RandomStreams
import SimulationKernel

/// What the crew did in a world, in the same world without one agent for a while, and in another such world.
struct ForkedRun {
  let asItWas: Double
  let withFailure: Double
  let elsewhere: Double

  init(replication: Int) {
    // snippet: fork
    let fork = SimulationTime(seconds: 10_000)
    let end = SimulationTime(seconds: 20_000)
    var crew = Simulation(Crew(agents: 5, StreamFamily(rootSeed: 1, replication: replication)))
    crew.run(until: fork)
    crew.model.times.reset()

    var other = crew
    other.intervene { crew, scheduler in crew.fail(3, for: .seconds(3_600), in: &scheduler) }

    crew.run(until: end)
    other.run(until: end)
    let cost = other.model.times.mean - crew.model.times.mean
    // end
    asItWas = crew.model.times.mean
    withFailure = asItWas + cost
    var stranger = Simulation(Crew(agents: 5, StreamFamily(rootSeed: 1, replication: replication + 1_000)))
    stranger.run(until: fork)
    stranger.model.times.reset()
    stranger.intervene { crew, scheduler in crew.fail(3, for: .seconds(3_600), in: &scheduler) }
    stranger.run(until: end)
    elsewhere = stranger.model.times.mean
  }

  /// The last events before the fork, a line each.
  static func lastEvents() -> String {
    var crew = Simulation(Crew(agents: 5, StreamFamily(rootSeed: 1, replication: 0)))
    let fork = SimulationTime(seconds: 10_000)
    // snippet: last-events
    var last = EventRing<Crew>(capacity: 3)
    crew.run(until: fork, observer: &last)
    // last.text has three lines
    // end
    return last.text
  }

  /// Writes a run to data, reads it back, and runs both on; returns them.
  static func resumed() throws -> (written: Simulation<Crew>, read: Simulation<Crew>, bytes: Int) {
    var crew = Simulation(Crew(agents: 5, StreamFamily(rootSeed: 1, replication: 0)))
    crew.run(until: SimulationTime(seconds: 10_000))
    // snippet: checkpoint
    let checkpoint = try JSONEncoder().encode(crew)
    var resumed = try JSONDecoder().decode(Simulation<Crew>.self, from: checkpoint)

    crew.run(until: SimulationTime(seconds: 20_000))
    resumed.run(until: SimulationTime(seconds: 20_000))
    // crew.fingerprint == resumed.fingerprint
    // end
    return (crew, resumed, checkpoint.count)
  }
}

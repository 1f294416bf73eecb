import RandomStreams
import SimulationKernel
import Testing

struct ColonyTests {
  private func colony(censusRank: EventRank = .late, seed: UInt64 = 1) -> Simulation<Colony> {
    let streams = StreamFamily(rootSeed: seed, replication: 0)
    var colony = Simulation(Colony(ants: 200, streams, censusRank: censusRank))
    colony.run(until: SimulationTime(seconds: 3_600))
    return colony
  }

  @Test("The article tells the first hour as it was")
  func firstHour() throws {
    let article = try Article("AntColony")
    let colony = colony()
    #expect(article.text.contains("\(colony.model.trips[0]) trips"))
    #expect(article.text.contains("\(colony.model.trips[1]) by the long"))
    #expect(article.text.contains("\(colony.eventCount) events"))
    let eager = colony.model.ants.sorted { $0.threshold < $1.threshold }
    #expect(article.text.contains("\(eager.prefix(50).reduce(0) { $0 + $1.trips }) trips"))
    #expect(article.text.contains("\(eager.suffix(50).reduce(0) { $0 + $1.trips }) trips"))
  }

  @Test("The ants keep the hunger below the highest threshold, with more trips than were asked for")
  func hunger() throws {
    let model = colony().model
    let trips = model.trips.reduce(0, +)
    #expect(model.hunger < 50)
    #expect(model.ants.reduce(0) { $0 + Int($1.trips) } == trips)
    // Every ten seconds from 0 to 3,600.
    let asked = 361 * Int(0.02 * 200)
    #expect(try Article("AntColony").words.contains("asks for \(asked) loads and gets \(trips)"))
  }

  @Test("The census sees another number where it comes before the ants of its moment")
  func ranks() throws {
    let article = try Article("AntColony")
    let late = colony().model.counted.samples.map(\.value)
    let early = colony(censusRank: .early).model.counted.samples.map(\.value)
    #expect(late[1] != early[1])
    #expect(article.text.contains("\(Int(late[60])) ants"))
    #expect(article.text.contains("\(Int(early[60])) ants"))
  }

  @Test("An hour repeats to the event, and another seed gives another hour")
  func fingerprints() {
    #expect(colony().fingerprint == colony().fingerprint)
    #expect(colony().fingerprint != colony(seed: 2).fingerprint)
  }

  @Test("A trail loses the same share whether it is looked at or not")
  func evaporation() {
    var (watched, alone) = (Trail(), Trail())
    watched.lay(8, at: .zero)
    alone.lay(8, at: .zero)
    for second in 1...600 { watched.lay(0, at: SimulationTime(seconds: Double(second))) }
    let end = SimulationTime(seconds: 600)
    #expect(abs(alone.amount(at: end) - 8 * 0.36787944117144233) < 1e-14)
    #expect(abs(watched.amount(at: end) - alone.amount(at: end)) < 1e-12)
  }

  @Test("An ant takes 40 bytes and its pending event 24")
  func memory() throws {
    #expect(MemoryLayout<Ant>.stride == 40)
    // 16 bytes of key and the event.
    #expect(16 + MemoryLayout<Colony.Event>.stride == 24)
    let article = try Article("AntColony")
    #expect(article.text.contains("40 bytes") && article.text.contains("24 bytes"))
  }
}

import SimulationKernel
import Testing

@Suite("Forks of a simulation")
struct ForkTests {
  /// The sizes keep the list a heap, let it change, and make it a ladder.
  static let sizes = [10, 130, 700]

  @Test(
    "A fork, the original and a run without any are one and the same, whoever goes first",
    arguments: EventListStructure.allCases, sizes)
  func sameChoices(structure: EventListStructure, size: Int) throws {
    var plain = Simulation(Ward(size))
    plain.run(maximumEvents: 1_600)
    let expected = try plain.bytes()
    for forksAt in [0, 400, 799] {
      var original = Simulation(Ward(size), eventList: structure)
      original.run(maximumEvents: forksAt)
      var (first, second) = (original, original)
      first.run(maximumEvents: 1_600 - forksAt)
      original.run(maximumEvents: 800 - forksAt)
      // A fork in pieces, forked once more on its way.
      second.run(maximumEvents: 400)
      var third = second
      original.run(maximumEvents: 800)
      third.run(maximumEvents: 1_200 - forksAt)
      second.run(maximumEvents: 1_200 - forksAt)
      for simulation in [first, original, second, third] {
        #expect(simulation.fingerprint == plain.fingerprint)
        #expect(try simulation.bytes() == expected)
      }
    }
  }

  @Test("A fork that is changed goes as a fresh run that is changed in the same way, and the original does not notice")
  func otherChoices() throws {
    func change(_ simulation: inout Simulation<Ward>) {
      simulation.intervene { $1.schedule(.arrive(3), after: .seconds(0.5), rank: .early) }
    }
    var fresh = Simulation(Ward(300))
    fresh.run(maximumEvents: 1_500)
    change(&fresh)
    fresh.run(maximumEvents: 1_500)

    var original = Simulation(Ward(300))
    original.run(maximumEvents: 1_500)
    let before = try original.bytes()
    var fork = original
    change(&fork)
    fork.run(maximumEvents: 1_500)
    #expect(try fork.bytes() == fresh.bytes())
    #expect(try original.bytes() == before)
    original.run(maximumEvents: 1_500)
    #expect(original.fingerprint != fork.fingerprint)
  }

  @Test("A fork copies nothing until it runs: a hundred thousand of them with as many events are no matter")
  func lazyCopies() {
    var original = Simulation(Ward(20_000))
    let forks = Array(repeating: original, count: 100_000)
    original.run(maximumEvents: 10)
    #expect(forks.allSatisfy { $0.pendingCount == 20_000 && $0.eventCount == 0 })
  }

  @Test("A copy has the structure of its list", arguments: EventListStructure.allCases)
  func structureOfCopies(structure: EventListStructure) {
    let list = EventList<Int>(structure: structure)
    let copied = list.copy().structure
    #expect(copied == structure)
  }
}

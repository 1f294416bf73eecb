import Foundation
import SimulationKernel
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Checkpoints")
struct CheckpointTests {
  @Test(
    "A run that is read back ends as one that was never written, and is written again to the same bytes",
    arguments: EventListStructure.allCases, ForkTests.sizes)
  func goesOn(structure: EventListStructure, size: Int) throws {
    var whole = Simulation(Ward(size), eventList: structure)
    var pieces = try Simulation<Ward>(bytes: whole.bytes())
    for events in [1, 99, 700, 700] {
      whole.run(maximumEvents: events)
      pieces.run(maximumEvents: events)
      let bytes = try whole.bytes()
      #expect(try pieces.bytes() == bytes)
      pieces = try Simulation(bytes: bytes)
      #expect(try pieces.bytes() == bytes)
    }
    #expect(pieces.fingerprint == whole.fingerprint)
    #expect(pieces.eventCount == 1_500 && pieces.now == whole.now && pieces.pendingCount == whole.pendingCount)
  }

  @Test("A clock that stands between two events is kept")
  func clock() throws {
    var simulation = Simulation(Ward(20))
    simulation.run(until: SimulationTime(seconds: 10))
    #expect(try Simulation<Ward>(bytes: simulation.bytes()).now == SimulationTime(seconds: 10))
  }

  @Test("A run that is killed goes on from its last checkpoint, to the bytes of a run that was left in peace")
  func killed() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("checkpoint.json").path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var simulation = Simulation(Ward(300))
      for piece in 1... {
        simulation.run(maximumEvents: 500)
        let (bytes, url) = (try simulation.bytes(), URL(fileURLWithPath: path + ".new"))
        if piece == 4 {
          // The worst moment: half of the next one is written.
          try bytes.prefix(bytes.count / 2).write(to: url)
          kill(getpid(), SIGKILL)
        }
        try bytes.write(to: url)
        guard rename(url.path, path) == 0 else { return }
      }
    }
    var resumed = try Simulation<Ward>(bytes: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(resumed.eventCount == 1_500)
    resumed.run(maximumEvents: 1_000)
    var whole = Simulation(Ward(300))
    whole.run(maximumEvents: 2_500)
    #expect(try resumed.bytes() == whole.bytes())
  }
}

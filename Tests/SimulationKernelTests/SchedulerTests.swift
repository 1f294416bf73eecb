import SimulationKernel
import Testing

@Suite("Scheduler")
struct SchedulerTests {
  @Test("An event now, at the time of another one, comes after those that were scheduled before it")
  func zeroDelay() {
    struct Chain: SimulationModel {
      var log: [Int] = []
      mutating func start(in scheduler: inout Scheduler<Int>) {
        scheduler.schedule(1, at: .zero)
        scheduler.schedule(2, after: .zero)
      }
      mutating func handle(_ event: Int, in scheduler: inout Scheduler<Int>) {
        log.append(event)
        if event == 1 {
          scheduler.schedule(3, at: scheduler.now)
          scheduler.schedule(4, after: .seconds(-0.0))
        }
      }
    }
    var simulation = Simulation(Chain())
    simulation.run()
    #expect(simulation.model.log == [1, 2, 3, 4])
    #expect(simulation.now == .zero)
  }

  // A number that is none cannot be handed to the other process as JSON: its bits can.
  @Test(
    "A delay that is negative or not finite ends the program",
    arguments: [-1, -.leastNonzeroMagnitude, .nan, .infinity, -.infinity].map(\Double.bitPattern))
  func badDelay(bits: UInt64) async {
    await #expect(processExitsWith: .failure) { [bits = bits as UInt64] in
      var simulation = Simulation(Agenda(("a", 2)))
      simulation.intervene {
        $1.schedule(Agenda.Entry(name: "b", stops: false), after: .seconds(Double(bitPattern: bits)))
      }
    }
  }

  @Test("A time that is past ends the program")
  func pastTime() async {
    await #expect(processExitsWith: .failure) {
      var simulation = Simulation(Agenda(("a", 2)))
      simulation.run()
      simulation.intervene {
        $1.schedule(Agenda.Entry(name: "b", stops: false), at: SimulationTime(seconds: 2.0.nextDown))
      }
    }
  }

  @Test("A delay beyond the last time that there is ends the program")
  func overflow() async {
    await #expect(processExitsWith: .failure) {
      var simulation = Simulation(Agenda(("a", .greatestFiniteMagnitude)))
      simulation.run()
      simulation.intervene {
        $1.schedule(Agenda.Entry(name: "b", stops: false), after: .seconds(.greatestFiniteMagnitude))
      }
    }
  }
}

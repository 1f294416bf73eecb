import RandomStreams
import SimulationKernel
import Testing

struct CrewTests {
  @Test("The article tells what a failure costs, and what a fork saves")
  func costOfFailure() throws {
    let article = try Article("ForkARun")
    var (pairs, strangers) = (Tally(), Tally())
    for replication in 0..<20 {
      let run = ForkedRun(replication: replication)
      pairs.record(run.withFailure - run.asItWas)
      strangers.record(run.elsewhere - run.asItWas)
    }
    #expect(article.says(pairs.mean, digits: 0, " s"))
    #expect(article.says(pairs.standardDeviation, digits: 0, " s"))
    #expect(article.says(strangers.standardDeviation, digits: 0, " s"))
    #expect(article.says(strangers.variance / pairs.variance, digits: 0, " times"))
  }

  @Test("A run that was written and read goes on as the one that was not")
  func checkpoint() throws {
    let (written, read, bytes) = try ForkedRun.resumed()
    #expect(written.fingerprint == read.fingerprint)
    #expect(written.model.times == read.model.times)
    #expect(written.now == read.now && written.eventCount == read.eventCount)
    #expect(bytes < 4_000)
  }

  @Test("A failed agent's task is not done by it, and not lost")
  func nothingIsLost() {
    var crew = Simulation(Crew(agents: 1, StreamFamily(rootSeed: 1, replication: 0)))
    while crew.model.agents[0].work == nil { crew.run(maximumEvents: 1) }
    crew.intervene { crew, scheduler in crew.fail(0, for: .seconds(1e6), in: &scheduler) }
    crew.run(until: SimulationTime(seconds: 5e5))
    #expect(crew.model.times.count == 0)
    #expect(crew.model.waiting.first?.number == 0)
    #expect(crew.model.waiting.count == crew.model.tasks)
  }

  @Test("The article shows the last three events before the fork")
  func lastEvents() throws {
    let lines = ForkedRun.lastEvents().split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { #expect(try Article("ForkARun").text.contains(line), "\(line)") }
  }
}

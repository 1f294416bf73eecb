import RandomStreams
import SimulationKernel

// snippet: crew
/// Agents who work on tasks, first come, first served.
struct Crew: SimulationModel, Codable {
  enum Event: BitwiseCopyable, Codable {
    case taskComes
    case taskIsDone(agent: Int)
    case agentReturns(agent: Int)
  }

  struct Work: Codable {
    let number: Int
    let came: Double
  }

  struct Agent: Codable {
    var isWell = true
    var work: Work?
    var end: EventHandle?
  }

  var arrivals: RandomStream
  let lengths: NamedStreams
  var tasks = 0
  var waiting: [Work] = []
  var agents: [Agent]
  /// From the arrival of a task to its end, in seconds.
  var times = Tally()

  init(agents count: Int, _ streams: StreamFamily) {
    arrivals = streams.stream("arrivals")
    lengths = streams.named("lengths")
    agents = Array(repeating: Agent(), count: count)
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.taskComes, after: .seconds(arrivals.exponential(mean: 25)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .taskComes:
      waiting.append(Work(number: tasks, came: scheduler.now.seconds))
      tasks += 1
      scheduler.schedule(.taskComes, after: .seconds(arrivals.exponential(mean: 25)))
    case .taskIsDone(let agent):
      if let work = agents[agent].work { times.record(scheduler.now.seconds - work.came) }
      agents[agent] = Agent()
    case .agentReturns(let agent):
      agents[agent] = Agent()
    }
    assign(in: &scheduler)
  }

  mutating func assign(in scheduler: inout Scheduler<Event>) {
    for agent in agents.indices where agents[agent].isWell && agents[agent].work == nil {
      guard !waiting.isEmpty else { return }
      let work = waiting.removeFirst()
      var length = lengths.stream(for: StreamEntity(work.number))
      agents[agent].work = work
      agents[agent].end = scheduler.scheduleCancellable(
        .taskIsDone(agent: agent), after: .seconds(length.exponential(mean: 90)))
    }
  }
}
// end

// snippet: crew-fails
extension Crew {
  /// Takes an agent out; its task goes back to the front of the queue and begins anew.
  mutating func fail(_ agent: Int, for repair: SimulationDuration, in scheduler: inout Scheduler<Event>) {
    if let end = agents[agent].end { scheduler.cancel(end) }
    if let work = agents[agent].work { waiting.insert(work, at: 0) }
    agents[agent] = Agent(isWell: false)
    scheduler.schedule(.agentReturns(agent: agent), after: repair)
    assign(in: &scheduler)
  }
}
// end

import SimulationKernel

/// What SimPy's first examples look like here; each returns what it would print.
enum Vocabulary {
  /// The two clocks on the first page of SimPy.
  static func twoClocks() throws -> [String] {
    let lines = Lines()
    // snippet: two-clocks
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    func tick(_ name: String, every seconds: Double) {
      simulation.start(name) {
        while true {
          lines.add("\(name) \(clock.now.seconds)")
          try await clock.sleep(for: .seconds(seconds))
        }
      }
    }
    tick("fast", every: 0.5)
    tick("slow", every: 1)
    try simulation.run(until: SimulationTime(seconds: 1))
    simulation.end()
    // end
    return lines.all
  }

  /// The first of several things, and all of them.
  static func conditions() throws -> [String] {
    let lines = Lines()
    // snippet: conditions
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let answer = Signal<String>("answer", in: simulation)
    try simulation.run {
      let oracle = simulation.start("oracle") {
        try await clock.sleep(for: .seconds(7))
        answer.fire("42")
      }
      let first = try await simulation.firstOf(answer.fired, .after(.seconds(5)))
      lines.add(first == 0 ? "answered" : "too late at \(clock.now.seconds)")
      _ = try await simulation.allOf(answer.fired, oracle.end)
      lines.add("\(try await answer.wait()) at \(clock.now.seconds)")
    }
    // end
    return lines.all
  }

  /// A car that is called while its battery loads.
  static func interrupts() throws -> [String] {
    let lines = Lines()
    // snippet: interrupt
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let car = simulation.start("car") {
      do {
        try await clock.sleep(for: .seconds(300))
      } catch let interrupt as Interrupt {
        lines.add("\(interrupt)")
      }
    }
    simulation.start("driver") {
      try await clock.sleep(for: .seconds(180))
      car.interrupt("we must go")
    }
    try simulation.run(until: nil)
    // end
    return lines.all
  }

  /// Goods, an amount of fuel, and who takes what.
  static func stores() throws -> [String] {
    let lines = Lines()
    // snippet: stores
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let parcels = Store<Int>("parcels", capacity: 10, in: simulation, orderedBy: <)
    let tank = Container("tank", capacity: 100, level: 20, in: simulation)
    simulation.start("producer") {
      for weight in [7, 3, 8] { try await parcels.put(weight) }
      try await clock.sleep(for: .seconds(60))
      try await tank.put(50)
    }
    try simulation.run {
      lines.add("\(try await parcels.take())")
      lines.add("\(try await parcels.take { $0.isMultiple(of: 2) })")
      try await tank.take(40)
      lines.add("\(tank.level) left at \(clock.now.seconds)")
    }
    // end
    return lines.all
  }

  /// Two processes that wait for what the other holds.
  static func deadlock() -> [String] {
    let lines = Lines()
    // snippet: deadlock
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let left = Resource("left fork", capacity: 1, in: simulation)
    let right = Resource("right fork", capacity: 1, in: simulation)
    let kant = simulation.start("Kant") {
      try await left.withUnit {
        try await clock.sleep(for: .seconds(1))
        try await right.withUnit {}
      }
    }
    simulation.start("Hume") {
      try await right.withUnit {
        try await clock.sleep(for: .seconds(1))
        try await left.withUnit {}
      }
    }
    do {
      try simulation.run { try await kant.finished() }
    } catch {
      lines.add("\(error)")
    }
    // end
    return lines.all
  }
}

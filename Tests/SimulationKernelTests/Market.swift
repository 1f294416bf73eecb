import SimulationKernel

/// A world that uses all that a process can: child tasks of both kinds, ranks, resources, actors, cancellation, and
/// many equal times.
enum Market {
  struct Outcome: Hashable {
    let lines: [String]
    let fingerprint: Fingerprint
    let events: Int
  }

  private actor Till {
    private(set) var sum = 0
    func take(_ amount: Int) { sum += amount }
  }

  /// Plays the market from its beginning, on the calling thread.
  ///
  /// - Parameter shift: Added to the number of every customer: another shift is another market.
  static func play(shift: Int = 0) throws -> Outcome {
    let simulation = ProcessSimulation()
    let (clock, journal, till) = (simulation.clock, Journal(), Till())
    let stall = Resource("stall", capacity: 3, in: simulation)

    @Sendable func shop(_ customer: Int) async throws {
      try await clock.sleep(until: SimulationTime(seconds: Double(customer % 5)), rank: EventRank(Int16(customer % 3)))
      try await stall.withUnit {
        async let pay: Void = till.take(customer)
        async let pack: Void = clock.sleep(for: .seconds(Double(customer % 4) / 2))
        await pay
        try await pack
        journal.note("\(customer) at \(clock.now.seconds)")
      }
    }

    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for customer in shift..<shift + 40 { group.addTask { try await shop(customer) } }
        // One of them has no patience; who that is depends on the order alone.
        try await group.next()
        group.addTask { try await clock.sleep(for: .seconds(1_000)) }
        for _ in 0..<30 { try await group.next() }
        group.cancelAll()
        while let result = await group.nextResult() {
          if case .failure = result { journal.note("left at \(clock.now.seconds)") }
        }
      }
      journal.note("till \(await till.sum)")
    }
    return Outcome(lines: journal.lines, fingerprint: simulation.fingerprint, events: simulation.eventCount)
  }
}

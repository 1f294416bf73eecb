extension Simulation {
  /// Handles events in their order until a limit is met; a further call goes on from there.
  ///
  /// Events at exactly `limit` are handled. Where the limit ends the run, the clock stands at the limit.
  ///
  /// - Parameters:
  ///   - limit: The last moment of the run.
  ///   - maximumEvents: The most events to handle in this call.
  ///   - stop: Ends the run with `request`; looked at every 1,024 events, and any thread may utter it.
  /// - Precondition: `limit` is not in the past.
  /// - Complexity: O(1) amortised an event, O(log n) while few are pending.
  @inlinable
  @discardableResult
  public mutating func run(
    until limit: SimulationTime? = nil, maximumEvents: Int = .max, stop: StopRequest? = nil
  ) -> End {
    var observer = NoObserver<Model>()
    return run(
      until: limit, maximumEvents: maximumEvents, stop: stop, observer: &observer, while: { _ in true })
  }

  /// Handles events in their order for as long as a condition holds, or until a limit is met.
  ///
  /// - Parameters:
  ///   - limit: The last moment of the run.
  ///   - maximumEvents: The most events to handle in this call.
  ///   - stop: Ends the run with `request`; looked at every 1,024 events, and any thread may utter it.
  ///   - condition: Asked after every event.
  @inlinable
  @discardableResult
  public mutating func run(
    until limit: SimulationTime? = nil, maximumEvents: Int = .max, stop: StopRequest? = nil,
    while condition: (Model) -> Bool
  ) -> End {
    var observer = NoObserver<Model>()
    return run(until: limit, maximumEvents: maximumEvents, stop: stop, observer: &observer, while: condition)
  }

  /// Handles events in their order until a limit is met, and tells an observer of each.
  ///
  /// - Parameters:
  ///   - limit: The last moment of the run.
  ///   - maximumEvents: The most events to handle in this call.
  ///   - stop: Ends the run with `request`; looked at every 1,024 events, and any thread may utter it.
  ///   - observer: Told of every event; it changes nothing about the run.
  @inlinable
  @discardableResult
  public mutating func run(
    until limit: SimulationTime? = nil, maximumEvents: Int = .max, stop: StopRequest? = nil,
    observer: inout some SimulationObserver<Model>
  ) -> End {
    run(until: limit, maximumEvents: maximumEvents, stop: stop, observer: &observer, while: { _ in true })
  }

  /// Handles events in their order for as long as a condition holds, or until a limit is met, and tells an observer.
  ///
  /// - Parameters:
  ///   - limit: The last moment of the run.
  ///   - maximumEvents: The most events to handle in this call.
  ///   - stop: Ends the run with `request`; looked at every 1,024 events, and any thread may utter it.
  ///   - observer: Told of every event; it changes nothing about the run.
  ///   - condition: Asked after every event.
  @inlinable
  @discardableResult
  public mutating func run(
    until limit: SimulationTime? = nil, maximumEvents: Int = .max, stop: StopRequest? = nil,
    observer: inout some SimulationObserver<Model>, while condition: (Model) -> Bool
  ) -> End {
    if let limit {
      precondition(limit >= now, "at \(now.seconds) s: a run until \(limit.seconds) s is asked for, which is past")
    }
    makeUnique()
    let bound = limit.map { $0.seconds.bitPattern + 1 } ?? .max
    let end: End
    if let stop {
      end = Self.pieces(
        &model, &storage.scheduler, before: bound, maximumEvents: maximumEvents, stop, &observer, while: condition)
    } else {
      end = Self.loop(
        &model, &storage.scheduler, before: bound, maximumEvents: maximumEvents, &observer, while: condition)
    }
    if let limit, end == .timeLimit || end == .exhausted { storage.scheduler.currentTime = max(limit, now) }
    return end
  }

  /// Runs the loop in pieces and looks at a wish to end in between, so that no look stands in the loop itself.
  @inlinable
  @inline(never)
  static func pieces(
    _ model: inout Model, _ scheduler: inout Scheduler<Model.Event>, before bound: UInt64, maximumEvents: Int,
    _ stop: StopRequest, _ observer: inout some SimulationObserver<Model>, while condition: (Model) -> Bool
  ) -> End {
    var rest = maximumEvents
    while true {
      if stop.isRequested { return scheduler.events.isEmpty ? .exhausted : .request }
      let piece = min(rest, 1_024)
      let end = loop(&model, &scheduler, before: bound, maximumEvents: piece, &observer, while: condition)
      rest -= piece
      if end != .eventLimit || rest <= 0 { return end }
    }
  }

  @inlinable
  @inline(__always)
  static func loop(
    _ model: inout Model, _ scheduler: inout Scheduler<Model.Event>, before bound: UInt64, maximumEvents: Int,
    _ observer: inout some SimulationObserver<Model>, while condition: (Model) -> Bool
  ) -> End {
    scheduler.stopRequested = false
    var rest = maximumEvents
    while true {
      if rest <= 0 { return scheduler.events.isEmpty ? .exhausted : .eventLimit }
      guard let record = scheduler.events.popFirst(before: bound) else {
        return scheduler.events.isEmpty ? .exhausted : .timeLimit
      }
      scheduler.events.prefetch(with: model)
      scheduler.advance(to: record)
      observer.willHandle(HandledEvent(record), in: model)
      model.handle(record.event, in: &scheduler)
      observer.didHandle(HandledEvent(record), in: model)
      rest &-= 1
      if scheduler.stopRequested { return .stopped }
      if !condition(model) { return .condition }
    }
  }
}

extension EventList {
  /// How many events ahead the model is told of them: more than the processor's outstanding loads, few enough that the
  /// lines are still there.
  @inlinable static var prefetchDistance: Int { 16 }

  /// Tells the model which event comes soon.
  @inlinable
  func prefetch<Model: SimulationModel>(with model: Model) where Model.Event == Event {
    let ahead = run.head &+ Self.prefetchDistance
    if run.head == 1, run.end > 64 {
      for index in 1..<min(ahead, run.end) { model.prefetch(run.records[index].event) }
    }
    if ahead < run.end { model.prefetch(run.records[ahead].event) }
  }
}

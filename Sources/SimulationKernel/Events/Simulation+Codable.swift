// A checkpoint: everything about a run is plain data, so a run that is read back goes on as the one that was written,
// event for event.
extension Simulation: Encodable where Model: Encodable, Model.Event: Codable {
  /// Writes model, clock and pending events, but not how the event list keeps these: one state has one encoding.
  ///
  /// - Complexity: O(n log n) for n pending events, which are written in the order of their turns.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SimulationCodingKeys.self)
    try container.encode(model, forKey: .model)
    try container.encode(now.seconds.bitPattern, forKey: .time)
    try container.encode(eventCount, forKey: .handled)
    try container.encode(fingerprint, forKey: .fingerprint)
    try storage.scheduler.events.encode(to: container.superEncoder(forKey: .pending))
  }
}

extension Simulation: Decodable where Model: Decodable, Model.Event: Codable {
  /// Reads what `encode(to:)` has written; the event list chooses by itself how it keeps the events.
  ///
  /// - Throws: `DecodingError`, also for a state that no simulation can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: SimulationCodingKeys.self)
    let model = try container.decode(Model.self, forKey: .model)
    let seconds = Double(bitPattern: try container.decode(UInt64.self, forKey: .time))
    guard seconds >= 0, seconds.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .time, in: container, debugDescription: "the clock stands at \(seconds) s")
    }
    var scheduler = Scheduler<Model.Event>()
    scheduler.currentTime = SimulationTime(seconds: seconds)
    let handled = try container.decode(Int.self, forKey: .handled)
    guard handled >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .handled, in: container, debugDescription: "\(handled) events were handled; it must be at least 0")
    }
    scheduler.handled = handled
    scheduler.hash = try container.decode(Fingerprint.self, forKey: .fingerprint)
    scheduler.events = try EventList(
      from: container.superDecoder(forKey: .pending), now: scheduler.now, handled: handled)
    self.model = model
    storage = SchedulerStorage(scheduler)
  }
}

private enum SimulationCodingKeys: String, CodingKey {
  case model, time, handled, fingerprint, pending
}

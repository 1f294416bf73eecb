// A checkpoint of the pending events: in the order of their turns, so that one state has one encoding, however the list
// came to it.
extension EventList where Event: Codable {
  @usableFromInline
  enum CodingKeys: String, CodingKey {
    case times, orders, events
    case nextSerial = "next_serial"
  }

  @usableFromInline
  func encode(to encoder: any Encoder) throws {
    var records: [EventRecord<Event>] = []
    records.reserveCapacity(recordCount)
    forEachRecord { if isPending($0) { records.append($0) } }
    records.sort { $0.key < $1.key }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(records.map(\.time), forKey: .times)
    try container.encode(records.map(\.order), forKey: .orders)
    try container.encode(records.map(\.event), forKey: .events)
    try container.encode(nextSerial, forKey: .nextSerial)
  }

  /// - Parameter now: No event may be earlier.
  /// - Throws: `DecodingError` for what no simulation can have written.
  @usableFromInline
  init(from decoder: any Decoder, now: SimulationTime) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let times = try container.decode([UInt64].self, forKey: .times)
    let orders = try container.decode([UInt64].self, forKey: .orders)
    let events = try container.decode([Event].self, forKey: .events)
    let nextSerial = try container.decode(UInt64.self, forKey: .nextSerial)
    func refuse(_ problem: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
    }
    guard times.count == events.count, orders.count == events.count else {
      throw refuse("\(events.count) events have \(times.count) times and \(orders.count) orders")
    }
    guard nextSerial <= EventOrder.serialLimit else { throw refuse("the next serial is \(nextSerial)") }
    var records: [EventRecord<Event>] = []
    for (index, event) in events.enumerated() {
      let record = EventRecord(time: times[index], order: orders[index], event: event)
      guard record.time >= now.seconds.bitPattern, record.time < Double.infinity.bitPattern else {
        throw refuse("event \(index) is at \(record.seconds) s; it must be finite and not before \(now.seconds) s")
      }
      let isInOrder = records.last.map { $0.key < record.key } ?? true
      guard isInOrder, EventOrder.serial(of: record.order) < nextSerial else {
        throw refuse("event \(index) is out of order")
      }
      records.append(record)
    }
    self.init()
    self.nextSerial = nextSerial
    for record in records {
      if record.isCancellable { cancellable.insert(record.event, serial: EventOrder.serial(of: record.order)) }
      insert(record)
    }
  }
}

// A checkpoint of the pending events: in the order of their turns, so that one state has one encoding, however the list
// came to it and whatever its structure.
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
    try container.encode(WordText.encode(records.lazy.map(\.time)), forKey: .times)
    try container.encode(WordText.encode(records.lazy.map(\.order)), forKey: .orders)
    try container.encode(records.map(\.event), forKey: .events)
    try container.encode(nextSerial, forKey: .nextSerial)
  }

  /// - Parameters:
  ///   - now: No event may be earlier.
  ///   - handled: Events that were taken from the list before.
  /// - Throws: `DecodingError` for what no simulation can have written.
  @usableFromInline
  init(from decoder: any Decoder, now: SimulationTime, handled: Int) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let records = try Self.records(in: container, from: now)
    let nextSerial = try container.decode(UInt64.self, forKey: .nextSerial)
    try container.require(nextSerial <= EventOrder.serialLimit, .nextSerial, "the next serial is \(nextSerial)")
    try container.require(
      handled <= Int(nextSerial) - records.count, .nextSerial,
      "\(handled) events were handled and \(records.count) are pending, but only \(nextSerial) were ever scheduled")
    var serials = records.map { EventOrder.serial(of: $0.order) }
    serials.sort()
    for (serial, next) in zip(serials, serials.dropFirst() + [nextSerial]) {
      try container.require(serial < next, .orders, "two events have the serial \(serial), or it is still to come")
    }
    self.init()
    self.nextSerial = nextSerial
    for record in records {
      if record.isCancellable { cancellable.insert(record.event, serial: EventOrder.serial(of: record.order)) }
      insert(record)
    }
  }

  /// The pending events, checked for themselves.
  private static func records(
    in container: KeyedDecodingContainer<CodingKeys>, from now: SimulationTime
  ) throws -> [EventRecord<Event>] {
    let times = try words(.times, container)
    let orders = try words(.orders, container)
    let events = try container.decode([Event].self, forKey: .events)
    try container.require(
      times.count == events.count && orders.count == events.count, .events,
      "\(events.count) events have \(times.count) times and \(orders.count) orders")
    var records: [EventRecord<Event>] = []
    records.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      let record = EventRecord(time: times[index], order: orders[index], event: event)
      try container.require(
        record.time >= now.seconds.bitPattern && record.time < Double.infinity.bitPattern, .times,
        "event \(index) is at \(record.seconds) s; it must be finite and not before \(now.seconds) s")
      let isInOrder = records.last.map { $0.key < record.key } ?? true
      try container.require(isInOrder, .orders, "event \(index) is before the one before it")
      records.append(record)
    }
    return records
  }

  private static func words(_ key: CodingKeys, _ container: KeyedDecodingContainer<CodingKeys>) throws -> [UInt64] {
    guard let words = WordText.decode(try container.decode(String.self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "this is no sequence of numbers of 16 hexadecimal digits each")
    }
    return words
  }
}

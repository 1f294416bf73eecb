/// An event whose turn has come, as an observer sees it.
@frozen
public struct HandledEvent<Event: BitwiseCopyable>: BitwiseCopyable {
  /// What happens.
  public let event: Event
  /// When it happens.
  public let time: SimulationTime
  /// Rank and serial as one number: unique within a run, and ordered as events of one time are.
  public let order: UInt64

  @inlinable
  init(_ record: EventRecord<Event>) {
    event = record.event
    time = SimulationTime(unchecked: record.seconds)
    order = record.order
  }

  /// The rank that it was scheduled with.
  @inlinable public var rank: EventRank { EventOrder.rank(of: order) }
  /// How many events were scheduled before it; 0..<2⁴⁷.
  @inlinable public var serial: UInt64 { EventOrder.serial(of: order) }
}

extension HandledEvent: Sendable where Event: Sendable {}

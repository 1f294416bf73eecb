/// Names a pending event that can be cancelled or moved.
///
/// It stays valid in a copy and in a checkpoint of the simulation. Once its event was handled, cancelled or moved it
/// names nothing any more, and never another event. A handle that is given after a simulation was copied holds in that
/// copy alone: the other numbers its events in its own way.
@frozen
public struct EventHandle: Sendable, Hashable, Codable, BitwiseCopyable {
  /// The event's rank and serial, as in its key.
  @usableFromInline let order: UInt64

  @inlinable
  init(order: UInt64) {
    self.order = order
  }

  @inlinable var serial: UInt64 { EventOrder.serial(of: order) }
}

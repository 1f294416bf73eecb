/// A pending event with the key that decides its turn: 16 bytes of key, the payload inline.
///
/// The payload stands beside the key, not in a table of its own: a second cold cache line for every event would cost
/// more than all comparisons together.
@frozen
@usableFromInline
struct EventRecord<Event: BitwiseCopyable>: BitwiseCopyable {
  /// The bit pattern of a time that is not negative: it orders as the time does.
  @usableFromInline let time: UInt64
  /// Rank (shifted to be unsigned) in the upper 16 bits, then the serial, then one bit that is set for an event that can
  /// be cancelled: one comparison for all.
  @usableFromInline let order: UInt64
  @usableFromInline let event: Event

  @inlinable
  init(time: UInt64, order: UInt64, event: Event) {
    self.time = time
    self.order = order
    self.event = event
  }

  /// Time and order as one number, compared in two instructions and without a branch.
  @inlinable var key: UInt128 { UInt128(time) << 64 | UInt128(order) }
  @inlinable var seconds: Double { Double(bitPattern: time) }
  @inlinable var isCancellable: Bool { order & 1 != 0 }
}

/// How rank, serial and the cancellable bit share 64 bits.
@frozen
@usableFromInline
enum EventOrder {
  /// Events that one list can number.
  @inlinable static var serialLimit: UInt64 { 1 << 47 }

  @inlinable
  static func make(rank: EventRank, serial: UInt64, cancellable: Bool = false) -> UInt64 {
    UInt64(UInt16(bitPattern: rank.rawValue) ^ 0x8000) << 48 | serial << 1 | (cancellable ? 1 : 0)
  }

  @inlinable
  static func rank(of order: UInt64) -> EventRank {
    EventRank(Int16(bitPattern: UInt16(truncatingIfNeeded: order >> 48) ^ 0x8000))
  }

  @inlinable
  static func serial(of order: UInt64) -> UInt64 { order >> 1 & (serialLimit - 1) }
}

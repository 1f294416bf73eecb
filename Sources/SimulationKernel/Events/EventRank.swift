/// The order among events of the same time: smaller ranks come first.
@frozen
public struct EventRank: Sendable, Hashable, Comparable {
  /// Any number; events that give none have 0.
  public let rawValue: Int16

  @inlinable
  public init(_ rawValue: Int16) {
    self.rawValue = rawValue
  }

  /// Before ordinary events of the same time, for instance to release before others ask.
  @inlinable public static var early: EventRank { EventRank(-1) }
  /// Where an event gives no rank.
  @inlinable public static var normal: EventRank { EventRank(0) }
  /// After ordinary events of the same time, for instance to observe what they left.
  @inlinable public static var late: EventRank { EventRank(1) }

  @inlinable
  public static func < (lhs: EventRank, rhs: EventRank) -> Bool { lhs.rawValue < rhs.rawValue }
}

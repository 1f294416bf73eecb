/// The last elements of a sequence that may be endless, in memory that does not grow.
@frozen
public struct TraceRing<Element> {
  /// How many are kept.
  public let capacity: Int
  /// How many were appended so far, those forgotten included.
  @inlinable public var appendedCount: Int { appended }
  @usableFromInline var appended = 0
  @usableFromInline var slots: [Element] = []
  // Where the oldest stands once all slots are in use.
  @usableFromInline var oldest = 0

  /// - Precondition: `capacity` is at least 1.
  @inlinable
  public init(capacity: Int) {
    precondition(capacity >= 1, "the capacity of a ring is \(capacity); it must be at least 1")
    self.capacity = capacity
    slots.reserveCapacity(capacity)
  }

  /// Adds an element, in place of the oldest one where the ring is full.
  ///
  /// - Complexity: O(1), without an allocation.
  @inlinable
  public mutating func append(_ element: Element) {
    appended &+= 1
    if slots.count < capacity {
      slots.append(element)
    } else {
      slots[oldest] = element
      oldest = oldest &+ 1 == capacity ? 0 : oldest &+ 1
    }
  }

  /// Those kept, the oldest first.
  ///
  /// - Complexity: O(n) for n of them.
  public var elements: [Element] { Array(slots[oldest...] + slots[..<oldest]) }
}

extension TraceRing: Sendable where Element: Sendable {}

/// How an event list keeps its events; their order never depends on it.
///
/// A list is best left to choose by itself. The other two are for tests, which show that all give one order, and for
/// users who have measured that one of them suits a model better.
@frozen
public enum EventListStructure: String, Sendable, Hashable, CaseIterable {
  /// A heap while few events are pending, a ladder of buckets while many are.
  case automatic
  /// Always a heap: O(log n) an event, and the memory of the events alone.
  case heap
  /// Always a ladder of buckets: O(1) amortised an event, with more to do for each while few are pending.
  case ladder

  /// From so many events on, a heap is dealt out to a ladder; also the heap that stands before a ladder.
  @inlinable var mostInHeap: Int {
    switch self {
    case .automatic: 128
    case .heap: .max
    case .ladder: 32
    }
  }

  /// At so few events, a ladder becomes a heap again.
  @inlinable var fewestInLadder: Int { self == .ladder ? 0 : 32 }

  /// The bound of the heap in an empty list: all times, or none.
  @inlinable var boundWhenEmpty: UInt64 { self == .ladder ? 0 : .max }
}

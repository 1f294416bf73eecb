/// A 4-ary implicit heap of events that takes no branch on its data while it descends.
///
/// Three things make it about twice as fast as the textbook's heap: the four children of a node stand in aligned memory
/// and are compared by selects; a removal leaves a hole at the root, which the next insertion fills with one descent
/// instead of two; and the payload is inline.
///
/// Positions behind the last event up to the end of its group of siblings hold keys above all others, so that a descent
/// always compares four.
@frozen
@usableFromInline
struct EventHeap<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline typealias Record = EventRecord<Event>

  /// Node 0; siblings start at multiples of 4 of the memory, three places below it.
  @usableFromInline var nodes: UnsafeMutablePointer<Record>
  /// Nodes in use, the hole included.
  @usableFromInline var size = 0
  @usableFromInline var hasHole = false
  @usableFromInline var capacity: Int

  @inlinable
  init() {
    capacity = 61
    nodes = Self.allocate(capacity)
  }

  @inlinable
  deinit { UnsafeMutableRawPointer(nodes - 3).deallocate() }

  @inlinable
  static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Record> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: (capacity + 3) * MemoryLayout<Record>.stride, alignment: 128)
    return memory.bindMemory(to: Record.self, capacity: capacity + 3) + 3
  }

  @inlinable var count: Int { hasHole ? size - 1 : size }

  /// The earliest event.
  ///
  /// - Precondition: The heap has no hole and is not empty.
  @inlinable var top: Record { nodes[0] }

  /// Moves the last event into the hole, where there is one.
  @inlinable
  mutating func closeHole() {
    guard hasHole else { return }
    hasHole = false
    size -= 1
    guard size > 0 else { return }
    let last = nodes[size]
    Self.seal(nodes + size)
    descend(last)
  }

  @inlinable
  mutating func removeAll() {
    size = 0
    hasHole = false
    guard capacity > Self.mostKept else { return }
    UnsafeMutableRawPointer(nodes - 3).deallocate()
    capacity = 61
    nodes = Self.allocate(capacity)
  }

  /// Records whose memory an empty heap keeps.
  @inlinable static var mostKept: Int { 1 << 14 }

  /// Gives a place a key above all others; its payload stays as it is.
  @inlinable
  static func seal(_ place: UnsafeMutablePointer<Record>) {
    UnsafeMutableRawPointer(place).storeBytes(of: UInt64.max, as: UInt64.self)
    UnsafeMutableRawPointer(place).storeBytes(of: UInt64.max, toByteOffset: 8, as: UInt64.self)
  }

  @inlinable
  mutating func append(_ record: Record) {
    if size & 3 == 1 || size == 0 {
      if size + 4 > capacity { grow() }
      // A new group of siblings: those to come rank behind everything.
      if size > 0 {
        Self.seal(nodes + size + 1)
        Self.seal(nodes + size + 2)
        Self.seal(nodes + size + 3)
      }
    }
    let key = record.key
    var place = size
    size += 1
    while place > 0 {
      let parent = (place - 1) >> 2
      guard key < nodes[parent].key else { break }
      nodes[place] = nodes[parent]
      place = parent
    }
    nodes[place] = record
  }

  /// Puts an event in at the root, and everything that it passes one level up.
  @inlinable
  mutating func descend(_ record: Record) {
    let key = record.key
    if size == 2 {
      // A queue with one server: which of two events is next is a coin's toss, so the places are computed.
      let other = nodes[1]
      let place = other.key < key ? 1 : 0
      nodes[place] = record
      nodes[1 - place] = other
      return
    }
    let (nodes, size) = (nodes, size)
    var place = 0
    var first = 1
    while first < size {
      let siblings = nodes + first
      let left = siblings[1].key < siblings[0].key ? 1 : 0
      let right = siblings[3].key < siblings[2].key ? 3 : 2
      let least = siblings[right].key < siblings[left].key ? right : left
      guard siblings[least].key < key else { break }
      nodes[place] = siblings[least]
      place = first + least
      first = place << 2 + 1
    }
    nodes[place] = record
  }

  @inlinable
  mutating func grow() {
    let larger = capacity * 2 + 3
    let memory = Self.allocate(larger)
    memory.update(from: nodes, count: size)
    UnsafeMutableRawPointer(nodes - 3).deallocate()
    nodes = memory
    capacity = larger
  }

  /// Returns a heap of its own with the same events.
  @inlinable
  func copy() -> EventHeap {
    var other = EventHeap()
    while other.capacity < size + 4 { other.grow() }
    // To the end of the last group: the places behind the last event are compared, too.
    other.nodes.update(from: nodes, count: size == 0 ? 0 : ((size + 2) & ~3) + 1)
    other.size = size
    other.hasHole = hasHole
    return other
  }
}

/// The events that can still be cancelled, by their serial: a hash table with open addressing.
///
/// A cancelled event stays where it is in the event list and is dropped when its turn comes; this table tells which are
/// alive. Only events that were scheduled to be cancellable cost anything here.
@frozen
@usableFromInline
struct CancellableEvents<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline
  @frozen
  struct Slot: BitwiseCopyable {
    /// The serial plus 1; 0 where the slot is free.
    @usableFromInline var key: UInt64
    @usableFromInline var event: Event

    @inlinable
    init(key: UInt64, event: Event) {
      self.key = key
      self.event = event
    }
  }

  @usableFromInline var slots: UnsafeMutablePointer<Slot>?
  @usableFromInline var mask = -1
  @usableFromInline var count = 0

  @inlinable
  init() {}

  @inlinable
  deinit { slots?.deallocate() }

  /// Serials follow each other; the multiplication by 2⁶⁴ over the golden ratio spreads them, so that an old one does
  /// not stand behind a whole stretch of new ones.
  @inlinable
  func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  @inlinable
  mutating func insert(_ event: Event, serial: UInt64) {
    if count * 2 > mask { resize(to: max(16, (mask + 1) * 2)) }
    guard let slots else { return }
    var place = home(of: serial &+ 1)
    while Self.key(at: slots + place) != 0 { place = (place + 1) & mask }
    slots[place] = Slot(key: serial &+ 1, event: event)
    count += 1
  }

  /// Reads the key only: a free slot holds no event.
  @inlinable
  static func key(at slot: UnsafeMutablePointer<Slot>) -> UInt64 {
    UnsafeRawPointer(slot).load(as: UInt64.self)
  }

  @inlinable
  func place(of serial: UInt64) -> Int? {
    guard let slots else { return nil }
    var place = home(of: serial &+ 1)
    while true {
      let key = Self.key(at: slots + place)
      if key == serial &+ 1 { return place }
      if key == 0 { return nil }
      place = (place + 1) & mask
    }
  }

  @inlinable
  func contains(_ serial: UInt64) -> Bool { place(of: serial) != nil }

  /// Removes and returns an event that is still alive.
  @inlinable
  mutating func remove(_ serial: UInt64) -> Event? {
    guard let slots, var free = place(of: serial) else { return nil }
    let event = slots[free].event
    count -= 1
    // Those behind move up, as far as their home allows: no marks of removed ones are left to slow a search.
    var place = free
    while true {
      place = (place + 1) & mask
      let key = Self.key(at: slots + place)
      if key == 0 { break }
      if (place - home(of: key)) & mask >= (place - free) & mask {
        slots[free] = slots[place]
        free = place
      }
    }
    UnsafeMutableRawPointer(slots + free).storeBytes(of: 0, as: UInt64.self)
    if mask > Self.mostKept, count * 32 < mask { resize(to: (mask + 1) / 8) }
    return event
  }

  /// Slots that a table keeps, however few are in use.
  @inlinable static var mostKept: Int { 1 << 12 }

  @inlinable
  @inline(never)
  mutating func resize(to size: Int) {
    let (old, oldSize) = (slots, mask + 1)
    let larger = Self.allocate(size)
    slots = larger
    mask = size - 1
    count = 0
    guard let old else { return }
    for place in 0..<oldSize where Self.key(at: old + place) != 0 {
      insert(old[place].event, serial: old[place].key &- 1)
    }
    old.deallocate()
  }

  @inlinable
  static func allocate(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: size * MemoryLayout<Slot>.stride)
    return slots
  }

  @inlinable
  func copy() -> CancellableEvents {
    var other = CancellableEvents()
    if let slots {
      let copied = Self.allocate(mask + 1)
      copied.update(from: slots, count: mask + 1)
      other.slots = copied
    }
    other.mask = mask
    other.count = count
    return other
  }
}

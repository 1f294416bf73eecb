/// A waiting line in a ring, as `line.hpp`: grows by doubling, so that none is lost.
struct WaitingLine<Element: BitwiseCopyable> {
  private var ring: [Element]
  private var head = 0
  private var tail = 0

  /// - Parameter filler: What unused places hold.
  init(filler: Element) {
    ring = Array(repeating: filler, count: 64)
  }

  var count: Int { tail &- head }

  var first: Element { ring[head & (ring.count &- 1)] }

  mutating func append(_ element: Element) {
    growIfFull()
    ring[tail & (ring.count &- 1)] = element
    tail &+= 1
  }

  mutating func prepend(_ element: Element) {
    growIfFull()
    head &-= 1
    ring[head & (ring.count &- 1)] = element
  }

  mutating func removeFirst() -> Element {
    defer { head &+= 1 }
    return first
  }

  private mutating func growIfFull() {
    guard count == ring.count else { return }
    var larger = ring + ring
    for index in head..<tail { larger[index & (larger.count - 1)] = ring[index & (ring.count - 1)] }
    ring = larger
  }
}

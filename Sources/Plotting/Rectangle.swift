/// A rectangle in pixels, x from the left and y from the top.
struct Rectangle: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// The area shared with another rectangle, 0 where they only touch.
  func overlap(with other: Rectangle) -> Double {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    return max(0, width) * max(0, height)
  }

  func contains(_ other: Rectangle) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  /// The rectangle with every side moved outwards.
  func grown(by margin: Double) -> Rectangle {
    Rectangle(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

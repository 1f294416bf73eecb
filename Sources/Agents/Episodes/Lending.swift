extension Array {
  /// Lends the elements one after another, each in its place.
  ///
  /// A large struct that is passed on as an element of an array is copied first, and every reference in it counted; what
  /// is passed `inout` is not.
  ///
  /// - Parameter body: Gets the index and the element, which it must not change: others may hold the same array.
  @inline(__always)
  func lendEach(_ body: (Int, inout Element) -> Void) {
    withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices { body(index, &UnsafeMutablePointer(mutating: first)[index]) }
    }
  }
}

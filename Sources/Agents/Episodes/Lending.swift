extension UnsafePointer {
  /// Lends what is pointed to, in its place.
  ///
  /// A large struct that is passed as `pointee`, or as an element of an array, is copied first, and every reference in
  /// it counted; what is passed `inout` is not. It must not be changed.
  @inline(__always)
  func lend<Result>(_ body: (inout Pointee) -> Result) -> Result {
    body(&UnsafeMutablePointer(mutating: self).pointee)
  }
}

extension Array {
  /// Lends the elements one after another, each in its place.
  ///
  /// - Parameter body: Gets the index and the element, which must not be changed.
  @inline(__always)
  func lendEach(_ body: (Int, inout Element) -> Void) {
    withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      for index in elements.indices { (first + index).lend { body(index, &$0) } }
    }
  }
}

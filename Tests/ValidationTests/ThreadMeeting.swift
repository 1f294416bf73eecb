import Foundation

/// Where a number of threads wait for each other, and for which somebody waits until all have ended.
///
/// All state is changed under the lock of the condition; that is what `@unchecked Sendable` stands for.
final class ThreadMeeting<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let size: Int
  private var arrived = 0
  private var results: [Int: Value?] = [:]

  init(size: Int) {
    self.size = size
  }

  /// Runs `body` on as many threads as meet; it is given its number, and what to call where the threads meet.
  ///
  /// - Returns: What each of them returned; `nil` where it threw.
  func run(_ body: @escaping @Sendable (Int, () -> Void) throws -> Value) -> [Value?] {
    for number in 0..<size {
      Thread { [self] in
        let value = try? body(number, meet)
        // One who threw before it came must not keep the others waiting.
        if value == nil { meet() }
        condition.withLock {
          results[number] = .some(value)
          condition.broadcast()
        }
      }.start()
    }
    return condition.withLock {
      while results.count < size { condition.wait() }
      return (0..<size).map { results[$0] ?? nil }
    }
  }

  private func meet() {
    condition.withLock {
      arrived += 1
      condition.broadcast()
      while arrived < size { condition.wait() }
    }
  }
}

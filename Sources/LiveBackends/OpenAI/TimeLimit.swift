import Agents

/// Runs `body`, and cancels it when it takes too long.
///
/// - Parameter seconds: Above 0; infinite for no limit.
/// - Throws: `CompletionFailure.timeout`, or what `body` throws.
func withTimeLimit<Value: Sendable>(
  _ seconds: Double, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  guard seconds.isFinite else { return try await body() }
  return try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: .seconds(seconds))
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let value = first else { throw CompletionFailure.timeout }
    return value
  }
}

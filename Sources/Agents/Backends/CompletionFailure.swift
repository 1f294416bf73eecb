/// Why a backend has no completion, after whatever retries it makes: what the swarm has to live with.
///
/// Anything else that a backend throws ends the run.
public enum CompletionFailure: String, Error, Sendable, Hashable, CaseIterable {
  /// No answer came in time.
  case timeout
  /// The server had an error of its own.
  case serverError = "server-error"
  /// The server refused because of too many calls or tokens a minute.
  case rateLimit = "rate-limit"
  /// The provider is out of service.
  case outage
  /// The completion is empty.
  case empty
  /// The completion breaks the form that was asked for.
  case malformed
  /// What had to be read is longer than the model takes.
  case contextOverflow = "context-overflow"
  /// The budget of the episode does not allow the call, or its deadline came first.
  case budget
}

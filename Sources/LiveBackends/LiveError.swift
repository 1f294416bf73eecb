/// Why a live run or a replay cannot go on: what no retry and no rule of a swarm mends.
///
/// The run ends with it. It never holds a prompt, an answer or a key.
public struct LiveError: Error, Sendable, Hashable {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The base URL is none, or holds a password.
    case badURL = "bad-url"
    /// A setting is outside its range.
    case badSetting = "bad-setting"
    /// The environment variable that holds the key is not set.
    case missingKey = "missing-key"
    /// The questions have no text that a model could read.
    case unreadableQuestions = "unreadable-questions"
    /// The endpoint does not take such a request, or not from this caller.
    case refused
    /// Every call of a run failed.
    case noCompletion = "no-completion"
    /// The record cannot be opened, read or written.
    case record
    /// The record does not hold what is asked for.
    case notRecorded = "not-recorded"
    /// A request differs from the one that was recorded.
    case changedRequest = "changed-request"
  }

  public let code: Code
  /// What is wrong, for people.
  public let problem: String
}

extension LiveError {
  /// A run without a single completion measured nothing.
  ///
  /// - Parameter failure: What most of its calls failed with.
  static func noCompletion(_ failure: String) -> LiveError {
    LiveError(
      code: .noCompletion,
      problem: "no call brought a completion, most of them with '\(failure)': is the endpoint up?")
  }
}

extension LiveError: CustomStringConvertible {
  public var description: String { "\(problem) [\(code.rawValue)]" }
}

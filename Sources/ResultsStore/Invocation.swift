public import Foundation

/// One call of a program that wrote to a results file: when, with which version, on which machine.
public struct Invocation: Sendable, Hashable {
  /// One thing that is known about an invocation.
  public struct Fact: Sendable, Hashable {
    /// The name, in `snake_case`: `tool_version`, `command_line`.
    public let key: String
    public let value: String

    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The number of the invocation within its file, from 1.
  public let id: Int
  /// When it began, to the second.
  public let started: Date
  /// When it ended, to the second, or `nil` where it still runs or was killed.
  public let ended: Date?
  /// What is known about it, in the order in which it was recorded.
  public let facts: [Fact]

  public init(id: Int, started: Date, ended: Date?, facts: [Fact]) {
    self.id = id
    self.started = started
    self.ended = ended
    self.facts = facts
  }
}

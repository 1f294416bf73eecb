/// One message of a chat, as an endpoint takes it.
public struct ChatMessage: Sendable, Hashable {
  /// Who speaks.
  public enum Role: String, Sendable, CaseIterable {
    case system, user
  }

  public let role: Role
  public let content: String
}

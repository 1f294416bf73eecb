/// What an answer to a question looks like: what a model is asked for, and what its text is searched for.
public enum AnswerForm: Sendable, Hashable {
  /// A number, in digits.
  case number
  /// One of the first so many capital letters, 1...26.
  case letter(among: Int)
  /// Any text on one line.
  case text
}

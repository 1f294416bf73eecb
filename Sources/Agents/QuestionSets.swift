/// All kinds of questions, sorted by name.
public enum QuestionSets {
  public static let all: [any QuestionSet.Type] = [LetterQuestions.self]

  /// The questions of a name, or `nil`.
  public static func named(_ name: String) -> (any QuestionSet.Type)? { all.first { $0.name == name } }
}

/// The question sets that an experiment file may name, sorted by name.
public enum QuestionSets {
  /// Each by its type; an experiment file names it by `name`.
  public static let all: [any QuestionSet.Type] = [
    ArithmeticQuestions.self,
    LetterQuestions.self,
    SumQuestions.self,
  ]

  /// The question set of a name, or `nil`.
  public static func named(_ name: String) -> (any QuestionSet.Type)? { all.first { $0.name == name } }
}

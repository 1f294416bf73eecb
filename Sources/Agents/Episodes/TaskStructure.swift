/// How a task decomposes into subtasks, some of which need the solutions of others.
///
/// Subtasks are numbered so that each depends on lower numbers only; so there are no cycles.
public struct TaskStructure: Sendable, Hashable {
  /// `dependencies[subtask]`: the subtasks whose solutions it needs, each a lower number, in rising order.
  public let dependencies: [[Int]]

  /// - Precondition: There is at least one subtask, and each depends on lower numbers only, in rising order.
  public init(dependencies: [[Int]]) {
    precondition(!dependencies.isEmpty, "a task has no subtask; it must have at least 1")
    for (subtask, needed) in dependencies.enumerated() {
      precondition(
        needed.allSatisfy { 0..<subtask ~= $0 } && zip(needed, needed.dropFirst()).allSatisfy(<),
        "subtask \(subtask) depends on \(needed); it must depend on lower numbers, each once and in rising order")
    }
    self.dependencies = dependencies
  }

  /// One subtask, which is the task.
  public static let undivided = TaskStructure(dependencies: [[]])

  /// How many subtasks there are, at least 1.
  public var count: Int { dependencies.count }

  /// The subtasks in layers: each depends on earlier layers only, and stands as early as it can.
  ///
  /// - Complexity: O(subtasks + dependencies).
  public var layers: [[Int]] {
    var depths: [Int] = []
    var layers: [[Int]] = []
    for (subtask, needed) in dependencies.enumerated() {
      let depth = needed.map { depths[$0] + 1 }.max() ?? 0
      depths.append(depth)
      if depth == layers.count { layers.append([]) }
      layers[depth].append(subtask)
    }
    return layers
  }

  private static let separator: Character = "|"

  /// The answer to the whole task from answers to its subtasks: none unless there is one to at least one of them.
  ///
  /// - Parameter answers: `[subtask]`, as many as there are subtasks.
  public func joined(_ answers: [Answer]) -> Answer {
    precondition(answers.count == count, "\(answers.count) answers for \(count) subtasks")
    guard count > 1 else { return answers[0] }
    guard answers.contains(where: { $0.content != nil }) else { return .none }
    let confidences = answers.compactMap(\.confidence)
    return Answer(
      answers.map { $0.content ?? "" }.joined(separator: String(Self.separator)),
      // As sure as of all of them together, were they independent.
      confidence: confidences.count == count ? confidences.reduce(1, *) : nil)
  }

  /// The answers to the subtasks, from one to the whole task.
  ///
  /// - Returns: `[subtask]`; none for all of them where the answer has another number of parts.
  public func parts(of answer: Answer) -> [Answer] {
    guard count > 1 else { return [answer] }
    let pieces = (answer.content ?? "").split(separator: Self.separator, omittingEmptySubsequences: false)
    guard pieces.count == count else { return Array(repeating: .none, count: count) }
    return pieces.map { $0.isEmpty ? .none : Answer(String($0), confidence: answer.confidence) }
  }

  /// The answer to one subtask, from one to the whole task: `parts(of:)` without the others.
  ///
  /// - Returns: `nil` where there is none, and where the answer has another number of parts.
  /// - Complexity: O(length).
  public func part(_ subtask: Int, of content: String) -> String? {
    guard count > 1 else { return content }
    var (part, number) = (Substring(), 0)
    var rest = Substring(content)
    while let end = rest.firstIndex(of: Self.separator) {
      if number == subtask { part = rest[..<end] }
      rest = rest[rest.index(after: end)...]
      number += 1
    }
    if number == subtask { part = rest }
    return number + 1 == count && !part.isEmpty ? String(part) : nil
  }
}

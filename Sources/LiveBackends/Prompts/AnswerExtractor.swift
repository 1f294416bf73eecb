public import Agents

/// Reads an answer or a judgement out of what a model wrote.
///
/// What stands behind the last `Answer:` counts; without one, the last number or letter of the text does, as in the
/// evaluation of Du et al. (2023). What cannot be read is no answer, and no failure.
public struct AnswerExtractor: Sendable {
  private let form: AnswerForm

  public init(_ form: AnswerForm) {
    self.form = form
  }

  /// More than any answer is long: what a model repeats without end is not searched.
  private static let longest = 65_536

  /// What a text says, given what was asked for; of a long one what its last 64 KiB say.
  ///
  /// - Complexity: O(length of the text).
  public func reading(of text: String, to request: CompletionRequest) -> (answer: Answer, judgement: Judgement?) {
    guard text.utf8.count <= Self.longest else {
      // Not from within a character.
      let end = text.utf8.suffix(Self.longest).drop { $0 & 0xC0 == 0x80 }
      return reading(of: String(decoding: end, as: UTF8.self), to: request)
    }
    let parts = request.turn.subtask == nil ? request.task.structure.count : 1
    switch request.turn.instruction {
    case .plan, .summarize: return (.none, nil)
    case .answer, .reflect, .merge, .oppose:
      let confidence = MarkedText.lastLine("confidence", in: text).flatMap(NumberText.share)
      guard let content = content(of: text, parts: parts) else { return (.none, nil) }
      return (Answer(content, confidence: confidence), nil)
    case .rank: return (.none, ranking(in: text).map(Judgement.ranking))
    case .judge: return (.none, choice(in: text, among: request.turn.judged.count).map(Judgement.choice))
    case .score: return (.none, share("score", in: text).map(Judgement.score))
    case .bid: return (.none, share("confidence", in: text).map(Judgement.score))
    case .verify, .moderate: return (.none, Self.approval(in: text).map(Judgement.approval))
    }
  }

  // MARK: Answers

  private func content(of text: String, parts: Int) -> String? {
    let marked = MarkedText.lastLine("answer", in: text)
    guard parts > 1 else {
      if let marked, let content = content(of: marked, isMarked: true) { return content }
      // A model that states its confidence behind its answer must not have that taken for the answer.
      return content(of: MarkedText.without("confidence", in: text), isMarked: false)
    }
    guard let pieces = marked?.split(separator: "|", omittingEmptySubsequences: false), pieces.count == parts else {
      return nil
    }
    let contents = pieces.map { content(of: String($0), isMarked: true) }
    guard contents.contains(where: { $0 != nil }) else { return nil }
    return contents.map { $0 ?? "" }.joined(separator: "|")
  }

  /// - Parameter isMarked: Whether the text is what stands where the answer has to stand: then its first word counts.
  private func content(of text: String, isMarked: Bool) -> String? {
    switch form {
    case .number:
      let numbers = NumberText.all(in: text)
      // Behind the mark may stand the whole calculation: what it comes to stands last.
      return isMarked && !text.contains("=") ? numbers.first : numbers.last
    case .letter(let count):
      let letters = Self.words(text).filter { Self.isLetter($0, among: count) }
      return (isMarked ? letters.first : letters.last).map(String.init)
    case .text:
      guard isMarked else { return nil }
      let content = text.trimmed(of: " \t\r*_`\"'.")
      return content.isEmpty || content.contains("|") ? nil : content
    }
  }

  private static func isLetter(_ word: Substring, among count: Int) -> Bool {
    guard word.utf8.count == 1, let letter = word.utf8.first else { return false }
    return (UInt8(ascii: "A")..<UInt8(ascii: "A") + UInt8(min(max(1, count), 26))).contains(letter)
  }

  // MARK: Judgements

  private func ranking(in text: String) -> [String]? {
    guard let line = MarkedText.lastLine("ranking", in: text) else { return nil }
    let contents = line.split { $0 == "," || $0 == ">" || $0 == ";" }
      .compactMap { content(of: String($0), isMarked: true) }
    var ranking: [String] = []
    for content in contents where !ranking.contains(content) { ranking.append(content) }
    return ranking.isEmpty ? nil : ranking
  }

  private func choice(in text: String, among count: Int) -> Int? {
    let numbers = NumberText.all(in: MarkedText.lastLine("choice", in: text) ?? text)
    guard let number = numbers.last.flatMap({ Int($0) }), 1...max(1, count) ~= number else { return nil }
    return number - 1
  }

  private func share(_ mark: String, in text: String) -> Double? {
    NumberText.share(MarkedText.lastLine(mark, in: text) ?? text)
  }

  private static func approval(in text: String) -> Bool? {
    for word in words((MarkedText.lastLine("verdict", in: text) ?? text).lowercased()).reversed() {
      switch word {
      case "yes", "right", "correct", "true": return true
      case "no", "wrong", "incorrect", "false": return false
      default: continue
      }
    }
    return nil
  }

  private static func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
}

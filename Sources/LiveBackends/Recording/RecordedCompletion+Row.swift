import Agents
import GRDB

extension RecordedCompletion {
  /// - Throws: `LiveError` for a row that no run wrote.
  init(_ row: Row) throws {
    key = Key(task: row["task"], attempt: row["attempt"], agent: row["agent"], call: row["call"])
    instruction = row["instruction"]
    round = row["round"]
    subtask = row["subtask"]
    body = row["body"]
    isUsageEstimated = row["is_usage_estimated"]
    let counts: [Int] = [row["prompt_tokens"], row["completion_tokens"], row["cached_tokens"], row["length"]]
    let times: [Double] = [row["issued"], row["started"], row["ended"]]
    let words: (judgement: String?, failure: String?) = (row["judgement"], row["failure"])
    let (judgement, failure) = (
      words.judgement.flatMap(Judgement.init), words.failure.flatMap(CompletionFailure.init)
    )
    guard counts.allSatisfy({ $0 >= 0 }), times.allSatisfy({ $0 >= 0 }),
      (judgement == nil) == (words.judgement == nil), (failure == nil) == (words.failure == nil)
    else { throw LiveError(code: .record, problem: "the record holds a completion that cannot be") }
    var completion = Completion(
      answer: Answer(row["answer"], confidence: row["confidence"]), judgement: judgement,
      usage: TokenUsage(
        prompt: TokenCount(counts[0]), completion: TokenCount(counts[1]), cached: TokenCount(counts[2])),
      timing: CallTiming(
        issued: EpisodeTime(seconds: times[0]), started: EpisodeTime(seconds: times[1]),
        ended: EpisodeTime(seconds: times[2])),
      attempts: row["attempts"], length: TokenCount(counts[3]))
    completion.text = row["text"]
    completion.failure = failure
    self.completion = completion
  }

  func insert(into db: Database, run: String) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO completion VALUES (
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let (usage, timing) = (completion.usage, completion.timing)
    try insert.execute(arguments: [
      run, key.task, key.attempt, key.agent, key.call, instruction, round, subtask, body, completion.text,
      completion.answer.content, completion.answer.confidence, completion.judgement?.recordText,
      completion.failure?.rawValue, usage.prompt.value, usage.completion.value, usage.cached.value,
      completion.length.value, isUsageEstimated, timing.issued.seconds, timing.started.seconds, timing.ended.seconds,
      completion.attempts,
    ])
  }
}

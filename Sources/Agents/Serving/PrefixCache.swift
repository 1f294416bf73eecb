/// What a service keeps of prompts: of each agent and task the last one, the most recent ones of all.
struct PrefixCache {
  private struct Key: Hashable {
    let task: Int
    let attempt: Int
    let agent: Int
  }

  /// How many prompts are kept; the oldest one makes room.
  private static let capacity = 1 << 14
  private var readings: [Key: [Message]] = [:]
  /// In the order in which they came, in a ring.
  private var keys: [Key] = []
  private var oldest = 0

  /// The tokens that a prompt has in common with the last one of its agent for its task, from the start; it is kept.
  ///
  /// - Parameter reading: What is read after the task's text.
  mutating func tokens(_ request: CompletionRequest, text: Int, reading: ArraySlice<Message>) -> Int {
    let key = Key(task: request.task.index, attempt: request.task.attempt, agent: request.turn.agent.index)
    guard let known = readings.updateValue(Array(reading), forKey: key) else {
      if keys.count < Self.capacity {
        keys.append(key)
      } else {
        readings[keys[oldest]] = nil
        keys[oldest] = key
        oldest = (oldest + 1) % Self.capacity
      }
      return 0
    }
    var tokens = text
    for (message, earlier) in zip(reading, known) {
      guard message == earlier else { break }
      tokens += message.tokens.value
    }
    return tokens
  }
}

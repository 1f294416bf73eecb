import Agents

/// What a listener has heard and still rereads; where all hear all, one memory serves them all.
struct ConversationMemory: Sendable {
  /// As the rules show them, oldest first.
  private(set) var messages: [Message] = []
  /// `[message]`: who said it; kept only where messages are forgotten.
  private var sources: [Int] = []
  /// A retelling of all that is no longer in `messages`, where the rules want one.
  private var summary: Message?
  /// What is forgotten, and not yet part of the summary.
  private var unretold: [Message] = []
  private let context: SwarmRules.Context

  init(_ context: SwarmRules.Context) {
    self.context = context
  }

  /// What is reread: the summary, if there is one, then the messages.
  ///
  /// - Complexity: O(1) without a summary: the messages are shared, not copied.
  var reading: [Message] { summary.map { [$0] + messages } ?? messages }

  /// What a summary has to be made of; empty where there is nothing new to retell.
  var readingToRetell: [Message] { unretold.isEmpty ? [] : (summary.map { [$0] } ?? []) + unretold }

  /// Hears what a source says.
  mutating func hear(_ message: Message, from source: Int) {
    messages.append(message)
    if context != .full { sources.append(source) }
  }

  /// Forgets the last word of a source, who is about to speak anew.
  ///
  /// - Complexity: O(messages).
  mutating func forget(_ source: Int) {
    guard context != .full, let index = sources.firstIndex(of: source) else { return }
    sources.remove(at: index)
    let message = messages.remove(at: index)
    if context == .summary { unretold.append(message) }
  }

  /// Forgets what was said before a round of all at once.
  mutating func forgetAll() {
    guard context != .full else { return }
    if context == .summary { unretold += messages }
    messages.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }

  /// Takes a retelling of `readingToRetell`; one that failed leaves all to be retold later.
  mutating func keep(_ retelling: Message) {
    guard retelling.failure == nil else { return }
    var retelling = retelling
    retelling.quotes = (summary?.quotes ?? []) + unretold.map(\.answer).filter { $0.content != nil }
    summary = retelling
    unretold = []
  }
}

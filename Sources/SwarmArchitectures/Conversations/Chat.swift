import Agents

/// A conversation in which one agent speaks at a time.
struct Chat {
  private(set) var messages: [Message] = []
  private let episode: Episode
  let speakers: [AgentID]
  /// `[speaker]`: the number of its last message; -1 for who has not spoken.
  private var lastTimes: [Int]
  /// `[speaker]`: its last message with an answer, or else its last one.
  private var words: [Message?]

  init(in episode: Episode, among speakers: some Collection<AgentID>) {
    self.episode = episode
    self.speakers = Array(speakers)
    lastTimes = Array(repeating: -1, count: speakers.count)
    words = Array(repeating: nil, count: speakers.count)
  }

  /// What a speaker hears: all, or as many of the latest messages as there are speakers where the rules do not have it
  /// reread all.
  var heard: [Message] { episode.rules.context == .full ? messages.shown(under: episode.rules) : latest }

  /// As many of the latest messages as there are speakers.
  var latest: [Message] { messages.suffix(speakers.count).shown(under: episode.rules) }

  /// The last word of each who has spoken, in the order of the speakers.
  var lastWords: [Message] { words.compactMap(\.self) }

  /// The places of all speakers, who has been silent longest first.
  var longestSilent: [Int] { speakers.indices.sorted { (lastTimes[$0], $0) < (lastTimes[$1], $1) } }

  /// Whether so many agree that the rules let the chat end.
  var isSettled: Bool { episode.isSettled(by: lastWords, outOf: speakers.count) }

  /// Has one speak.
  ///
  /// - Returns: Whether the budget allowed it.
  nonisolated(nonsending) mutating func speak(_ place: Int) async throws -> Bool {
    let message = try await episode.ask(
      speakers[place], reading: heard, round: messages.count / speakers.count)
    guard message.failure != .budget else { return false }
    lastTimes[place] = messages.count
    messages.append(message)
    if message.answer.content != nil || words[place] == nil { words[place] = message }
    return true
  }

  // MARK: Who speaks next

  /// The place of the one whom a selector chooses by their last words, among all but the one who spoke last; who has
  /// been silent longest where it does not say, and until all have spoken.
  nonisolated(nonsending) func selected(by selector: AgentID) async throws -> Int {
    let candidates = longestSilent.count > 1 ? longestSilent.dropLast() : longestSilent
    let cards = candidates.compactMap { words[$0]?.seen(under: episode.rules) }
    guard candidates.count > 1, cards.count == candidates.count, messages.count >= speakers.count else {
      return candidates[0]
    }
    let verdict = try await episode.ask(selector, .judge, reading: cards, round: messages.count / speakers.count)
    guard case .choice(let choice) = verdict.judgement, candidates.indices.contains(choice) else {
      return candidates[0]
    }
    return candidates[choice]
  }

  /// The place of the one who bids most for the next message; among equals who has been silent longest.
  nonisolated(nonsending) func highestBidder() async throws -> Int {
    let bids = try await episode.ask(speakers, .bid, reading: heard, round: messages.count / speakers.count).map {
      bid in
      if case .score(let score) = bid.judgement { score } else { 0.0 }
    }
    return longestSilent.reduce(longestSilent[0]) { bids[$1] > bids[$0] ? $1 : $0 }
  }
}

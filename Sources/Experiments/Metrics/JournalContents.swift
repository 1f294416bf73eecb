/// What of an episode's completions is written down: what nobody measures costs nothing.
struct JournalContents: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// Tries, failures, turns, and who took them.
  static let calls = JournalContents(rawValue: 1)
  /// When each call was made, taken up and answered.
  static let timing = JournalContents(rawValue: 2)
  /// Who gave which answer in which round.
  static let answers = JournalContents(rawValue: 4)
  /// How sure agents said they were, and whether they were right.
  static let confidences = JournalContents(rawValue: 8)
}

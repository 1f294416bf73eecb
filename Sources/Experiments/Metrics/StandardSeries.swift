public import RunRecords

/// A quantity of a swarm's run that is recorded round by round.
public struct StandardSeries: Sendable {
  public let specification: SeriesSpecification
  /// The metrics that it is the course of: it is recorded where one of them is asked for.
  let metrics: [String]
  private let measure: @Sendable (RunObservations, _ round: Int) -> Double?

  /// Rounds that are recorded: the same in every run, so that means over runs are over the same rounds.
  static let roundCount = 16

  private init(
    _ name: String, title: String, summary: String, of metrics: [String],
    measure: @escaping @Sendable (RunObservations, _ round: Int) -> Double?
  ) {
    specification = SeriesSpecification(name, title: title, unit: "%", along: "rounds", summary: summary)
    self.metrics = metrics
    self.measure = measure
  }

  /// What the rounds of a run gave; not a number for rounds that nobody held.
  func record(_ run: RunObservations) -> RecordedSeries {
    let rounds = 0..<Self.roundCount
    return RecordedSeries(
      specification.name, points: rounds.map { Double($0 + 1) }, values: rounds.map { measure(run, $0) ?? .nan })
  }

  /// All of them.
  public static let all: [StandardSeries] = [
    StandardSeries(
      "accuracy_by_round", title: "Accuracy of agents",
      summary: "Share of the agents' answers of a round that are right.",
      of: ["flips_right_to_wrong", "flips_wrong_to_right"]
    ) { $0.share(of: \.right, in: \.positions, round: $1) },
    StandardSeries(
      "right_to_wrong_by_round", title: "Right to wrong",
      summary: "Share of the agents that changed from right to wrong in a round, of those who spoke in the one before.",
      of: ["flips_right_to_wrong"]
    ) { $0.share(of: \.rightToWrong, in: \.transitions, round: $1) },
    StandardSeries(
      "wrong_to_right_by_round", title: "Wrong to right",
      summary: "Share of the agents that changed from wrong to right in a round, of those who spoke in the one before.",
      of: ["flips_wrong_to_right"]
    ) { $0.share(of: \.wrongToRight, in: \.transitions, round: $1) },
  ]
}

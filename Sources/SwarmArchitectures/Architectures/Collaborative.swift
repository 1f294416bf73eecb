public import Agents
public import RunRecords

/// Agents answer alone, then the most frequent answer wins.
///
/// The plurality vote of Li et al. (2024), arXiv:2402.05120. Ties are broken by the rules.
public struct Collaborative: SwarmArchitecture {
  public static let name = "collaborative"
  public static let summary = "Agents answer alone; the most frequent answer wins."
  public static let width: String? = "voters"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "voters", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents answer and vote."),
    Seat.parameter("voter"),
  ]

  private let voters: Int
  private let seat: Seat

  public init(_ values: ParameterValues) {
    voters = values["voters"]
    seat = Seat(values["voter"])
  }

  public var agentsNeeded: Int { voters * seat.size }

  public func cost(under rules: SwarmRules) -> ArchitectureCost { Double(voters) * seat.cost(under: rules) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    try await episode.vote(seat.answer(by: voters, in: episode))
  }
}

import Agents
import RunRecords

/// How a hierarchy is made up and how it works, as it stands under `with` in a file.
struct HierarchyRules: Sendable {
  /// Who makes one answer of what the workers found.
  enum Merge: String, Sendable, CaseIterable {
    /// The manager, who reads it.
    case manager
    /// A vote among the workers.
    case vote
    /// Nobody: texts stand one below the other, and who looks for an answer finds the first.
    case concat
  }

  /// The workers that a manager leads; on a level above the lowest they are managers.
  let count: Int
  let seat: Seat
  let loops: Int
  let acceptAt: Double
  let policy: WorkAssignment.Policy
  let isVerified: Bool
  let merge: Merge
  let reassignments: Int

  init(_ values: ParameterValues) {
    let levels: Int = values["levels"]
    if levels > 1 {
      var given = Dictionary(uniqueKeysWithValues: values.sorted.map { ($0.name, $0.value) })
      given["levels"] = .integer(levels - 1)
      (count, seat) = (values["span"], Seat(NestedArchitecture(Hierarchical.name, given: given)))
    } else {
      (count, seat) = (values["workers"], Seat(values["worker"]))
    }
    loops = values["loops"]
    acceptAt = values["accept_at"]
    policy = WorkAssignment.Policy(rawValue: values["assign"]) ?? .strength
    isVerified = values["verify"] == "manager"
    merge = Merge(rawValue: values["merge"]) ?? .manager
    reassignments = values["reassignments"]
  }

  /// What one undivided task takes where nothing fails and the merged answer is never sure enough.
  func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (loops, workers, one) = (Double(loops), Double(count), seat.cost(under: rules))
    // In loop k every call reads the plan and k - 1 merged answers.
    let briefs = loops * (loops + 1) / 2
    var cost = ArchitectureCost(calls: 1) + loops * workers * one
    cost.readings += workers * one.calls * briefs
    if isVerified { cost = cost + loops * workers * ArchitectureCost(calls: 1, readings: 1, completions: 0) }
    if merge == .manager { cost = cost + ArchitectureCost(calls: loops, readings: briefs + loops * workers) }
    return cost
  }

  static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "workers", .integer(default: 4, range: 1...1_000), unit: "agents",
      summary: "How many agents each manager of the lowest level leads."),
    ParameterSpecification(
      "levels", .integer(default: 1, range: 1...4), unit: "levels", summary: "How many levels of managers there are."),
    ParameterSpecification(
      "span", .integer(default: 2, range: 1...8), unit: "managers",
      summary: "How many managers each manager above the lowest level leads."),
    ParameterSpecification(
      "loops", .integer(default: 1, range: 1...100), unit: "rounds", summary: "How often the workers may be sent out."),
    ParameterSpecification(
      "accept_at", .number(default: 0.8, range: 0...1), unit: "confidence",
      summary: "The stated confidence from which the manager accepts the merged answer."),
    choice(
      "assign", WorkAssignment.Policy.strength, "Who gets the next subtask: the best idle worker, or each in turn."),
    ParameterSpecification(
      "verify", .choice(default: "none", allowed: ["none", "manager"]),
      summary: "Whether the manager says of every result if it is right, before the merge."),
    choice("merge", Merge.manager, "Who makes one answer of the results: the manager, a vote, or nobody."),
    ParameterSpecification(
      "reassignments", .integer(default: 0, range: 0...100), unit: "workers",
      summary: "How many other workers are handed a piece that failed or was rejected."),
    Seat.parameter("worker"),
  ]

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ fallback: Choice, _ summary: String
  ) -> ParameterSpecification {
    ParameterSpecification(
      name, .choice(default: fallback.rawValue, allowed: Choice.allCases.map(\.rawValue)), summary: summary)
  }
}

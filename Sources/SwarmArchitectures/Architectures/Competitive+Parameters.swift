public import Agents
public import RunRecords

extension Competitive {
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "contenders", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents compete."),
    ParameterSpecification(
      "select", .choice(default: "confidence", allowed: Selection.allCases.map(\.rawValue)),
      summary: "How the best answer is found: as stated, by judges, by scores, by a tournament, or by verifiers."),
    ParameterSpecification(
      "judges", .integer(default: 1, range: 1...100), unit: "agents",
      summary: "How many further agents judge or verify, by majority; not with confidence."),
    Seat.parameter("contender"),
  ]

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (contenders, judges) = (Double(contenders), Double(judges))
    let calls: (number: Double, readings: Double) =
      switch select {
      case .confidence: (0, 0)
      case .judge: (1, contenders)
      case .score, .verifier: (contenders, contenders)
      case .tournament: (contenders - 1, 2 * (contenders - 1))
      }
    return contenders * seat.cost(under: rules)
      + judges * ArchitectureCost(calls: calls.number, readings: calls.readings, completions: 0)
  }
}

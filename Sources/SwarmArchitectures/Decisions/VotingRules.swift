public import RunRecords

/// A voting rule with all that it needs to know, as it stands under `with` in a file.
public struct VotingRules: Sendable, Hashable {
  /// What is done where no answer has the votes that it needs.
  public enum Fallback: String, Sendable, Hashable, CaseIterable {
    /// The most votes win after all.
    case plurality
    /// The swarm has no answer.
    case none
  }

  public var rule: VotingRule
  /// The share of the votes that a supermajority is, in 0...1.
  public var quorum: Double
  /// The temperature of the softmax of confidences, above 0.
  public var temperature: Double
  /// How many of its order a voter approves of, at least 1.
  public var approvals: Int
  /// The accuracy of an agent like all others, above which and below which track records are, in 0.5...0.99.
  public var ordinaryAccuracy: Double
  public var fallback: Fallback

  /// - Parameter values: Checked against specifications that hold `parameters`.
  public init(_ values: ParameterValues) {
    rule = VotingRule(rawValue: values["rule"]) ?? .plurality
    quorum = values["quorum"]
    temperature = values["temperature"]
    approvals = values["approvals"]
    ordinaryAccuracy = values["ordinary_accuracy"]
    fallback = Fallback(rawValue: values["fallback"]) ?? .plurality
  }

  /// The given values, and the defaults of the others.
  ///
  /// - Precondition: Every given name is declared in `parameters`, with a value of its kind and range.
  public init(_ given: [String: ParameterValue] = [:]) {
    self.init(ParameterValues(given, for: Self.parameters))
  }

  /// What stands under `with` in an experiment file.
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "rule", .choice(default: VotingRule.plurality.rawValue, allowed: VotingRule.allCases.map(\.rawValue)),
      summary: "How the votes are counted."),
    ParameterSpecification(
      "quorum", .number(default: 2.0 / 3, range: 0...1), unit: "share of votes",
      summary: "The share of the votes that a supermajority needs."),
    ParameterSpecification(
      "temperature", .number(default: 0.2, range: 0.01...100), unit: "confidence",
      summary: "How far confidences have to be apart to weigh differently: the temperature of their softmax."),
    ParameterSpecification(
      "approvals", .integer(default: 2, range: 1...100), unit: "answers",
      summary: "How many answers a voter approves of, the first ones in its order."),
    ParameterSpecification(
      "ordinary_accuracy", .number(default: 0.7, range: 0.5...0.99), unit: "probability",
      summary: "The accuracy of an agent like all others, where votes weigh by track record."),
    ParameterSpecification(
      "fallback", .choice(default: Fallback.plurality.rawValue, allowed: Fallback.allCases.map(\.rawValue)),
      summary: "What is done where no answer has a majority or the quorum."),
  ]
}

public import RunRecords

/// What all architectures have in common in how agents talk and decide: each is a key of `rules` in a file.
public struct SwarmRules: Sendable, Hashable {
  /// What an agent rereads of earlier rounds.
  public enum Context: String, Sendable, CaseIterable {
    case full
    case lastRound = "last-round"
    case summary
  }

  /// What readers see of a message.
  public enum Visibility: String, Sendable, CaseIterable {
    case answers, reasons, confidence, anonymous
  }

  /// Who speaks when within a round.
  public enum Order: String, Sendable, CaseIterable {
    /// All at once: nobody reads what is said in the same round.
    case synchronous
    /// One after another in the order of the agents; each reads what was said before it.
    case sequential
    /// One after another in an order drawn anew each round.
    case random
  }

  /// What becomes of an answer that cannot be read.
  public enum Unparseable: String, Sendable, CaseIterable {
    /// It has no vote.
    case drop
    /// It has a vote, for no answer; where it wins, the swarm has none.
    case wrong
    /// The agent is asked again, up to `retries` times; then it is dropped.
    case retry
  }

  /// Which of several answers with equally many votes wins.
  public enum TieBreak: String, Sendable, CaseIterable {
    case first, random, confidence, judge, revote
  }

  /// What is done about a turn that failed.
  public enum Failure: String, Sendable, CaseIterable {
    /// The agent is silent.
    case drop
    /// The same agent is asked again, up to `retries` times.
    case retry
    /// The next agents of the swarm are asked in its place, up to `retries` of them.
    case reassign
    /// The agent's last message of the kind stands in; there is none for a judgement, which was about other messages.
    case substitute
  }

  /// What a number of rounds counts.
  public enum Counting: String, Sendable, CaseIterable {
    /// Answers of an agent, the first one alone included.
    case answers
    /// Exchanges after that.
    case exchanges
  }

  public var context: Context
  public var visibility: Visibility
  public var order: Order
  public var equality: AnswerEquality
  public var unparseable: Unparseable
  public var tieBreak: TieBreak
  public var failure: Failure
  /// How often a turn is repeated or handed on, at least 0.
  public var retries: Int
  /// The share of the agents that have to agree for the rounds to end early, in 0...1; 0 for never.
  public var earlyStop: Double
  public var counting: Counting

  /// - Parameter values: Checked against `parameters`.
  public init(_ values: ParameterValues) {
    func chosen<Choice: RawRepresentable<String>>(_ name: String, else fallback: Choice) -> Choice {
      Choice(rawValue: values[name]) ?? fallback
    }
    context = chosen("context", else: .full)
    visibility = chosen("visibility", else: .reasons)
    order = chosen("order", else: .synchronous)
    equality = AnswerEquality(kind: chosen("equality", else: .exact), threshold: values["similarity"])
    unparseable = chosen("unparseable", else: .drop)
    tieBreak = chosen("tie_break", else: .first)
    failure = chosen("failure", else: .drop)
    retries = values["retries"]
    earlyStop = values["early_stop"]
    counting = chosen("rounds_count", else: .answers)
  }

  /// The given rules, and the defaults of the others.
  ///
  /// - Precondition: Every given name is declared in `parameters`, with a value of its kind and range.
  public init(_ given: [String: ParameterValue] = [:]) {
    self.init(ParameterValues(given, for: Self.parameters))
  }

  /// The defaults of all rules.
  public static let standard = SwarmRules()

  /// What stands under `rules` in an experiment file.
  public static let parameters: [ParameterSpecification] = [
    choice("context", Context.full, "What an agent rereads: all earlier rounds, the last one, or a summary of all."),
    choice(
      "visibility", Visibility.reasons,
      "What readers see: bare answers; with the reasons; also the confidence; or reasons without the author."),
    choice("order", Order.synchronous, "Whether agents of a round speak at once, in order, or in a drawn order."),
    choice("equality", AnswerEquality.Kind.exact, "When two answers are the same."),
    ParameterSpecification(
      "similarity", .number(default: 0.9, range: 0...1), summary: "From which similarity answers are the same."),
    choice("unparseable", Unparseable.drop, "What becomes of an answer that cannot be read."),
    choice("tie_break", TieBreak.first, "Which of several answers with equally many votes wins."),
    choice("failure", Failure.drop, "What is done about a turn that failed."),
    ParameterSpecification(
      "retries", .integer(default: 1, range: 0...100), unit: "turns",
      summary: "How often a turn is repeated or handed on."),
    ParameterSpecification(
      "early_stop", .number(default: 0, range: 0...1), unit: "share of agents",
      summary: "The agreement at which rounds end early; 0 for never."),
    choice("rounds_count", Counting.answers, "Whether a number of rounds counts answers or exchanges after the first."),
  ]

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ fallback: Choice, _ summary: String
  ) -> ParameterSpecification {
    ParameterSpecification(
      name, .choice(default: fallback.rawValue, allowed: Choice.allCases.map(\.rawValue)), summary: summary)
  }
}

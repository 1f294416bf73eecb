extension WorkerProfile {
  /// How an answer moves when an agent reads those of others, and its own.
  public struct Reading: Sendable, Hashable {
    /// The weight s of the agent's own view, in answers read.
    public var priorStrength = 2.0
    /// The weight of the agent's own earlier answers, in answers read.
    public var ownWeight = 0.0
    /// The extra weight δ of a right answer: with 0 a debate keeps the mean belief where it was.
    public var correctPull = -0.15
    /// The probability ε that an agent who sees disagreement works the task out anew, in 0...1.
    public var rederivation = 0.0
    /// The logits κ by which it is then better.
    public var rederivationGain = 0.0
    /// The standard deviation of the logarithm of one agent's weight in the eyes of another, drawn for each pair.
    public var persuasion = 0.0
    /// The standard deviation of the logarithm of s over agents: the stubborn and the agreeable.
    public var stubbornness = 0.0
    /// What an agent never gives up once it has said it.
    public var lockIn = LockIn.none
    /// How far an answer counts as much as its author is sure, where that is seen: 0 not at all, 1 in proportion.
    public var confidenceWeight = 0.0
    /// The logits by which having read a plan makes an agent better.
    public var planGain = 0.0
    /// The weight of the agent's own view when answers are merged; `priorStrength` where it is left out.
    public var mergeStrength: Double?
    /// The logits by which a right answer is preferred when answers are merged.
    public var mergeSkill = 0.0
    /// The probability that an agent who looks over its own answer works it out anew, in 0...1.
    public var reflectionFlip = 0.75
    /// The logits by which it is then better.
    public var reflectionGain = 0.0

    public init() {}
  }

  /// What an agent never gives up once it has said it.
  public enum LockIn: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// A right answer: an upper bound that no model reaches, since none can know.
    case right
  }

  /// How well the better one of several answers is told.
  public struct Judging: Sendable, Hashable {
    /// The probability that the right one of a right and a wrong answer is preferred, in 0.01...0.99.
    public var accuracy = 0.75
    /// The logits by which the first one read is preferred.
    public var positionBias = 0.0
    /// The logits by which an answer of its own is preferred.
    public var selfPreference = 0.0
    /// How far judgements fail where the own answers do, in 0...0.95: the error correlation of judgements of one task.
    public var correlation = 0.0

    public init() {}
  }

  /// How well a right and a wrong answer are known as such. The defaults tell the two apart as well as a judge does: an
  /// AUROC of 0.75.
  public struct Verifying: Sendable, Hashable {
    /// The probability that a right answer is approved, in 0.01...0.99.
    public var truePositive = 0.8
    /// The probability that a wrong answer is not, in 0.01...0.99.
    public var trueNegative = 0.55

    public init() {}
  }
}

/// The measured, or assumed, behaviour of one language model as a worker: all the numbers of the stochastic model.
///
/// The defaults describe a mid-sized instruction-tuned model on four-choice questions behind a hosted endpoint; the
/// documentation article on the worker model gives the source of each.
public struct WorkerProfile: Sendable, Hashable {
  /// When an answer is right, and which wrong answers there are.
  public struct Correctness: Sendable, Hashable {
    /// The probability that one answer to a random task is right, in 0.01...0.99.
    public var accuracy = 0.724
    /// The correlation between the correctness of two answers to the same task, in 0...0.95: Var(p) / (p̄ (1 - p̄)).
    public var errorCorrelation = 0.5
    /// The share of the difficulty that all agents have in common, in 0...1: with 1 they are copies of one model.
    public var sharedDifficulty = 1.0
    /// How many wrong answers a task has, in 1...25.
    public var wrongAnswers = 3
    /// The concentration γ of the Dirichlet distribution over them: the smaller, the more often two wrong answers are
    /// the same, (γ + 1) / (K γ + 1) for K wrong answers.
    public var wrongAnswerConcentration = 0.5

    public init() {}
  }

  /// What an agent says about its own answer: logit c ~ Normal(center + spread · d′ · [right], spread), rounded to 0.05.
  public struct Confidence: Sendable, Hashable {
    /// The mean logit for a wrong answer.
    public var center = 1.9
    /// The standard deviation of the logit, for right and for wrong answers.
    public var spread = 0.9
    /// The probability that a right answer is stated with more confidence than a wrong one, before rounding.
    public var auroc = 0.63
    /// The share of the variance that belongs to the answer and not to the call, in 0...1: with 1, whoever gives the
    /// same answer to the same task states the same confidence.
    public var consistency = 0.0

    public init() {}
  }

  /// How an answer moves when an agent reads those of others.
  public struct Reading: Sendable, Hashable {
    /// The weight s of the agent's own view, in answers read.
    public var priorStrength = 2.0
    /// The weight of the agent's own earlier answers, in answers read.
    public var ownWeight = 0.0
    /// The extra weight δ of a right answer: with 0 a debate keeps the mean belief where it was.
    public var correctPull = -0.15

    public init() {}
  }

  public var correctness = Correctness()
  public var confidence = Confidence()
  public var reading = Reading()

  public init() {}
}

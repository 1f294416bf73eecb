/// The measured, or assumed, behaviour of one language model as a worker: all the numbers of the stochastic model.
///
/// The defaults describe a mid-sized instruction-tuned model on four-choice questions; the documentation article on the
/// worker model gives equation, unit and source of each.
public struct WorkerProfile: Sendable, Hashable {
  /// When an answer is right, and which wrong answers there are.
  public struct Correctness: Sendable, Hashable {
    /// The probability that one answer to a random task is right, in 0.01...0.99; of a task with subtasks, to a subtask.
    public var accuracy = 0.724
    /// The correlation between the correctness of two answers to the same task, in 0...0.95: Var(p) / (p̄ (1 - p̄)).
    public var errorCorrelation = 0.5
    /// The share of the difficulty that agents of one model have in common, in 0...1: with 1 they are copies of it.
    public var sharedDifficulty = 1.0
    /// The share of that which models of other families have in common with it, in 0...1.
    public var sharedAcrossFamilies = 0.75
    /// How many wrong answers a task has, in 1...25.
    public var wrongAnswers = 3
    /// The concentration γ of the Dirichlet distribution over them: the smaller, the more often two wrong answers are
    /// the same, (γ + 1) / (K γ + 1) for K wrong answers.
    public var wrongAnswerConcentration = 0.5
    /// How an answer comes from the probabilities of all answers.
    public var sampling = Sampling.sampled
    /// With greedy sampling, the probability that a call gives another answer than the most probable one, in 0...1.
    public var flip = 0.02

    public init() {}
  }

  /// How an answer comes from the probabilities of all answers.
  public enum Sampling: String, Sendable, Hashable, CaseIterable {
    /// Drawn from them: temperature 1.
    case sampled
    /// The most probable one, but for a flip now and then: temperature 0.
    case greedy
  }

  /// How a task of several subtasks is solved.
  public struct Subtasks: Sendable, Hashable {
    /// The correlation between the difficulties of two subtasks of a task, in 0...1.
    public var correlation = 0.5
    /// The logits that n subtasks in one call cost each of them, over ln n; at least 0.
    public var load = 0.35
    /// The probability that a subtask is wrong because an answer that it builds on is, in 0...1.
    public var propagation = 1.0

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

  public var correctness = Correctness()
  public var subtasks = Subtasks()
  public var confidence = Confidence()
  public var reading = Reading()
  public var judging = Judging()
  public var verifying = Verifying()
  /// The probability that a moderator says the opposite of what it reads, in 0...1.
  public var moderatingError = 0.05
  /// Models of one family share all that is shared of the difficulty; the empty name is a family like others.
  public var family = ""
  /// How much better it is at tasks of a type than `correctness` says, in logits, by the type's name.
  public var skills: [String: Double] = [:]

  public init() {}
}

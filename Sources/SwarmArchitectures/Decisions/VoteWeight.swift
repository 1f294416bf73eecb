import RandomStreams

/// What a vote weighs by what is known of the voter; each is above 0, or 0 for a vote that does not count.
public enum VoteWeight {
  /// The weight of a stated confidence under a softmax, up to the factor that all votes have in common.
  ///
  /// w = exp((c - 1) / T); the confidence-informed self-consistency of Taubenfeld et al. (2025), arXiv:2502.06233.
  ///
  /// - Parameters:
  ///   - confidence: In 0...1.
  ///   - temperature: Above 0; the greater, the more alike are all weights.
  /// - Returns: In 0...1, 1 for full confidence.
  public static func softmax(_ confidence: Double, temperature: Double) -> Double {
    precondition(temperature > 0, "a temperature is \(temperature); it must be above 0")
    return PortableMath.exp((confidence - 1) / temperature)
  }

  /// The weight of a stated confidence in steps: 1, 0.8, 0.5, 0.3, 0.1.
  ///
  /// ReConcile, Chen, Saha and Bansal (2024), arXiv:2309.13007: models are overconfident, so only certainty counts in
  /// full.
  ///
  /// - Parameter confidence: In 0...1.
  public static func bucket(_ confidence: Double) -> Double {
    switch confidence {
    case 1...: 1
    case 0.9...: 0.8
    case 0.8...: 0.5
    case 0.6.nextUp...: 0.3
    default: 0.1
    }
  }

  /// The weight of a track record: the log-odds of being right, and 0 for who is more often wrong.
  ///
  /// Nitzan and Paroush (1982), International Economic Review 23:289–297: the best weights for independent voters
  /// and two answers.
  ///
  /// - Parameters:
  ///   - strength: The logit by which the voter is better than an ordinary one.
  ///   - ordinaryAccuracy: The probability that an ordinary one is right, in 0.5..<1.
  public static func logOdds(strength: Double, ordinaryAccuracy: Double) -> Double {
    precondition(0.5..<1 ~= ordinaryAccuracy, "an accuracy is \(ordinaryAccuracy); it must be in 0.5..<1")
    return max(0, PortableMath.log(ordinaryAccuracy / (1 - ordinaryAccuracy)) + strength)
  }
}

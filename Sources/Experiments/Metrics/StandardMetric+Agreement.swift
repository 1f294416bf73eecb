import RunRecords
import Statistics

extension StandardMetric {
  /// Who errs and agrees with whom.
  static let agreement: [StandardMetric] = [
    StandardMetric(
      "redundancy", title: "Redundancy", unit: "share", better: .neither,
      summary: "Share of the pairs of agents' last answers to a question that are the same.", needs: .answers
    ) { run in ratio(run.sum(\.answers, \.equalLastPairs), run.sum(\.answers, \.lastPairs)) },
    StandardMetric(
      "error_correlation", title: "Error correlation", unit: "correlation", better: .lower,
      summary: "Intraclass correlation within questions of whether agents' first answers are right.", needs: .answers
    ) { $0.correctness?.estimate },
    StandardMetric(
      "effective_votes", title: "Effective votes", unit: "votes", better: .higher,
      summary: "Independent votes that the agents' first answers to a question are worth.", needs: .answers
    ) { $0.correctness?.effectiveSize },
    StandardMetric(
      "same_wrong", title: "Same wrong answer", unit: "%", better: .lower,
      summary: "Share of the pairs of wrong first answers to a question in which both are the same.", needs: .answers
    ) { run in percentage(run.sum(\.answers, \.sameWrongPairs), run.sum(\.answers, \.wrongPairs)) },
    StandardMetric(
      "consensus_wrong", title: "Wrong consensus", unit: "%", better: .lower,
      summary: "Share of the questions on which all agents end with the same wrong answer.", needs: .answers
    ) { run in percentage(run.sum(\.answers, \.wrongConsensus), run.sum(\.answers, \.sharedQuestions)) },
    StandardMetric(
      "minority_right", title: "Right minority", unit: "%", better: .lower,
      summary: "Share of the questions on which fewer than half of the agents end right, and the swarm is wrong.",
      needs: .answers
    ) { run in
      percentage(
        run.sum { $0.isSolved ? 0 : $0.digest.answers?.rightMinority ?? 0 }, run.sum(\.answers, \.sharedQuestions))
    },
    StandardMetric(
      "time_to_consensus", title: "Time to consensus", unit: "rounds", better: .lower,
      summary: "Mean number of rounds until all agents agree, where they do at some time.", needs: .answers
    ) { run in ratio(run.sum(\.answers, \.roundsToConsensus), run.sum(\.answers, \.consensuses)) },
  ]

  /// Who changes sides between rounds.
  static let rounds: [StandardMetric] = [
    StandardMetric(
      "flips_right_to_wrong", title: "Right to wrong", unit: "%", better: .lower,
      summary: "Share of the agents' steps from one round to the next that lead from a right answer to a wrong one.",
      needs: .answers
    ) { $0.share(of: \.rightToWrong, in: \.transitions) },
    StandardMetric(
      "flips_wrong_to_right", title: "Wrong to right", unit: "%", better: .higher,
      summary: "Share of the agents' steps from one round to the next that lead from a wrong answer to a right one.",
      needs: .answers
    ) { $0.share(of: \.wrongToRight, in: \.transitions) },
  ]
}

extension RunObservations {
  /// A share of what was counted by rounds, in per cent; of one round, or of all of them.
  func share(
    of part: (AnswerDigest.Round) -> Int, in whole: (AnswerDigest.Round) -> Int, round: Int? = nil
  ) -> Double? {
    func total(_ value: (AnswerDigest.Round) -> Int) -> Int? {
      sum(\.answers) { answers in
        guard let round else { return answers.rounds.reduce(0) { $0 + value($1) } }
        return answers.rounds.indices.contains(round) ? value(answers.rounds[round]) : 0
      }
    }
    return percentage(total(part), total(whole))
  }
}
